// expect: the_optimizer_has_a_setting_that_makes_no_sense
#include <ctnn/ctnn.hpp>

using pair = std::array<double, 2>;
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;

#ifdef CTNN_WRONG
constexpr ctnn::sgd optimizer{.learning_rate = -1};
#else
constexpr ctnn::sgd optimizer{};
#endif
constexpr model net = optimizer.update(model{}, model{});
