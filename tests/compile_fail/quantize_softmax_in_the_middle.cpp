// expect: layer<0, (ctnn::)?dense<3.*cannot_be_quantized_because_its_activation_is_not_elementwise
#include <ctnn/ctnn.hpp>

template <class Scalar, class... Layers>
using model = ctnn::network<Scalar, ctnn::input<2>, Layers..., ctnn::dense<2, ctnn::softmax>>;
template <class Scalar>
constexpr ctnn::sample<std::array<Scalar, 2>, std::array<Scalar, 2>> samples[]{{}};

#ifdef CTNN_WRONG
using wrong = model<float, ctnn::dense<3, ctnn::softmax>>;
constexpr auto small = ctnn::quantize(wrong{}, samples<wrong::scalar>).network;
#else
using right = model<float, ctnn::dense<3, ctnn::sigmoid>>;
constexpr auto small = ctnn::quantize(right{}, samples<right::scalar>).network;
#endif
