#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/kernel/exact_sum.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>

namespace ctnn {

/// The rectified linear unit: x where x > 0, else 0.
///
/// Shape:    one scalar to one scalar.
/// Gradient: 1 where x > 0, else 0.
/// Cost:     one comparison.
/// Errors:   none; NaN gives NaN, with the derivative 0.
/// Source:   V. Nair, G. E. Hinton, "Rectified linear units improve restricted Boltzmann
///           machines", ICML 2010.
/// Example:  docs/examples/activation_plots.cpp
struct relu {
    static constexpr char const* name = "relu";
    static constexpr output_bounds bounds{.lower = 0};
    static constexpr bool takes_vectors = true;
    static constexpr bool derives_from_its_output = true;
    static constexpr bool is_nondecreasing = true;
    static constexpr curve facts{
        .pieces = {{-curves::infinity, 0}, {0, 1}}, .error = {0}, .keeps_range = true};

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        if constexpr (kernel::chooses_by_mask<Scalar>)
            if (!std::is_constant_evaluated())
                return kernel::choose(x < Scalar{}, Scalar{}, x);
        if constexpr (kernel::sums_exactly<Scalar> && requires { larger(x, x); })
            if (!std::is_constant_evaluated())
                return larger(x, Scalar{}); // in place, the other form becomes a branch
        if constexpr (kernel::is_vector<Scalar>)
            if (!std::is_constant_evaluated())
                return kernel::larger_lanes(Scalar{}, x);
        return x < Scalar{} ? Scalar{} : x;
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        return x > Scalar{} ? kernel::number<Scalar>(1) : Scalar{};
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
