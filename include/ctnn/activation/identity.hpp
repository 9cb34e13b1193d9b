#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/kernel/vector.hpp>

namespace ctnn {

/// The identity, x: no activation at all.
///
/// Shape:    one scalar to one scalar.
/// Gradient: 1.
/// Errors:   none; NaN gives NaN.
/// Example:  docs/examples/activation_plots.cpp
struct identity {
    static constexpr char const* name = "identity";
    static constexpr output_bounds bounds{};
    static constexpr bool takes_vectors = true;
    static constexpr bool derives_from_its_output = true;
    static constexpr bool is_nondecreasing = true;
    static constexpr curve facts{
        .pieces = {{-curves::infinity, 1}}, .error = {0}, .keeps_range = true};

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return x;
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar, Scalar) {
        return kernel::number<Scalar>(1);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
