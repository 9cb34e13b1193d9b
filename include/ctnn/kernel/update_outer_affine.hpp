#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/affine.hpp>
#include <ctnn/kernel/chains.hpp>
#include <ctnn/kernel/change_loaded.hpp>
#include <ctnn/kernel/descent.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/subtract_outer.hpp>
#include <ctnn/kernel/update_outer.hpp>
#include <ctnn/kernel/vector.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// Count vectors of columns of all rows.
template <std::size_t Inputs, std::size_t Outputs, std::size_t Count, class Scalar, class Step,
          class... Memory>
[[gnu::always_inline]] inline void
update_outer_affine_tile(Step const& step, Scalar const* before, Scalar const* d, Scalar const* x,
                         Scalar const* biases, Scalar* y, Scalar* weights, Memory*... memory) {
    constexpr std::size_t lanes = widest<Scalar>;
    constexpr std::size_t n = chains<Inputs, Outputs>;
    constexpr std::size_t whole = Inputs / n * n;
    using values = vector<Scalar, lanes>;
    values sums[n * Count]{};
    values columns[Count];
#pragma GCC unroll 16
    for (std::size_t k = 0; k < Count; ++k) {
        sums[k] = load<lanes>(biases + k * lanes);
        columns[k] = load<lanes>(d + k * lanes);
    }
    auto const add = [&](std::size_t c, std::size_t i) __attribute__((always_inline)) {
        auto const xi = fill<lanes>(x[i]);
#pragma GCC unroll 16
        for (std::size_t k = 0; k < Count; ++k) {
            std::size_t const place = i * Outputs + k * lanes;
            auto const change = [&](values & w, auto&... memories) __attribute__((always_inline)) {
                step(before[i], columns[k], w, memories...);
                sums[c * Count + k] = multiply_add(xi, w, sums[c * Count + k]);
            };
            change_loaded<lanes, lanes>(change, weights + place, (memory + place)...);
        }
    };
#pragma GCC unroll 2
    for (std::size_t i = 0; i < whole; i += n)
#pragma GCC unroll 4
        for (std::size_t c = 0; c < n; ++c)
            add(c, i + c);
#pragma GCC unroll 4
    for (std::size_t i = whole; i < Inputs; ++i)
        add(i - whole, i);
#pragma GCC unroll 16
    for (std::size_t k = 0; k < Count; ++k)
        store<lanes>(y + k * lanes, add_chains<Inputs, Outputs>(sums + k, Count));
}

// As many vectors of columns as there are registers for, which make a whole row.
template <std::size_t Inputs, std::size_t Outputs, class Scalar>
inline constexpr std::size_t vectors_to_step = [] {
    constexpr std::size_t vectors = Outputs / widest<Scalar>;
    std::size_t count = (vector_bytes == 64 ? 8 : 4) / chains<Inputs, Outputs>;
    while (count > 1 && vectors % count != 0)
        --count;
    return count > 1 ? count : 1;
}();

} // namespace detail

// The rule's step of W along before^T d, and then y = x W + b, in one pass over W if its rows are whole vectors: the
// bits of update_outer and then affine.
template <std::size_t Inputs, std::size_t Outputs, class Rule, vectorizable Scalar, class... Memory>
[[gnu::always_inline]] inline void
update_outer_affine(Rule const& rule, Scalar const* before, Scalar const* d, Scalar const* x,
                    Scalar const* biases, Scalar* y, Scalar* weights, Memory*... memory) {
    if constexpr (Outputs % widest<Scalar> == 0) {
        constexpr std::size_t count = detail::vectors_to_step<Inputs, Outputs, Scalar>;
        auto const go = [&](auto const& step, Scalar const* columns)
            __attribute__((always_inline)) {
            for (std::size_t j = 0; j < Outputs; j += count * widest<Scalar>)
                detail::update_outer_affine_tile<Inputs, Outputs, count>(
                    step, before, columns + j, x, biases + j, y + j, weights + j, (memory + j)...);
        };
        if constexpr (is_descent<Rule>) {
            detail::outer_step<Outputs, Scalar> const step(rule.rate, d);
            go(step, step.columns());
        } else {
            go(detail::outer_update<Rule>{rule}, d);
        }
    } else {
        update_outer<Inputs, Outputs>(rule, before, d, weights, memory...);
        affine<Inputs, Outputs>(x, weights, biases, y);
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
