// expect: layer<1.*softmax>.*gives_outputs_beyond_the_domain_of<(ctnn::)?negative_log_likelihood>.*end_with_log_softmax
#include <ctnn/ctnn.hpp>

using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

#ifdef CTNN_WRONG
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>,
                            ctnn::dense<2, ctnn::softmax>>;
#else
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>,
                            ctnn::dense<2, ctnn::log_softmax>>;
#endif

auto const result = ctnn::train(model{}, ctnn::negative_log_likelihood{}, ctnn::sgd{}, samples, {});
