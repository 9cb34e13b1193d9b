// expect: network_gets_parameters_of_layers<3[UL]*>::but_needs_those_of<2[UL]*>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>, ctnn::relu, ctnn::dense<1>>;

// An activation by itself has no parameters, and no braces.
#ifdef CTNN_WRONG
constexpr model net{{{{0.1, 0.2}, {0.3, 0.4}}, {1, 1}}, {{{0.5}, {0.6}}, {1}}, {{{0.7}}, {1}}};
#else
constexpr model net{{{{0.1, 0.2}, {0.3, 0.4}}, {1, 1}}, {{{0.5}, {0.6}}, {1}}};
#endif
