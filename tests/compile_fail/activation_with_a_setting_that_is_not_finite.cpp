// expect: activation<.*basic_leaky_relu<.*has_a_setting_that_is_not_finite
#include <ctnn/ctnn.hpp>

using pair = std::array<double, 2>;

#ifdef CTNN_WRONG
constexpr double slope = std::numeric_limits<double>::quiet_NaN();
#else
constexpr double slope = 0.2;
#endif
constexpr double y = ctnn::basic_leaky_relu<slope>::value(-1.0);
