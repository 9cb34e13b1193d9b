// expect: layer<0(UL)?, ctnn::dense<3.*gets_numbers_without_braces<9(UL)?>.*but_needs_weights_in_rows_and_biases_of_shape<2(UL)?, 3
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;

#ifdef CTNN_WRONG
constexpr model value{{1, 2, 3, 4, 5, 6, 1, 1, 1}, {1, 2, 3, 4, 5, 6, 1, 1}};
#else
constexpr model value{{{{1, 2, 3}, {4, 5, 6}}, {1, 1, 1}}, {{{1, 2}, {3, 4}, {5, 6}}, {1, 1}}};
#endif
