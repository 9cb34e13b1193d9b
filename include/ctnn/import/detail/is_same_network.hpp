#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/layers.hpp>
#include <ctnn/tensor/detail/for_each_index.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::detail {

// A network's layers as a file would have them. A layer with an activation is two, since `dense<3, relu>` and
// `dense<3>, relu` are the same function of the same parameters; a layer that only gives another shape is none.
template <std::size_t Capacity>
struct described_layers {
    std::array<imported_signature, Capacity> all{};
    std::array<std::size_t, Capacity> places{}; // of the network's layers that they are, or are in
    std::size_t count = 0;

    constexpr void add(imported_signature const& layer, imported_activation activation,
                       std::size_t place = 0) {
        if (layer.layer != imported_layers::activation) {
            places[count] = place;
            all[count] = layer;
            all[count++].activation = {};
        }
        if (activation.kind != imported_activations::identity) {
            places[count] = place;
            all[count] = {};
            all[count].layer = imported_layers::activation;
            all[count++].activation = activation;
        }
    }
};

template <class Layer>
inline constexpr bool is_described_join =
    described_layer<Layer>::signature.layer == imported_layers::added ||
    described_layer<Layer>::signature.layer == imported_layers::multiplied ||
    described_layer<Layer>::signature.layer == imported_layers::concatenated;

// Room for a network's, or a branch's.
template <class Network>
constexpr std::size_t count_described() {
    std::size_t count = 2 * Network::depth;
    if constexpr (Network::depth > 0)
        for_each_index<Network::depth>([&]<std::size_t Index>(
                                           std::integral_constant<std::size_t, Index>) {
            using stage = typename Network::template stage<Index>;
            if constexpr (is_described_join<typename stage::layer>)
                for_each_index<stage::bound::branch_count>(
                    [&]<std::size_t K>(std::integral_constant<std::size_t, K>) {
                        count += 1 + count_described<typename stage::bound::template branch<K>>();
                    });
            else if constexpr (is_row_of_layers<typename stage::layer>)
                count += count_described<typename stage::bound::template branch<0>>();
        });
    return count;
}

// Of a branch, Place is the layer that it is part of.
template <class Network, std::size_t... Place, std::size_t Capacity>
constexpr void describe_layers(described_layers<Capacity>& made) {
    if constexpr (Network::depth > 0)
        for_each_index<Network::depth>(
            [&]<std::size_t Index>(std::integral_constant<std::size_t, Index>) {
                using stage = typename Network::template stage<Index>;
                using described = described_layer<typename stage::layer>;
                constexpr std::size_t place = std::array{Place..., Index}[0];
                if constexpr (is_row_of_layers<typename stage::layer>) {
                    describe_layers<typename stage::bound::template branch<0>, place>(made);
                } else if constexpr (!customization::passes_on<typename stage::bound> ||
                                     described::signature.layer != imported_layers::nothing) {
                    using activation = described_activation<typename described::activation>;
                    made.add(activation::is_known ? described::signature : imported_signature{},
                             activation::value, place);
                }
                if constexpr (is_described_join<typename stage::layer>) {
                    for_each_index<stage::bound::branch_count>(
                        [&]<std::size_t K>(std::integral_constant<std::size_t, K>) {
                            made.add({imported_layers::branch}, {}, place);
                            describe_layers<typename stage::bound::template branch<K>, place>(made);
                        });
                    made.add({imported_layers::joined}, {}, place);
                }
            });
}
template <class Network>
inline constexpr auto described_network = [] {
    described_layers<count_described<Network>()> made;
    describe_layers<Network>(made);
    return made;
}();

constexpr bool is_same_layer(imported_signature const& a, imported_signature const& b) {
    return a.layer == b.layer && a.sizes == b.sizes && a.setting == b.setting;
}

// The first layer of a network that is another one in a file, or the depth where the file goes on; the depth + 1 where all
// are the same.
template <class Network>
constexpr std::size_t find_other_layer(imported_step const* steps, std::size_t count) {
    auto const& wanted = described_network<Network>;
    std::size_t found = 0;
    for (std::size_t i = 0; i < count; ++i) {
        imported_step const& step = steps[i];
        bool const has_activation = step.activation.kind != imported_activations::identity;
        for (bool is_layer : {true, false}) {
            if (is_layer ? step.layer == imported_layers::activation : !has_activation)
                continue;
            if (found == wanted.count)
                return Network::depth;
            imported_signature const& one = wanted.all[found];
            if (is_layer ? !is_same_layer(step, one)
                         : one.layer != imported_layers::activation ||
                               !(one.activation == step.activation))
                return wanted.places[found];
            ++found;
        }
    }
    return found == wanted.count ? Network::depth + 1 : wanted.places[found];
}

} // namespace ctnn::detail
