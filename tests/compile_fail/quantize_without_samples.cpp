// expect: quantization_has_no_samples
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
using pair = std::array<float, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1F, 0.7F}, pair{}}};
constexpr float bad = std::numeric_limits<float>::quiet_NaN();

#ifdef CTNN_WRONG
constexpr auto small = ctnn::quantize(model{}, std::array<ctnn::sample<pair, pair>, 0>{}).network;
#else
constexpr auto small = ctnn::quantize(model{}, samples).network;
#endif
