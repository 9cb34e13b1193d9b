// expect: layer<1(UL)?, ctnn::dense<2.*gets_weights_of_shape<3(UL)?, 3(UL)?>.*but_needs_shape<3(UL)?, 2(UL)?>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::residual<ctnn::dense<3>, ctnn::dense<2>>>;

#ifdef CTNN_WRONG
constexpr model net{
    {{{{1, 2, 3}, {4, 5, 6}}, {1, 1, 1}}, {{{1, 2, 0}, {3, 4, 0}, {5, 6, 0}}, {1, 1}}}};
#else
constexpr model net{{{{{1, 2, 3}, {4, 5, 6}}, {1, 1, 1}}, {{{1, 2}, {3, 4}, {5, 6}}, {1, 1}}}};
#endif
