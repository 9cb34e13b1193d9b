// expect: optimizer_of_type<.*sample.*lacks_at_or_update
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};
using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};
constexpr pair x{0.1, 0.7}, target{1, 0};

#ifdef CTNN_WRONG
auto const result = ctnn::train(net, ctnn::mean_squared_error{}, samples, ctnn::sgd{}, {});
#else
auto const result = ctnn::train(net, ctnn::mean_squared_error{}, ctnn::sgd{}, samples, {});
#endif
