// expect: layer<1.*dense<2, (ctnn::)?tanh>.*gives_outputs_beyond_the_domain_of<(ctnn::)?binary_cross_entropy>.*end_with_sigmoid
#include <ctnn/ctnn.hpp>

using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

#ifdef CTNN_WRONG
using model =
    ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2, ctnn::tanh>>;
#else
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>,
                            ctnn::dense<2, ctnn::sigmoid>>;
#endif

auto const result = ctnn::train(model{}, ctnn::binary_cross_entropy{}, ctnn::sgd{}, samples, {});
