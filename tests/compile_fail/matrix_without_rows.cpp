// expect: matrix_gets_numbers_without_rows<6(UL)?>.*but_needs_shape<2(UL)?, 3(UL)?>::each_row_in_braces
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;

#ifdef CTNN_WRONG
constexpr ctnn::matrix<double, 2, 3> value{1, 2, 3, 4, 5, 6};
#else
constexpr ctnn::matrix<double, 2, 3> value{{1, 2, 3}, {4, 5, 6}};
#endif
