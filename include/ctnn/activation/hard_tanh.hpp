#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/vector.hpp>

namespace ctnn {

/// A hyperbolic tangent of straight lines: x, cut off at -1 and 1.
///
/// Shape:    one scalar to one scalar.
/// Gradient: 1 where -1 < x < 1, else 0.
/// Cost:     two comparisons.
/// Errors:   none; NaN gives NaN, with the derivative 0.
/// Source:   R. Collobert, "Large scale machine learning", thesis, 2004.
/// Example:  docs/examples/activation_plots.cpp
struct hard_tanh {
    static constexpr char const* name = "hard_tanh";
    static constexpr output_bounds bounds{-1, 1};
    static constexpr bool takes_vectors = true;
    static constexpr bool is_nondecreasing = true;
    static constexpr curve facts{
        .pieces = {{-curves::infinity, 0}, {-1, 1}, {1, 0}}, .error = {0}, .keeps_range = true};

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        constexpr Scalar one = kernel::number<Scalar>(1);
        Scalar const at_least = kernel::select(x < -one, -one, x);
        return kernel::select(at_least > one, one, at_least);
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        constexpr Scalar one = kernel::number<Scalar>(1);
        Scalar const above = x > -one ? one : Scalar{};
        return x < one ? above : Scalar{};
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
