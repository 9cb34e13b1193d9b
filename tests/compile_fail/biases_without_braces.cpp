// expect: layer<0(UL)?, ctnn::dense<3.*gets_biases_without_braces<3(UL)?>.*but_needs_size<3
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;

#ifdef CTNN_WRONG
constexpr model value{{{{1, 2, 3}, {4, 5, 6}}, 1, 1, 1}, {{{1, 2}, {3, 4}, {5, 6}}, {1, 1}}};
#else
constexpr model value{{{{1, 2, 3}, {4, 5, 6}}, {1, 1, 1}}, {{{1, 2}, {3, 4}, {5, 6}}, {1, 1}}};
#endif
