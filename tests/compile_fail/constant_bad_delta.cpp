// expect: the_loss_has_a_setting_that_makes_no_sense
#include <ctnn/ctnn.hpp>

using pair = std::array<double, 2>;
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

#ifdef CTNN_WRONG
constexpr ctnn::huber loss{.delta = -1};
#else
constexpr ctnn::huber loss{};
#endif
constexpr auto result = ctnn::train(model{}, loss, ctnn::sgd{}, samples, {});
