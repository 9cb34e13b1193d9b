// expect: matrix_with_rows<3(UL)?>.*but_needs<2(UL)?>
#include <ctnn/tensor/matrix.hpp>

#ifdef CTNN_WRONG
constexpr ctnn::matrix<double, 2, 3> m{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
#else
constexpr ctnn::matrix<double, 2, 3> m{{1, 2, 3}, {4, 5, 6}};
#endif
