// expect: layer<0(UL)?, (ctnn::)?dense<3(UL)?, (ctnn::)?relu.*gets_an_input_of_size<1(UL)?>.*but_needs_size<2(UL)?>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};

#ifdef CTNN_WRONG
auto const back =
    ctnn::backpropagate(net, ctnn::mean_squared_error{}, std::array{0.1}, std::array{1.0, 0.0});
#else
auto const back = ctnn::backpropagate(net, ctnn::mean_squared_error{}, std::array{0.1, 0.7},
                                      std::array{1.0, 0.0});
#endif
