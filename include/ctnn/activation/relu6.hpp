#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/vector.hpp>

namespace ctnn {

/// The rectified linear unit, cut off at 6.
///
/// Shape:    one scalar to one scalar.
/// Gradient: 1 where 0 < x < 6, else 0.
/// Cost:     two comparisons.
/// Errors:   none; NaN gives NaN, with the derivative 0. A fixed-point format without a 6 never reaches it.
/// Source:   A. Krizhevsky, "Convolutional deep belief networks on CIFAR-10", 2010.
/// Example:  docs/examples/activation_plots.cpp
struct relu6 {
    static constexpr char const* name = "relu6";
    static constexpr output_bounds bounds{0, 6};
    static constexpr bool takes_vectors = true;
    static constexpr bool is_nondecreasing = true;
    static constexpr curve facts{
        .pieces = {{-curves::infinity, 0}, {0, 1}, {6, 0}}, .error = {0}, .keeps_range = true};

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        constexpr Scalar six = kernel::number<Scalar>(6);
        Scalar const at_least = kernel::select(x < Scalar{}, Scalar{}, x);
        return kernel::select(at_least > six, six, at_least);
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        constexpr Scalar one = kernel::number<Scalar>(1), six = kernel::number<Scalar>(6);
        Scalar const above = x > Scalar{} ? one : Scalar{};
        return x < six ? above : Scalar{};
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
