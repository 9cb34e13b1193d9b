#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/concept/network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/quantization/detail/make_layer.hpp>
#include <ctnn/quantization/quantized.hpp>

// Which real numbers the integers between a quantized network's layers stand for. The network itself
// need not know it, and whatever is taken here is true of what is proven with it: only the bounds get
// wider if it is not what `quantize` had in mind.

CTNN_NAMESPACE(ctnn::verify::detail) {

struct int8_meaning {
    double step = 1;
    std::int32_t zero = 0;

    constexpr double real(double q) const { return (q - zero) * step; }
};

// At a layer's input, before its activation, and after it.
struct layer_meaning {
    int8_meaning in, before, behind;
};

template <concepts::network Network>
struct int8_scales {
    using scalar = typename Network::scalar;

    layer_meaning of[Network::depth]{};

    constexpr int8_scales(Network const& net, quantized<Network> const& q) {
        find<0>(net, q, q.layers, meaning_of(q.input));
    }

private:
    static constexpr int8_meaning meaning_of(int8_scale<scalar> const& scale) {
        return {static_cast<double>(scale.step), scale.zero};
    }

    template <std::size_t Index, class Layers>
    constexpr void find(Network const& net, quantized<Network> const& q, Layers const& layers,
                        int8_meaning in) {
        if constexpr (Index < Network::depth) {
            using stage = typename Network::template stage<Index>;
            using kind = quantization::layer_kind<stage>;
            constexpr bool is_last = Index + 1 == Network::depth;
            layer_meaning& here = of[Index];
            here.in = here.before = in;
            if constexpr (kind::has_weights) {
                if constexpr (is_last && !kind::has_table)
                    here.before = meaning_of(q.output);
                else
                    here.before =
                        of_sums(net.template layer<Index>(), layers.layer().weights, in.step);
            }
            here.behind = here.before;
            if constexpr (kind::has_table) {
                auto const step = static_cast<scalar>(here.before.step);
                quantization::table_int8 table;
                auto const made = quantization::make_table<typename stage::activation>(
                    int8_scale<scalar>{step, scalar(1) / step, here.before.zero}, table);
                here.behind = meaning_of(is_last ? q.output : made);
            }
            find<Index + 1>(net, q, layers.rest(), here.behind);
        }
    }

    // From the neuron with the largest multiplier, of which the most digits are known.
    template <class Parameters, std::size_t Inputs, std::size_t Outputs>
    static constexpr int8_meaning of_sums(Parameters const& p,
                                          quantization::dense_int8<Inputs, Outputs> const& layer,
                                          double input_step) {
        std::size_t most = 0;
        for (std::size_t j = 1; j < Outputs; ++j)
            if (layer.multipliers[j] > layer.multipliers[most])
                most = j;
        double const multiplier =
            layer.multipliers[most] > 0 ? static_cast<double>(layer.multipliers[most]) : 1;
        double const step = input_step * quantization::weight_step(p, most, Inputs, input_step) *
                            static_cast<double>(std::int64_t{1} << (31 + layer.shift)) / multiplier;
        auto const rounded = static_cast<double>(static_cast<float>(step));
        return {rounded > 0 ? rounded : 1, layer.zero};
    }
};

} // CTNN_NAMESPACE(ctnn::verify::detail)
