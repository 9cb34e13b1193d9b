// expect: training_from<(ctnn::)?sgd>.*but_needs_a_network_or_a_training_result
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

#ifdef CTNN_WRONG
auto const result = ctnn::train(ctnn::sgd{}, ctnn::mean_squared_error{}, model{}, samples, {});
#else
auto const result = ctnn::train(model{}, ctnn::mean_squared_error{}, ctnn::sgd{}, samples, {});
#endif
