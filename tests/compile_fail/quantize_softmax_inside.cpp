// expect: layer<0(UL)?, .*residual<.*has_layers_of_which<.*layer<1(UL)?, .*dense<2(UL)?, (ctnn::)?softmax>.*cannot_be_quantized_because_its_activation_is_not_elementwise
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using last = ctnn::dense<2, ctnn::softmax>;
#else
using last = ctnn::dense<2, ctnn::tanh>;
#endif

using model =
    ctnn::network<float, ctnn::input<2>, ctnn::residual<ctnn::dense<3, ctnn::relu>, last>>;
constexpr ctnn::sample<std::array<float, 2>, std::array<float, 2>> samples[]{{{1, 2}, {}}};
constexpr auto small = ctnn::quantize(model{}, samples).network;
