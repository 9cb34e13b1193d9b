// expect: layer<1.*dense<1, (ctnn::)?softmax>.*has_an_activation_that_is_constant_with_outputs<1(UL)?>.*use_sigmoid_or_more_outputs
#include <ctnn/ctnn.hpp>

using pair = std::array<double, 2>;
using one = std::array<double, 1>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, one{1}}};

#ifdef CTNN_WRONG
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>,
                            ctnn::dense<1, ctnn::softmax>>;
#else
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>,
                            ctnn::dense<1, ctnn::sigmoid>>;
#endif

auto const result = ctnn::train(model{}, ctnn::mean_squared_error{}, ctnn::sgd{}, samples, {});
