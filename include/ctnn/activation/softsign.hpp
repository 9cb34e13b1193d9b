#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/kernel/exact_sum.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/vector.hpp>

namespace ctnn {

/// The softsign, x / (1 + |x|): a sigmoid from -1 to 1 without exp.
///
/// Shape:    one scalar to one scalar.
/// Gradient: 1 / (1 + |x|)^2.
/// Cost:     one division.
/// Errors:   NaN gives NaN. In float at most 1.5 units in the last place off.
/// Source:   J. Bergstra et al., "Quadratic polynomials learn better image features", Technical Report
///           1337, Universite de Montreal, 2009.
/// Example:  docs/examples/activation_plots.cpp
struct softsign {
    static constexpr char const* name = "softsign";
    static constexpr output_bounds bounds{-1, 1};
    static constexpr bool takes_vectors = true;
    static constexpr curve facts{.slopes = {0, 1},
                                 .bend = 1,
                                 .inflections = {{0}},
                                 .error = {2},
                                 .slope_error = {32, 1e-300},
                                 .falls = {4, 0},
                                 .keeps_range = true};

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        constexpr Scalar one = kernel::number<Scalar>(1);
        Scalar const size = x < Scalar{} ? -x : x;
        if constexpr (kernel::sums_exactly<
                          Scalar>) { // halves, because 1 + |x| may exceed its largest number
            constexpr Scalar half = kernel::number<Scalar>(0.5);
            return (half * x) / (half + half * size);
        } else {
            // Beyond 1 the other form, so that it reaches 1 and infinity gives no NaN.
            Scalar const inverse = one / (one + size);
            Scalar const above = one - inverse;
            Scalar const beyond = x < Scalar{} ? -above : above;
            return size > one ? beyond : x * inverse;
        }
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        constexpr Scalar one = kernel::number<Scalar>(1);
        Scalar const size = x < Scalar{} ? -x : x;
        if constexpr (kernel::sums_exactly<Scalar>) {
            constexpr Scalar half = kernel::number<Scalar>(0.5);
            Scalar const inverse = half / (half + half * size);
            return inverse * inverse;
        } else {
            Scalar const inverse = one / (one + size);
            return inverse * inverse;
        }
    }

    // In steps: one and a half near 0, because both halves are rounded, and the quotient, too.
    template <class T>
    static constexpr double fixed_point_error(double) {
        return 1.5 * curves::step<T>;
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
