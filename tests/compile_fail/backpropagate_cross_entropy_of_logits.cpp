// expect: layer<1.*dense<2.*gives_outputs_beyond_the_domain_of<(ctnn::)?cross_entropy>.*end_with_softmax
#include <ctnn/ctnn.hpp>

using pair = std::array<double, 2>;

#ifdef CTNN_WRONG
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
#else
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>,
                            ctnn::dense<2, ctnn::softmax>>;
#endif

auto const back = ctnn::backpropagate(model{}, ctnn::cross_entropy{}, {0.1, 0.7}, {1.0, 0.0});
