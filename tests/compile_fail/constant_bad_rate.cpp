// expect: the_optimizer_has_a_setting_that_makes_no_sense
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};
using pair = std::array<double, 2>;
constexpr double bad = std::numeric_limits<double>::quiet_NaN();
constexpr ctnn::mean_squared_error loss{};
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

#ifdef CTNN_WRONG
constexpr auto result = ctnn::train(net, loss, ctnn::sgd{.learning_rate = -1}, samples, {});
#else
constexpr auto result = ctnn::train(net, loss, ctnn::sgd{}, samples, {});
#endif
