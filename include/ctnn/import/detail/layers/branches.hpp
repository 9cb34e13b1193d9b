#pragma once

#include <array>
#include <cstddef>
#include <ctnn/activation/identity.hpp>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/made_layer.hpp>
#include <ctnn/layer/parallel.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/layer/separable_conv2d.hpp>
#include <ctnn/layer/sequential.hpp>
#include <ctnn/placed/added.hpp>
#include <ctnn/placed/concatenated.hpp>
#include <ctnn/placed/multiplied.hpp>
#include <utility>

namespace ctnn::detail {

// The steps from First to Last, without those that are part of others: how many, or number K of them.
template <auto const& Plan, std::size_t First, std::size_t Last>
struct outer_steps {
    static constexpr std::size_t count = [] {
        std::size_t found = 0;
        for (std::size_t i = First; i < Last; i += 1 + Plan.steps[i].inside)
            ++found;
        return found;
    }();
    static constexpr std::array<std::size_t, count> all = [] {
        std::array<std::size_t, count> found{};
        std::size_t k = 0;
        for (std::size_t i = First; i < Last; i += 1 + Plan.steps[i].inside)
            found[k++] = i;
        return found;
    }();
};

template <auto const& Plan, std::size_t Index>
using layer_of_step = typename made_layer<Plan.steps[Index].layer>::template type<Plan, Index>;

// The layers of these steps, as arguments of a template.
template <template <class...> class To, auto const& Plan, std::size_t First, std::size_t Last,
          class Outer = std::make_index_sequence<outer_steps<Plan, First, Last>::count>>
struct layers_as;
template <template <class...> class To, auto const& Plan, std::size_t First, std::size_t Last,
          std::size_t... K>
struct layers_as<To, Plan, First, Last, std::index_sequence<K...>> {
    using type = To<layer_of_step<Plan, outer_steps<Plan, First, Last>::all[K]>...>;
};

// A branch of no layers is the input, one of one layer is that layer.
template <class... Layers>
struct branch_of_layers {
    using type = sequential<Layers...>;
};
template <class Layer>
struct branch_of_layers<Layer> {
    using type = Layer;
};
template <>
struct branch_of_layers<> {
    using type = identity;
};
template <>
struct made_layer<imported_layers::branch> {
    template <auto const& Plan, std::size_t Index>
    using type = typename layers_as<branch_of_layers, Plan, Index + 1,
                                    Index + 1 + Plan.steps[Index].inside>::type::type;
};

// x + layers(x) has a name of its own.
template <template <class...> class Join, class... Branches>
struct joined_branches {
    using type = parallel<Join, Branches...>;
};
template <class... Layers>
struct residual_of {
    using type = residual<Layers...>;
};
template <class Layer>
struct joined_branches<added, identity, Layer> : residual_of<Layer> {};
template <class... Layers>
struct joined_branches<added, identity, sequential<Layers...>> : residual_of<Layers...> {};
template <>
struct joined_branches<added, identity, identity> {
    using type = parallel<added, identity, identity>;
};
template <template <class...> class Join>
struct made_join {
    template <class... Branches>
    using of = typename joined_branches<Join, Branches...>::type;
    // (without the step `joined`)
    template <auto const& Plan, std::size_t Index>
    using type = typename layers_as<of, Plan, Index + 1, Index + Plan.steps[Index].inside>::type;
};
template <>
struct made_layer<imported_layers::added> : made_join<added> {};
template <>
struct made_layer<imported_layers::multiplied> : made_join<multiplied> {};
template <>
struct made_layer<imported_layers::concatenated> : made_join<concatenated> {};

// Layers that are only several in a row, which a file has one after the other.
template <class Layer>
inline constexpr bool is_row_of_layers = false;
template <class... Layers>
inline constexpr bool is_row_of_layers<sequential<Layers...>> = true;
template <std::size_t Outputs, class... Options>
inline constexpr bool is_row_of_layers<separable_conv2d<Outputs, Options...>> = true;

// sizes: how many branches. What is in them, is_same_network.hpp adds.
template <imported_layers Layer, std::size_t Branches>
struct described_join : described_plain_layer<Layer> {
    static constexpr imported_signature signature{Layer, {}, {Branches}, {}};
};
template <class... Layers>
struct described_layer<residual<Layers...>> : described_join<imported_layers::added, 2> {};
template <class... Branches>
struct described_layer<parallel<added, Branches...>>
    : described_join<imported_layers::added, sizeof...(Branches)> {};
template <class... Branches>
struct described_layer<parallel<multiplied, Branches...>>
    : described_join<imported_layers::multiplied, sizeof...(Branches)> {};
template <class... Branches>
struct described_layer<parallel<concatenated, Branches...>>
    : described_join<imported_layers::concatenated, sizeof...(Branches)> {};

} // namespace ctnn::detail
