// expect: layer<0(UL)?, ctnn::dense<3.*gets_weights_without_rows<6(UL)?>.*but_needs_shape<2(UL)?, 3(UL)?>::each_row_in_braces
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;

#ifdef CTNN_WRONG
constexpr model value{{{1, 2, 3, 4, 5, 6}, {1, 1, 1}}, {{1, 2, 3, 4, 5, 6}, {1, 1}}};
#else
constexpr model value{{{{1, 2, 3}, {4, 5, 6}}, {1, 1, 1}}, {{{1, 2}, {3, 4}, {5, 6}}, {1, 1}}};
#endif
