// expect: activation<.*basic_celu<.*has_a_setting_that_is_not_above_0
#include <ctnn/activation/celu.hpp>

#ifdef CTNN_WRONG
constexpr double scale = 0;
#else
constexpr double scale = 0.5;
#endif
constexpr double y = ctnn::basic_celu<scale>::value(-1.0);
