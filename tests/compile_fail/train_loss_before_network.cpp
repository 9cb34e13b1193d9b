// expect: training_from<(ctnn::)?mean_squared_error>.*but_needs_a_network_or_a_training_result
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};
using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};
constexpr pair x{0.1, 0.7}, target{1, 0};

#ifdef CTNN_WRONG
auto const result = ctnn::train(ctnn::mean_squared_error{}, net, ctnn::sgd{}, samples, {});
#else
auto const result = ctnn::train(net, ctnn::mean_squared_error{}, ctnn::sgd{}, samples, {});
#endif
