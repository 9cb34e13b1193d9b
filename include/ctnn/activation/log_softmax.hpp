#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/activation/detail/array_forms.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/log_softmax.hpp>

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// The logarithm of softmax, x_i - ln(sum_j exp(x_j)): none is positive, and their exp sum to 1. It
/// subtracts the largest x first, so exp does not overflow, and stays finite where softmax is 0. The
/// loss after it is `negative_log_likelihood`.
///
/// Shape:    N -> N.
/// Gradient: dL/dx_i = dL/dy_i - exp(y_i) sum_j dL/dy_j, the whole Jacobian.
/// Cost:     N exp, one log.
/// Errors:   off by a few units in the last place of the largest number that it adds, 1 at least: near 0
///           few digits are left. Infinite where an x is further below the largest than the scalar
///           holds. One NaN, or a positive infinity, makes every output NaN. In fixed point it saturates
///           as its differences do; if N is beyond the format, the sum of the exp is halved until it fits,
///           and loses as many bits. A single output is always 0, so `train` and losses do not accept
///           a network with such a layer.
/// Source:   P. Blanchard, D. J. Higham, N. J. Higham, "Accurately computing the log-sum-exp and softmax
///           functions", IMA Journal of Numerical Analysis, 2021.
/// Example:  tests/activation/log_softmax.cpp
struct log_softmax : detail::array_forms<log_softmax> {
    static constexpr char const* name = "log_softmax";
    static constexpr output_bounds bounds{.upper = 0};
    template <std::size_t Size>
    static constexpr bool is_constant = Size == 1;
    // So batches, losses and proofs know it: as kernel::log_softmax computes it.
    static constexpr bool gives_log_probabilities = true;

    using detail::array_forms<log_softmax>::forward;
    using detail::array_forms<log_softmax>::backward;
    template <std::size_t Size, class Scalar>
    static constexpr void forward(Scalar const* x, Scalar* y) {
        kernel::log_softmax<Size>(x, y);
    }
    template <std::size_t Size, class Scalar>
    static constexpr void backward(Scalar const*, Scalar const* y, Scalar const* dy, Scalar* dx) {
        kernel::log_softmax_backward<Size>(y, dy, dx);
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
