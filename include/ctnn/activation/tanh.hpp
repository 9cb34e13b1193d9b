#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/fused_functions.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/tanh.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/math/exp.hpp>
#include <ctnn/math/tanh.hpp>
#include <type_traits>

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// The hyperbolic tangent.
///
/// Shape:    one scalar to one scalar.
/// Gradient: 1 - y^2.
/// Cost:     one tanh.
/// Errors:   none; NaN gives NaN.
/// Source:   Y. LeCun, L. Bottou, G. B. Orr, K.-R. Mueller, "Efficient BackProp", 1998.
/// Example:  docs/examples/activation_plots.cpp
struct tanh {
    static constexpr char const* name = "tanh";
    static constexpr output_bounds bounds{-1, 1};
    static constexpr bool takes_vectors = true;
    static constexpr bool derives_from_its_output = true;
    static constexpr curve facts{.slopes = {0, 1},
                                 .bend = 1,
                                 .inflections = {{0}},
                                 .error = {1},
                                 .slope_error = {32, 4e-300},
                                 .rises_in_float = true,
                                 .falls = curves::of_a_function,
                                 .keeps_range = true};

    template <class Scalar>
    [[gnu::always_inline]] static constexpr Scalar value(Scalar x) {
        if constexpr (kernel::has_fused_functions<Scalar>) {
            return kernel::fused_tanh(x);
        } else if constexpr (kernel::is_vector<Scalar>) {
            return kernel::tanh_lanes(kernel::lane<Scalar>{}, x);
        } else {
            if constexpr (kernel::goes_without_branch<Scalar>)
                if (!std::is_constant_evaluated())
                    return kernel::tanh_lanes(Scalar{}, x);
            using math::tanh;
            return tanh(x);
        }
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar, Scalar y) {
        return kernel::number<Scalar>(1) - y * y;
    }

    // 4 e / (1 + e)^2 with e = exp(-2 |x|)
    template <class>
    static constexpr double slope(double x) {
        double const e = math::exp(x < 0 ? 2 * x : -2 * x), sum = 1 + e;
        return 4 * (e / (sum * sum));
    }
    template <class T>
    static constexpr double fixed_point_error(double) {
        return 0.79 * curves::step<T>;
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
