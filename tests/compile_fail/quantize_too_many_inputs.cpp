// expect: layer<0, (ctnn::)?dense<2.*has_inputs<20000.*but_quantized_sums_hold_at_most<16384
#include <ctnn/ctnn.hpp>

template <std::size_t Inputs>
using model = ctnn::network<float, ctnn::input<Inputs>, ctnn::dense<2>>;
template <std::size_t Inputs>
using sample = ctnn::sample<std::array<float, Inputs>, std::array<float, 2>>;

#ifdef CTNN_WRONG
auto quantize(model<20000> const& net, sample<20000> const (&samples)[1]) {
    return ctnn::quantize(net, samples);
}
#else
auto quantize(model<2000> const& net, sample<2000> const (&samples)[1]) {
    return ctnn::quantize(net, samples);
}
#endif
