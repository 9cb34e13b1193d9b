// expect: layer<0.*dense<2.*gives_outputs_beyond_the_domain_of<(ctnn::)?negative_log_likelihood>.*end_with_log_softmax
#include <ctnn/ctnn.hpp>

using pair = std::array<double, 2>;

#ifdef CTNN_WRONG
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>>;
#else
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>, ctnn::log_softmax>;
#endif

double const value =
    ctnn::loss(model{}, ctnn::negative_log_likelihood{}, pair{0.1, 0.7}, pair{1, 0});
