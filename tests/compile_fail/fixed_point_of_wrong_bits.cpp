// expect: fixed_point_with<3, 11>.*has_bits<15>.*but_needs_8_16_or_32_with_its_sign
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
constexpr ctnn::fixed_point<3, 11> x(0.5);
#else
constexpr ctnn::fixed_point<3, 12> x(0.5);
#endif
