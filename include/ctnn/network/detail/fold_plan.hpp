#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/curve_of.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/affine_map.hpp>
#include <ctnn/placed/normalizes.hpp>
#include <type_traits>
#include <utility>

// What becomes of each layer of a network without layers that normalize.

namespace ctnn::detail {
CTNN_ARITHMETIC_BEGIN

enum class fold : unsigned char { keeps, into_before, into_next, alone };

template <class Stage>
constexpr std::size_t statistics_of() {
    if constexpr (placed::normalizes<typename Stage::bound>)
        return Stage::bound::statistics;
    else
        return 0;
}

// Into how many columns of weights the factors after a layer can go: 0 if it multiplies by none, or has an activation.
template <class Stage>
constexpr std::size_t columns_before_factors() {
    if constexpr (placed::multiplies<Stage> && is_line<typename Stage::activation>)
        return placed::columns_of<typename Stage::bound>;
    else
        return 0;
}

// Whether factors before a layer can go into its weights: the number that meets a weight always has the same factor, and
// is never padding, to which no offset was added.
template <class Stage>
constexpr bool takes_factors(std::size_t statistics) {
    if constexpr (!placed::multiplies<Stage>) {
        return false;
    } else {
        using windows = typename Stage::bound::windows;
        using shape = typename Stage::input_shape;
        if constexpr (windows::is_whole) {
            return true;
        } else if (shape::extents[shape::rank - 1] % statistics != 0) {
            return false;
        } else {
            std::size_t numbers = 0;
            for (std::size_t w = 0; w < windows::count; ++w)
                windows::for_each_run(w, [&numbers](std::size_t, std::size_t, std::size_t length) {
                    numbers += length;
                });
            return numbers == windows::count * windows::size;
        }
    }
}

template <class Network, class Indices = std::make_index_sequence<Network::depth>>
struct fold_plan;
template <class Network, std::size_t... Index>
struct fold_plan<Network, std::index_sequence<Index...>> {
    static constexpr std::size_t depth = sizeof...(Index);

    std::array<fold, depth> folds{};
    std::array<std::size_t, depth> target{}; // the layer that the factors go into
    std::array<std::size_t, depth> place{};  // in the network that results

    constexpr fold_plan() {
        constexpr std::array<std::size_t, depth> statistics{
            statistics_of<typename Network::template stage<Index>>()...};
        std::array<std::size_t, depth> columns{
            columns_before_factors<typename Network::template stage<Index>>()...};
        std::array<bool, depth> const next_takes{takes_factors_after<Index>(statistics[Index])...};
        std::size_t before = depth, places = 0;
        for (std::size_t i = 0; i < depth; ++i) {
            if (statistics[i] > 0) {
                if (before < depth && columns[before] > 0 && columns[before] % statistics[i] == 0)
                    folds[i] = fold::into_before, target[i] = before;
                else if (next_takes[i])
                    folds[i] = fold::into_next, target[i] = i + 1;
                else
                    folds[i] = fold::alone, columns[i] = statistics[i];
            }
            place[i] = places;
            if (folds[i] == fold::keeps || folds[i] == fold::alone)
                before = i, ++places;
        }
    }

private:
    template <std::size_t Place>
    static constexpr bool takes_factors_after(std::size_t statistics) {
        if constexpr (Place + 1 < depth)
            return statistics > 0 &&
                   takes_factors<typename Network::template stage<Place + 1>>(statistics);
        else
            return false;
    }
};
template <class Network>
inline constexpr fold_plan<Network> folds_of{};

CTNN_ARITHMETIC_END
} // namespace ctnn::detail
