// expect: layer<1.*dense<2.*gives_outputs_beyond_the_domain_of<(ctnn::)?cross_entropy>.*end_with_softmax_or_use_negative_log_likelihood
#include <ctnn/ctnn.hpp>

using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>,
                            ctnn::dense<2, ctnn::log_softmax>>;

#ifdef CTNN_WRONG
using loss = ctnn::cross_entropy;
#else
using loss = ctnn::negative_log_likelihood;
#endif

auto const result = ctnn::train(model{}, loss{}, ctnn::sgd{}, samples, {});
