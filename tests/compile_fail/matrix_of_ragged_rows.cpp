// expect: row_of_a_matrix<1(UL)?>.*has_size<2(UL)?>.*but_needs_size<3(UL)?>
#include <ctnn/tensor/matrix.hpp>

#ifdef CTNN_WRONG
constexpr ctnn::matrix<double, 2, 3> m{{1, 2, 3}, {4, 5}};
#else
constexpr ctnn::matrix<double, 2, 3> m{{1, 2, 3}, {4, 5, 6}};
#endif
