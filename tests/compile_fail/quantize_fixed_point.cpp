// expect: quantization_of_scalar<.*>.*but_needs_float_or_double
#include <ctnn/ctnn.hpp>

template <class Scalar, class... Layers>
using model = ctnn::network<Scalar, ctnn::input<2>, Layers..., ctnn::dense<2, ctnn::softmax>>;
template <class Scalar>
constexpr ctnn::sample<std::array<Scalar, 2>, std::array<Scalar, 2>> samples[]{{}};

#ifdef CTNN_WRONG
using wrong = model<ctnn::fixed_point<3, 12>, ctnn::dense<3>>;
constexpr auto small = ctnn::quantize(wrong{}, samples<wrong::scalar>).network;
#else
using right = model<float, ctnn::dense<3>>;
constexpr auto small = ctnn::quantize(right{}, samples<right::scalar>).network;
#endif
