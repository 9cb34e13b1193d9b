// expect: layer<0(UL)?, ctnn::dense<3(UL)?, ctnn::relu.*gets_weights_of_shape<2(UL)?, 2(UL)?>.*but_needs_shape<2(UL)?, 3(UL)?>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;

#ifdef CTNN_WRONG
constexpr model net{{{{1, 2}, {4, 5}}, {1, 1, 1}}, {{{1, 2}, {3, 4}, {5, 6}}, {1, 1}}};
#else
constexpr model net{{{{1, 2, 3}, {4, 5, 6}}, {1, 1, 1}}, {{{1, 2}, {3, 4}, {5, 6}}, {1, 1}}};
#endif
