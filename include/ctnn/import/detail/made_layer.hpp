#pragma once

#include <cstddef>
#include <ctnn/activation/identity.hpp>
#include <ctnn/import/detail/imported_step.hpp>

namespace ctnn::detail {

// The two ways between a step and a layer's type. A layer that model files can hold specializes both, in a file of
// layers/.

// `type<Plan, Index>` is the layer that step Index of a plan becomes, a constant.
template <imported_layers Layer>
struct made_layer;

// `signature` is what the layer would be in a file, without its activation, which is a type of its own.
template <class Layer>
struct described_layer {
    static constexpr imported_signature signature{};
    using activation = void;
};

// Those of a layer without settings.
template <class Layer>
struct made_plain_layer {
    template <auto const& Plan, std::size_t Index>
    using type = Layer;
};
template <imported_layers Layer>
struct described_plain_layer {
    static constexpr imported_signature signature{Layer};
    using activation = identity;
};

// The same of activations.
template <imported_activation Activation>
struct made_activation;

template <class Activation>
struct described_activation {
    static constexpr bool is_known = false;
    static constexpr imported_activation value{};
};

} // namespace ctnn::detail
