// expect: layer<0[UL]*, ctnn::dense<3.*> ?>::gets_weights_of_shape<2[UL]*, 2[UL]*>::but_needs_shape<2[UL]*, 3[UL]*>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3>, ctnn::dense<1>>;

// Two neurons where the topology says three: both layers are wrong, and the text stays short.
#ifdef CTNN_WRONG
constexpr model net{{{{0.1, 0.2}, {0.3, 0.4}}, {1, 1}}, {{{0.5}, {0.6}}, {1}}};
#else
constexpr model net{{{{0.1, 0.2, 0}, {0.3, 0.4, 0}}, {1, 1, 1}}, {{{0.5}, {0.6}, {0}}, {1}}};
#endif
