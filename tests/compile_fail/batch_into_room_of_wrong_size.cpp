// expect: layer<1(UL)?, ctnn::dense<2(UL)?.*gives_an_output_of_type<.*array<double, 2(UL)?> ?>.*but_gets_room_for_type<.*array<double, 3(UL)?> ?>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};

std::array<std::array<double, 2>, 4> batch{};
#ifdef CTNN_WRONG
std::array<std::array<double, 3>, 4> room{};
#else
std::array<std::array<double, 2>, 4> room{};
#endif
auto const count = net(batch, room);
