#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/training/detail/slice_size.hpp>
#include <ctnn/verify/detail/linear/linear_stage.hpp>
#include <ctnn/verify/detail/search/search.hpp>
#include <type_traits>
#include <utility>

// A compiler limits how much one constant may cost, but not how many there are: so a search is a chain
// of constants, each of which goes on where the one before stopped.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// Of a network that is a branch: the rows of its layers, and the passes of their neurons.
struct rows_and_passes {
    std::size_t rows = 0, passes = 0;
};
template <class Stage>
constexpr rows_and_passes of_branches();
template <class Network, std::size_t Index = 0>
constexpr rows_and_passes of_branch() {
    if constexpr (Index == Network::depth) {
        return {};
    } else {
        using here = typename Network::template stage<Index>;
        rows_and_passes const inside = of_branches<here>(), after = of_branch<Network, Index + 1>();
        return {here::input_size + inside.rows + after.rows,
                (here::output_size + 31) / 32 + inside.passes + after.passes};
    }
}

template <class Stage>
constexpr rows_and_passes of_branches() {
    if constexpr (has_linear_branches<Stage>)
        return {sum_over_branches<typename Stage::bound>(
                    []<class Branch>(Branch const*) { return of_branch<Branch>().rows; }),
                sum_over_branches<typename Stage::bound>(
                    []<class Branch>(Branch const*) { return of_branch<Branch>().passes; })};
    else
        return {};
}

// What a box costs at most, in what the compiler counts (tests/verify/proof.cpp is held to the limits):
// for each layer the passes of its neurons to the inputs, 32 at a time, and each row of them.
template <class Network, std::size_t Index = 0>
constexpr std::size_t rows_of_box(std::size_t rows_before = 0) {
    if constexpr (Index == Network::depth) {
        return rows_before;
    } else {
        using here = typename Network::template stage<Index>;
        std::size_t const passes = Index == 0 ? 0 : (here::output_size + 31) / 32;
        rows_and_passes const inside = of_branches<here>();
        std::size_t const rows = rows_before + here::input_size + inside.rows;
        return passes * rows_before + inside.passes * rows + here::input_size + inside.rows +
               rows_of_box<Network, Index + 1>(rows) - (Index + 1 == Network::depth ? rows : 0);
    }
}

#if defined(__clang__)
inline constexpr std::size_t price_of_row = 600, price_of_pass_unit = 6;
#else
inline constexpr std::size_t price_of_row = 40'000, price_of_pass_unit = 150;
#endif

template <class Property>
struct proof_of {
    using network = std::remove_cvref_t<decltype(Property::network)>;
    using search = detail::search<network>;
    static constexpr std::size_t cost = (rows_of_box<network>() + 8) * price_of_row;
    static constexpr std::size_t limit = compiler::prices.limit / 2;
    static constexpr std::size_t boxes_in_slice = cost < limit ? limit / cost : 1;
    static constexpr price_of_search price{cost, price_of_pass<network>* price_of_pass_unit,
                                           cost < limit ? limit : cost};
};

template <class Property>
constexpr auto go_on(typename proof_of<Property>::search search) {
    using of = proof_of<Property>;
    std::size_t const left = Property::boxes - search.boxes;
    std::size_t const more = left < of::boxes_in_slice ? left : of::boxes_in_slice;
    if constexpr (requires { of::price; })
        search.go_on(Property::network, Property::wanted, more, of::price);
    else
        search.go_on(Property::network, Property::wanted, more);
    return search;
}

template <class Property, std::size_t Slice>
inline constexpr
    typename proof_of<Property>::search slice = go_on<Property>(slice<Property, Slice - 1>);
template <class Property>
inline constexpr typename proof_of<Property>::search
    slice<Property, 0> = go_on<Property>({Property::inputs, Property::wanted});

// Slices in their order, in steps so that no deep recursion of templates comes of many.
template <class Property, std::size_t First, std::size_t Count>
constexpr bool ends_within() {
    constexpr auto is_last = [](auto const& search) {
        return search.done || search.boxes >= Property::boxes;
    };
    if constexpr (Count == 1)
        return is_last(slice<Property, First>);
    else if constexpr (ends_within<Property, First, Count / 2>())
        return true;
    else
        return ends_within<Property, First + Count / 2, Count - Count / 2>();
}

template <class Property, std::size_t First, std::size_t Count>
constexpr std::size_t last_within() {
    if constexpr (Count == 1)
        return First;
    else if constexpr (ends_within<Property, First, Count / 2>())
        return last_within<Property, First, Count / 2>();
    else
        return last_within<Property, First + Count / 2, Count - Count / 2>();
}

template <class Property, std::size_t Count = 16>
constexpr auto search_in_slices() {
    if constexpr (ends_within<Property, 0, Count>())
        return slice<Property, last_within<Property, 0, Count>()>.verdict_now();
    else
        return search_in_slices<Property, 2 * Count>();
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
