#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/made_layer.hpp>
#include <ctnn/layer/permute.hpp>
#include <ctnn/layer/reshape.hpp>
#include <ctnn/layer/upsample.hpp>
#include <ctnn/layer/zero_padding.hpp>
#include <ctnn/tensor/sides.hpp>
#include <utility>

namespace ctnn::detail {

// sizes: how many there are, and each of them.
template <std::size_t... Numbers>
constexpr imported_signature describe_list(imported_layers layer) {
    imported_signature made{layer};
    made.sizes[0] = sizeof...(Numbers);
    std::size_t i = 1;
    for (std::size_t const number : std::array<std::size_t, sizeof...(Numbers)>{Numbers...})
        if (i < made.sizes.size())
            made.sizes[i++] = number;
    return made;
}

template <>
struct made_layer<imported_layers::permute> {
    template <auto const& Plan, std::size_t Index, std::size_t... K>
    static permute<Plan.steps[Index].sizes[K + 1]...> make(std::index_sequence<K...>);
    template <auto const& Plan, std::size_t Index>
    using type =
        decltype(make<Plan, Index>(std::make_index_sequence<Plan.steps[Index].sizes[0]>{}));
};
template <std::size_t... Axes>
struct described_layer<permute<Axes...>> : described_plain_layer<imported_layers::permute> {
    static constexpr imported_signature signature =
        describe_list<Axes...>(imported_layers::permute);
};

template <>
struct made_layer<imported_layers::reshape> {
    template <auto const& Plan, std::size_t Index, std::size_t... K>
    static reshape<Plan.steps[Index].sizes[K + 1]...> make(std::index_sequence<K...>);
    template <auto const& Plan, std::size_t Index>
    using type =
        decltype(make<Plan, Index>(std::make_index_sequence<Plan.steps[Index].sizes[0]>{}));
};
template <std::size_t... Extents>
struct described_layer<reshape<Extents...>> : described_plain_layer<imported_layers::reshape> {
    static constexpr imported_signature signature =
        describe_list<Extents...>(imported_layers::reshape);
};

template <>
struct made_layer<imported_layers::upsample> {
    template <auto const& Plan, std::size_t Index, std::size_t... K>
    static upsample<Plan.steps[Index].sizes[K + 1]...> make(std::index_sequence<K...>);
    template <auto const& Plan, std::size_t Index>
    using type =
        decltype(make<Plan, Index>(std::make_index_sequence<Plan.steps[Index].sizes[0]>{}));
};
template <std::size_t... Times>
struct described_layer<upsample<Times...>> : described_plain_layer<imported_layers::upsample> {
    static constexpr imported_signature signature =
        describe_list<Times...>(imported_layers::upsample);
};

// Before and after, for each axis.
template <>
struct made_layer<imported_layers::zero_padding> {
    template <auto const& Plan, std::size_t Index, std::size_t... K>
    static zero_padding<sides{Plan.steps[Index].sizes[2 * K + 1],
                              Plan.steps[Index].sizes[2 * K + 2]}...>
        make(std::index_sequence<K...>);
    template <auto const& Plan, std::size_t Index>
    using type =
        decltype(make<Plan, Index>(std::make_index_sequence<Plan.steps[Index].sizes[0] / 2>{}));
};
template <sides... Axes>
struct described_layer<zero_padding<Axes...>>
    : described_plain_layer<imported_layers::zero_padding> {
    static constexpr imported_signature signature = [] {
        imported_signature made{imported_layers::zero_padding};
        made.sizes[0] = 2 * sizeof...(Axes);
        std::size_t i = 1;
        for (sides const one : std::array<sides, sizeof...(Axes)>{Axes...})
            if (i + 1 < made.sizes.size()) {
                made.sizes[i++] = one.before;
                made.sizes[i++] = one.after;
            }
        return made;
    }();
};

} // namespace ctnn::detail
