// expect: network_that_only_infers<.*cannot_take_raw_inputs_so_call_with_raw_inputs_first_and_quantize_then
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
using pair = std::array<float, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1F, 0.7F}, pair{1, 0}}};
constexpr model net = ctnn::initialize<model>(ctnn::glorot_uniform{}, 1);
constexpr auto small = ctnn::quantize(net, samples).network;
constexpr ctnn::standardization scale(samples);

#ifdef CTNN_WRONG
auto const raw = ctnn::with_raw_inputs(small, scale);
#else
auto const raw = ctnn::with_raw_inputs(net, scale);
#endif
