// expect: network_gets_parameters_of_layers<1[UL]*>::but_needs_those_of<2[UL]*>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>, ctnn::dense<1>>;

#ifdef CTNN_WRONG
constexpr model net{{{{0.1, 0.2}, {0.3, 0.4}}, {1, 1}}};
#else
constexpr model net{{{{0.1, 0.2}, {0.3, 0.4}}, {1, 1}}, {{{0.5}, {0.6}}, {1}}};
#endif
