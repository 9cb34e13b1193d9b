// expect: layer<1(UL)?, (ctnn::)?dense<2.*gets_a_target_of_size<3(UL)?>.*but_needs_size<2(UL)?>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};
constexpr std::array x{0.1, 0.7};

#ifdef CTNN_WRONG
auto const back =
    ctnn::backpropagate(net, ctnn::mean_squared_error{}, x, std::array{1.0, 0.0, 0.0});
#else
auto const back = ctnn::backpropagate(net, ctnn::mean_squared_error{}, x, std::array{1.0, 0.0});
#endif
