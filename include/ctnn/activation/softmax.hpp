#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/activation/detail/array_forms.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/softmax.hpp>

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// Softmax, exp(x_i) / sum_j exp(x_j): positive numbers that sum to 1. It subtracts the largest x
/// first, which keeps exp from overflowing and does not change the result.
///
/// Shape:    N -> N.
/// Gradient: dL/dx_i = y_i (dL/dy_i - sum_j y_j dL/dy_j), the whole Jacobian.
/// Cost:     N exp, N divisions.
/// Errors:   a y is 0 if its x is more than 80 (in double 700) below the largest; the exact value is
///           then at most 1.9e-35 (1e-304). One NaN, or a positive infinity, makes every output NaN.
///           A single output is always 1, so `train` and losses do not accept a network with such a
///           layer.
/// Source:   J. S. Bridle, "Probabilistic interpretation of feedforward classification network
///           outputs", Neurocomputing, 1990.
/// Example:  docs/examples/notebook_step.cpp
struct softmax : detail::array_forms<softmax> {
    static constexpr char const* name = "softmax";
    static constexpr output_bounds bounds{0, 1};
    template <std::size_t Size>
    static constexpr bool is_constant = Size == 1;
    // So proofs and int8 know it: exp(x_i) / sum_j exp(x_j), as kernel::softmax computes it.
    static constexpr bool normalizes_exponentials = true;

    using detail::array_forms<softmax>::forward;
    using detail::array_forms<softmax>::backward;
    template <std::size_t Size, class Scalar>
    static constexpr void forward(Scalar const* x, Scalar* y) {
        kernel::softmax<Size>(x, y);
    }
    template <std::size_t Size, class Scalar>
    static constexpr void backward(Scalar const*, Scalar const* y, Scalar const* dy, Scalar* dx) {
        Scalar mean = Scalar(0);
        for (std::size_t i = 0; i < Size; ++i)
            mean += y[i] * dy[i];
        for (std::size_t i = 0; i < Size; ++i)
            dx[i] = y[i] * (dy[i] - mean);
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
