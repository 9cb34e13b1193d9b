// expect: batch_of_type<double>.*is_not_a_contiguous_range_of_outputs
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};

std::array<std::array<double, 2>, 4> batch{};
#ifdef CTNN_WRONG
auto const count = net(batch, 0.1);
#else
auto const count = net(batch, batch);
#endif
