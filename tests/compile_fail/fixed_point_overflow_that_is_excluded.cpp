// expect: a_fixed_point_overflowed_of_which_that_is_excluded
#include <ctnn/ctnn.hpp>

using fixed = ctnn::fixed_point<3, 12, ctnn::overflow::is_excluded>;
#ifdef CTNN_WRONG
constexpr fixed product = fixed(3) * fixed(3);
#else
constexpr fixed product = fixed(2) * fixed(3);
static_assert(product == fixed(6));
#endif
