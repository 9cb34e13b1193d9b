// expect: network_gets_numbers_without_braces<17(UL)?>.*but_needs_braces_for_layers<2
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;

#ifdef CTNN_WRONG
constexpr model value{1, 2, 3, 4, 5, 6, 1, 1, 1, 1, 2, 3, 4, 5, 6, 1, 1};
#else
constexpr model value{{{{1, 2, 3}, {4, 5, 6}}, {1, 1, 1}}, {{{1, 2}, {3, 4}, {5, 6}}, {1, 1}}};
#endif
