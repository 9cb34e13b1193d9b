// expect: fixed_point_with<15, 0>.*needs_at_least_one_bit_on_each_side_of_the_point
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
constexpr ctnn::fixed_point<15, 0> x(0.5);
#else
constexpr ctnn::fixed_point<14, 1> x(0.5);
#endif
