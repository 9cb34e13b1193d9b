#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/concept/network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/quantization/detail/make_layer.hpp>
#include <ctnn/quantization/quantized.hpp>
#include <ctnn/tensor/detail/for_each_index.hpp>
#include <type_traits>

// Which real numbers the integers between a quantized network's layers stand for. The network itself
// need not know it, and whatever is taken here is true of what is proven with it: only the bounds get
// wider if it is not what `quantize` had in mind.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

struct int8_meaning {
    double step = 1;
    std::int32_t zero = 0;

    constexpr double real(double q) const { return (q - zero) * step; }
};

// At a layer's input, before its activation, and after it.
struct layer_meaning {
    int8_meaning in, before, after;
};

template <concepts::network Network>
struct int8_scales {
    using scalar = typename Network::scalar;

    layer_meaning meanings[Network::depth]{};

    // What the last layer's integers stand for is known of a whole network, not of a branch.
    constexpr int8_scales(Network const& net, quantization::layers_int8<Network> const& layers,
                          int8_meaning const& in, int8_meaning const* out) {
        find<0>(net, layers, in, out);
    }

    static constexpr int8_meaning meaning_of(int8_scale<scalar> const& scale) {
        return {static_cast<double>(scale.step), scale.zero};
    }

private:
    template <std::size_t Index, class Layers>
    constexpr void find(Network const& net, Layers const& layers, int8_meaning in,
                        int8_meaning const* out) {
        if constexpr (Index < Network::depth) {
            using stage = typename Network::template stage<Index>;
            using kind = quantization::int8_kind<stage>;
            bool const is_known = Index + 1 == Network::depth && out != nullptr;
            layer_meaning& here = meanings[Index];
            here.in = here.before = in;
            if constexpr (kind::has_weights || kind::joins || kind::bends) {
                [[maybe_unused]] auto const& p = net.template layer<Index>();
                if (is_known && !kind::has_table)
                    here.before = *out;
                else if constexpr (kind::bends)
                    here.before = of_bend(layers.layer().bend, in.step);
                else if constexpr (kind::adds)
                    here.before = of_branches<stage>(p, layers.layer(), in);
                else if constexpr (kind::joins)
                    here.before = of_product<stage>(p, layers.layer(), in);
                else
                    here.before = of_sums(p, layers.layer().weights, in.step);
            }
            here.after = here.before;
            if constexpr (kind::has_table) {
                auto const step = static_cast<scalar>(here.before.step);
                quantization::table_int8 table;
                auto const made = quantization::make_table<typename stage::activation>(
                    int8_scale<scalar>{step, scalar(1) / step, here.before.zero}, table);
                here.after = is_known ? *out : meaning_of(made);
            }
            find<Index + 1>(net, layers.rest(), here.after, out);
        }
    }

    // From the branch with the largest multiplier, in the same way.
    template <class Stage, class Layer>
    static constexpr int8_meaning of_branches(typename Stage::parameters const& p,
                                              Layer const& layer, int8_meaning const& in) {
        double step = 0;
        std::int32_t most = -1;
        ctnn::detail::for_each_index<Stage::bound::branch_count>(
            [&]<std::size_t K>(std::integral_constant<std::size_t, K>) {
                if (layer.sums.multipliers[K] <= most)
                    return;
                most = layer.sums.multipliers[K];
                step = of_branch<Stage, K>(p, layer, in).step *
                       static_cast<double>(std::int64_t{1} << layer.sums.shift) /
                       (most > 0 ? static_cast<double>(most) : 1);
            });
        auto const rounded = static_cast<double>(static_cast<float>(step));
        return {rounded > 0 ? rounded : 1, layer.sums.zero};
    }
    // From the multiplier.
    template <class Stage, class Layer>
    static constexpr int8_meaning of_product(typename Stage::parameters const& p,
                                             Layer const& layer, int8_meaning const& in) {
        auto const& products = layer.sums;
        return scale_of_multiplier(of_branch<Stage, 0>(p, layer, in).step *
                                       of_branch<Stage, 1>(p, layer, in).step,
                                   products.multiplier, products.shift, products.zero);
    }
    template <std::size_t Channels>
    static constexpr int8_meaning of_bend(quantization::bent_int8<Channels> const& bend,
                                          double step) {
        return scale_of_multiplier(step / static_cast<double>(std::int32_t{1} << bend.left),
                                   bend.above.multiplier, bend.above.shift, bend.zero);
    }
    // Of the results, where `step` is what 1 stands for that is multiplied and shifted.
    static constexpr int8_meaning scale_of_multiplier(double step, std::int32_t multiplier,
                                                      std::int32_t shift, std::int32_t zero) {
        double const all = step * static_cast<double>(std::int64_t{1} << (31 + shift)) /
                           (multiplier > 0 ? static_cast<double>(multiplier) : 1);
        auto const rounded = static_cast<double>(static_cast<float>(all));
        return {rounded > 0 ? rounded : 1, zero};
    }

    template <class Stage, std::size_t K, class Layer>
    static constexpr int8_meaning of_branch(typename Stage::parameters const& p, Layer const& layer,
                                            int8_meaning const& in) {
        using branch = typename Stage::bound::template branch<K>;
        if constexpr (branch::depth == 0) {
            return in;
        } else {
            auto const& net = Stage::bound::template part<K>(p);
            return int8_scales<branch>(net, layer.template branch<K>(), in, nullptr)
                .meanings[branch::depth - 1]
                .after;
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

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
