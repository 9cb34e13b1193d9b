// expect: layer<1[UL]*, ctnn::dense<1.*> ?>::gets_biases_of_size<0[UL]*>::but_needs_size<1[UL]*>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>, ctnn::dense<1>>;

#ifdef CTNN_WRONG
constexpr model net{{{{0.1, 0.2}, {0.3, 0.4}}, {1, 1}}, {{{0.5}, {0.6}}}};
#else
constexpr model net{{{{0.1, 0.2}, {0.3, 0.4}}, {1, 1}}, {{{0.5}, {0.6}}, {1}}};
#endif
