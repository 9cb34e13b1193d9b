// expect: an_initializer_drew_a_weight_that_is_a_nan_or_infinite
#include <ctnn/ctnn.hpp>

using pair = std::array<double, 2>;
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;

#ifdef CTNN_WRONG
constexpr ctnn::uniform weights{.lower = 0, .upper = std::numeric_limits<double>::quiet_NaN()};
#else
constexpr ctnn::uniform weights{.lower = 0, .upper = 1};
#endif
constexpr model net = ctnn::initialize<model>(weights, 1);
