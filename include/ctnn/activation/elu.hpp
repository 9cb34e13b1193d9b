#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/detail/setting_verdict.hpp>
#include <ctnn/math/expm1.hpp>
#include <ctnn/real.hpp>

namespace ctnn {

/// The exponential linear unit: x where x > 0, else Scale (exp(x) - 1). `elu` has the scale 1;
/// `basic_elu<0.5>` has another one.
///
/// Shape:    one scalar to one scalar.
/// Gradient: 1 where x > 0, else y + Scale.
/// Cost:     one comparison, one expm1.
/// Errors:   NaN gives NaN; a Scale that is a NaN or infinite does not compile.
/// Source:   D.-A. Clevert, T. Unterthiner, S. Hochreiter, "Fast and accurate deep network learning
///           by exponential linear units", ICLR 2016.
/// Example:  docs/examples/activation_plots.cpp
template <real Scale>
struct basic_elu {
    static_assert(detail::fits<detail::setting_verdict<basic_elu<Scale>, Scale>>);
    static constexpr char const* name = "elu";
    static constexpr double settings[] = {Scale.value};
    static constexpr output_bounds bounds{.lower = Scale.value > 0 ? -Scale.value : 0};

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        using math::expm1;
        return x > Scalar(0) ? x : Scalar(Scale.value) * expm1(x);
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar y) {
        return x > Scalar(0) ? Scalar(1) : y + Scalar(Scale.value);
    }
};

using elu = basic_elu<1.0>;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
