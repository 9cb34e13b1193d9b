#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/detail/linear/functionals.hpp>
#include <ctnn/verify/detail/linear/machine_functionals.hpp>
#include <type_traits>

CTNN_NAMESPACE(ctnn::verify::detail) {

// Narrows the bounds of `count` neurons of an affine layer: by one function for each that is carried back, and one
// for its negative.
template <class Chain>
constexpr void refine(Chain& chain, std::size_t const* which, std::size_t count) {
    constexpr std::size_t outputs = Chain::outputs;
    double constants[functionals_at_once]{}, squares[functionals_at_once]{};
    double results[functionals_at_once]{};
    for (std::size_t k = 0; k < count; ++k) {
        double const error = Chain::share * chain.magnitude[which[k]];
        constants[k] = chain.biases[which[k]];
        constants[count + k] = -constants[k];
        squares[k] = squares[count + k] = error * error;
    }
    bound_functionals<Chain::inputs>(
        2 * count, constants, squares,
        [&](std::size_t h, double* of) {
            double const* const w = chain.weights + h * outputs;
            if (!chain.before.taken[h])
                return;
            if (!std::is_constant_evaluated())
                return choose(w, which, count, of);
            for (std::size_t k = 0; k < count; ++k) {
                of[k] = w[which[k]];
                of[count + k] = -of[k];
            }
        },
        [&](auto* a, auto& f) { chain.before.bound(a, f, results); });
    for (std::size_t k = 0; k < count; ++k) {
        std::size_t const j = which[k];
        if (results[k] > chain.low[j])
            chain.low[j] = results[k];
        if (-results[count + k] < chain.high[j])
            chain.high[j] = -results[count + k];
    }
}

} // CTNN_NAMESPACE(ctnn::verify::detail)
