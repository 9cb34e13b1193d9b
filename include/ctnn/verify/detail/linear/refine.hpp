#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/detail/linear/functionals.hpp>
#include <ctnn/verify/detail/linear/load_weights.hpp>
#include <ctnn/verify/detail/linear/machine_functionals.hpp>
#include <ctnn/verify/detail/linear/window_rows.hpp>
#include <type_traits>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// The sums of neurons of a layer with windows, and their negatives: each is over the numbers of one window.
template <class Chain>
struct sums_of_windows {
    using layer = typename Chain::layer;
    Chain const& chain;
    std::size_t const* which;
    std::size_t count;

    constexpr row_range range() const {
        return inputs_of_windows<layer>({which[0], which[count - 1] + 1});
    }
    constexpr void operator()(double* rows, std::size_t width) const {
        for (std::size_t k = 0; k < count; ++k) {
            std::size_t const window = which[k] / layer::channels;
            double const* const weights =
                weights_of_window<layer>(chain.weights, window) + which[k] % layer::channels;
            layer::windows::for_each_run(
                window, [&](std::size_t place, std::size_t from, std::size_t length) {
                    for (std::size_t n = 0; n < length; ++n)
                        if (chain.before.taken[from + n]) {
                            double const w = weights[(place + n) * layer::channels];
                            double* const row = rows + (from + n) * width;
                            row[k] = w, row[count + k] = -w;
                        }
                });
        }
    }
};

// Those of a dense layer, over the numbers before it.
template <class Chain>
struct sums_of_neurons {
    Chain const& chain;
    std::size_t const* which;
    std::size_t count;

    constexpr void operator()(std::size_t h, double* row) const {
        double const* const w = chain.weights + h * Chain::outputs;
        if (!chain.before.taken[h])
            return;
        if (!std::is_constant_evaluated())
            return choose(w, which, count, row);
        for (std::size_t k = 0; k < count; ++k) {
            row[k] = w[which[k]];
            row[count + k] = -row[k];
        }
    }
};

// For a layer without sums.
struct numbers_themselves {
    std::size_t const* which;
    std::size_t count;

    constexpr void operator()(std::size_t i, double* row) const {
        for (std::size_t k = 0; k < 2 * count; ++k)
            row[k] = 0;
        for (std::size_t k = 0; k < count; ++k)
            if (which[k] == i)
                row[k] = 1, row[count + k] = -1;
    }
};

// Narrows the bounds of `count` neurons of a layer. It carries back two functions for each: its sum and the negative.
template <std::size_t Widest, class Chain, class Origin>
constexpr void refine(Chain& chain, std::size_t const* which, std::size_t count,
                      Origin const& origin) {
    double constants[functionals_at_once]{}, squares[functionals_at_once]{};
    double results[functionals_at_once]{};
    auto const end = origin.end(results);
    if constexpr (Chain::is_affine_layer) {
        using sums =
            std::conditional_t<Chain::has_windows, sums_of_windows<Chain>, sums_of_neurons<Chain>>;
        for (std::size_t k = 0; k < count; ++k) {
            double const error = Chain::share * chain.magnitude[which[k]];
            constants[k] = chain.biases[which[k]];
            constants[count + k] = -constants[k];
            squares[k] = squares[count + k] = error * error;
        }
        bound_functionals<Chain::inputs, Widest>(
            2 * count, constants, squares, sums{chain, which, count},
            [&](auto&&... rows) { chain.before.bound(rows..., end); });
    } else {
        bound_functionals<Chain::outputs, Widest>(
            2 * count, constants, squares, numbers_themselves{which, count}, [&](auto&&... rows) {
                if constexpr (Chain::has_branches)
                    chain.bound_before(rows..., end);
                else
                    chain.before.bound(rows..., end);
            });
    }
    for (std::size_t k = 0; k < count; ++k) {
        std::size_t const j = which[k];
        if (results[k] > chain.low[j])
            chain.low[j] = results[k];
        if (-results[count + k] < chain.high[j])
            chain.high[j] = -results[count + k];
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
