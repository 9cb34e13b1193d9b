// expect: the_initializer_has_a_setting_that_makes_no_sense
#include <ctnn/ctnn.hpp>

using pair = std::array<double, 2>;
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;

#ifdef CTNN_WRONG
constexpr ctnn::uniform weights{.lower = 0, .upper = std::numeric_limits<double>::quiet_NaN()};
#else
constexpr ctnn::uniform weights{.lower = 0, .upper = 1};
#endif
constexpr model net = ctnn::initialize<model>(weights, 1);
