// expect: loss_of_type<(ctnn::)?softmax>.*lacks_value_and_derivative_of_output_and_target
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};

#ifdef CTNN_WRONG
auto const back = ctnn::backpropagate(net, ctnn::softmax{}, {0.1, 0.7}, {1.0, 0.0});
#else
auto const back = ctnn::backpropagate(net, ctnn::mean_squared_error{}, {0.1, 0.7}, {1.0, 0.0});
#endif
