#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/math/exp.hpp>
#include <ctnn/math/log1p.hpp>

namespace ctnn {

/// The softplus, ln(1 + exp(x)): a smooth relu.
///
/// Shape:    one scalar to one scalar.
/// Gradient: 1 / (1 + exp(-x)).
/// Cost:     one exp, one log1p.
/// Errors:   NaN gives NaN. In float at most 1.5 units in the last place off.
/// Source:   C. Dugas et al., "Incorporating second-order functional knowledge for better option
///           pricing", NIPS 2000.
/// Example:  docs/examples/activation_plots.cpp
struct softplus {
    static constexpr char const* name = "softplus";
    static constexpr output_bounds bounds{.lower = 0};

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        // max(x, 0) + ln(1 + exp(-|x|)): exp never overflows.
        using math::exp;
        using math::log1p;
        return x > Scalar(0) ? x + log1p(exp(-x)) : log1p(exp(x));
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        return sigmoid::value(x);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
