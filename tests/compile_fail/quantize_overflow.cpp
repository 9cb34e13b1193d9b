// expect: a_calibration_sample_makes_a_layer_give_a_nan_or_an_infinity
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<1>, ctnn::dense<1>, ctnn::dense<1>>;
constexpr model net{{{{1e30F}}, {0}}, {{{1}}, {0}}};
template <int Input>
constexpr ctnn::sample<std::array<float, 1>, std::array<float, 1>> samples[]{{{Input}, {}}};

#ifdef CTNN_WRONG
constexpr auto small = ctnn::quantize(net, samples<1'000'000'000>).network;
#else
constexpr auto small = ctnn::quantize(net, samples<1>).network;
#endif
