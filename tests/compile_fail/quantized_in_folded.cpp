// expect: network_that_only_infers<.*is_quantized_already
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
using pair = std::array<float, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1F, 0.7F}, pair{1, 0}}};
constexpr model net = ctnn::initialize<model>(ctnn::glorot_uniform{}, 1);
constexpr auto small = ctnn::quantize(net, samples).network;

#ifdef CTNN_WRONG
auto const result = ctnn::folded(small);
#else
auto const result = ctnn::folded(net);
#endif
