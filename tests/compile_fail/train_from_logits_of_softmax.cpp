// expect: layer<1.*dense<2.*gives_probabilities_but_logits_are_for<(ctnn::)?cross_entropy_from_logits>.*use_the_loss_without_from_logits_or_end_without_an_activation
#include <ctnn/ctnn.hpp>

using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};
#ifdef CTNN_WRONG
using last = ctnn::dense<2, ctnn::softmax>;
#else
using last = ctnn::dense<2>;
#endif
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, last>;
auto const result =
    ctnn::train(model{}, ctnn::cross_entropy_from_logits{}, ctnn::sgd{}, samples, {});
