// expect: box_of_inputs<3(UL)?>::gets_ends_of_size<1(UL)?>::but_needs_size<3(UL)?>
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
constexpr ctnn::box<float, 3> inputs{{-1, -1, -1}, {1}};
#else
constexpr ctnn::box<float, 3> inputs{{-1, -1, -1}, {1, 1, 1}};
#endif
