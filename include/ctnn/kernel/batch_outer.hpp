#pragma once

#include <bit>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/change_loaded.hpp>
#include <ctnn/kernel/group.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/transpose.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

// What becomes of the sums over samples side by side. The first ones of a batch begin at zero, not
// at the gradient; after the last one the sums may be a step of the rule instead of a gradient.
template <class Rule>
struct batch_sums {
    std::size_t samples;
    bool is_first;
    bool is_step;
    Rule rule;
};

// Where an affine layer's numbers are: its parameters, their gradient, or what an optimizer remembers of them.
template <class Scalar>
struct affine_place {
    Scalar* weights;
    Scalar* biases;

    [[gnu::always_inline]] constexpr affine_place from_column(std::size_t j) const {
        return {weights + j, biases + j};
    }
    template <std::size_t Columns>
    [[gnu::always_inline]] constexpr affine_place from_row(std::size_t i) const {
        return {weights + i * Columns, biases};
    }
};

namespace detail {

// The samples' derivatives lie one after the other, each row padded to whole vectors.
template <class Scalar, std::size_t Columns>
inline constexpr std::size_t lanes_of_rest = Columns % widest<Scalar> == 0 ? 0
                                             : Columns % widest<Scalar> < narrowest<Scalar>
                                                 ? narrowest<Scalar>
                                                 : std::bit_ceil(Columns % widest<Scalar>);
template <class Scalar, std::size_t Columns>
inline constexpr std::size_t padded =
    Columns / widest<Scalar>* widest<Scalar> + lanes_of_rest<Scalar, Columns>;

// A tile of the sums stays in registers over all samples. Rows inputs from x on; Count vectors of
// columns, of the last one only Size lanes. With Biases, one more row of sums is that of d itself.
template <std::size_t Inputs, std::size_t Columns, std::size_t Rows, std::size_t Count,
          std::size_t Lanes, std::size_t Size, bool Biases, class Rule, class Scalar,
          class... Place>
[[gnu::always_inline]] inline void batch_outer_tile(batch_sums<Rule> const& plan, Scalar const* x,
                                                    Scalar const* d, affine_place<Scalar> gradient,
                                                    Place... places) {
    using values = vector<Scalar, Lanes>;
    constexpr std::size_t all = Rows + std::size_t{Biases};
    auto const row = [](affine_place<Scalar> place, std::size_t r) __attribute__((always_inline)) {
        return Biases && r == Rows ? place.biases : place.weights + r * Columns;
    };
    values sums[all * Count]{};
    if (!plan.is_first)
#pragma GCC unroll 16
        for (std::size_t r = 0; r < all; ++r)
#pragma GCC unroll 16
            for (std::size_t k = 0; k < Count; ++k)
                sums[r * Count + k] = load_part<Lanes, Size>(row(gradient, r) + k * Lanes);
    auto const add_sample = [&](std::size_t lane) __attribute__((always_inline)) {
        values in[Count];
#pragma GCC unroll 16
        for (std::size_t k = 0; k < Count; ++k)
            in[k] = load<Lanes>(d + lane * padded<Scalar, Columns> + k * Lanes);
#pragma GCC unroll 16
        for (std::size_t r = 0; r < Rows; ++r)
#pragma GCC unroll 16
            for (std::size_t k = 0; k < Count; ++k)
                sums[r * Count + k] =
                    multiply_add(x[r * group<Scalar> + lane], in[k], sums[r * Count + k]);
        if constexpr (Biases)
#pragma GCC unroll 16
            for (std::size_t k = 0; k < Count; ++k)
                sums[Rows * Count + k] = sums[Rows * Count + k] + in[k];
    };
    // Some samples in one round of the loop: group is a multiple of that. Eight are slower where an
    // addition is an operation of its own.
    constexpr std::size_t round = ctnn::detail::is_fused ? 8 : 4;
    std::size_t s = 0;
    for (; s + round <= plan.samples; s += round) {
#pragma GCC unroll 8
        for (std::size_t lane = 0; lane < round; ++lane)
            add_sample(lane);
        d += round * padded<Scalar, Columns>;
        x += (s + round) % group<Scalar> == 0 ? round + (Inputs - 1) * group<Scalar> : round;
    }
    for (; s < plan.samples; ++s, ++x, d += padded<Scalar, Columns>)
        add_sample(0);
#pragma GCC unroll 16
    for (std::size_t r = 0; r < all; ++r)
#pragma GCC unroll 16
        for (std::size_t k = 0; k < Count; ++k) {
            values const& sum = sums[r * Count + k];
            if (plan.is_step)
                change_loaded<Lanes, Size>(
                    [&](auto& parameter, auto&... memory)
                        __attribute__((always_inline)) { plan.rule(parameter, sum, memory...); },
                    (row(places, r) + k * Lanes)...);
            else
                store_part<0, Size>(row(gradient, r) + k * Lanes, sum);
        }
}

// All rows of Count vectors of columns.
template <std::size_t Inputs, std::size_t Columns, std::size_t Count, std::size_t Lanes,
          std::size_t Size, class Rule, class Scalar, class... Place>
[[gnu::always_inline]] inline void batch_outer_columns(batch_sums<Rule> const& plan,
                                                       Scalar const* x, Scalar const* d,
                                                       Place... places) {
    constexpr std::size_t most = accumulators / Count;
    constexpr std::size_t rows = most < Inputs ? most : Inputs;
    constexpr std::size_t rest = Inputs % rows;
    constexpr std::size_t whole = Inputs - rest;
    // The tile with fewest rows takes the biases.
    constexpr bool last_takes_biases = true;
    constexpr std::size_t begin = rest == 0 ? rows : 0;
    if constexpr (rest > 0)
        batch_outer_tile<Inputs, Columns, rest, Count, Lanes, Size, last_takes_biases>(
            plan, x + whole * group<Scalar>, d, places.template from_row<Columns>(whole)...);
    else
        batch_outer_tile<Inputs, Columns, rows, Count, Lanes, Size, last_takes_biases>(plan, x, d,
                                                                                       places...);
    for (std::size_t i = begin; i < whole; i += rows)
        batch_outer_tile<Inputs, Columns, rows, Count, Lanes, Size, false>(
            plan, x + i * group<Scalar>, d, places.template from_row<Columns>(i)...);
}

} // namespace detail

// The sums over the samples, in their order, of x^T d and of d, element by element as kernel/add_outer.hpp
// adds one sample after the other: the gradient by the weights (Inputs x Columns) and the biases of
// an affine layer. x is groups of samples; d is one sample after the other, `padded` apart. The places are those of
// the gradient, of the parameters and of what the rule remembers.
template <std::size_t Inputs, std::size_t Columns, class Rule, vectorizable Scalar, class... Place>
[[gnu::always_inline]] inline void batch_outer(batch_sums<Rule> const& plan, Scalar const* x,
                                               Scalar const* d, Place... places) {
    constexpr std::size_t lanes = widest<Scalar>;
    constexpr std::size_t vectors = Columns / lanes;
    constexpr std::size_t at_once = vectors % 2 == 0 ? 2 : 1;
    constexpr std::size_t whole = vectors * lanes;
    for (std::size_t j = 0; j < whole; j += at_once * lanes)
        detail::batch_outer_columns<Inputs, Columns, at_once, lanes, lanes>(
            plan, x, d + j, places.from_column(j)...);
    if constexpr (whole < Columns)
        detail::batch_outer_columns<Inputs, Columns, 1, detail::lanes_of_rest<Scalar, Columns>,
                                    Columns - whole>(plan, x, d + whole,
                                                     places.from_column(whole)...);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
