// expect: loss_of_type<(ctnn::)?weighted<(ctnn::)?cross_entropy, ?3.*takes_outputs<3.*but_the_network_has<2
#include <ctnn/ctnn.hpp>

using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2, ctnn::softmax>>;
#ifdef CTNN_WRONG
constexpr std::array weights{1.0, 2.0, 1.0};
#else
constexpr std::array weights{1.0, 2.0};
#endif
constexpr ctnn::weighted loss{ctnn::cross_entropy{}, weights};
auto const result = ctnn::train(model{}, loss, ctnn::sgd{}, samples, {});
