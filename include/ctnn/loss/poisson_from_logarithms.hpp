#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/loss/detail/mean_of_losses.hpp>
#include <ctnn/loss/detail/no_loss.hpp>
#include <ctnn/math/exp.hpp>

namespace ctnn {

/// The negative log-likelihood of counts t under Poisson distributions of rates exp(y), without the term
/// that only the target has: the mean of exp(y) - t y. For a network that ends without an activation.
///
/// Shape:    y, t: N scalars; one scalar, which may be negative.
/// Gradient: (exp(y_i) - t_i) / N.
/// Cost:     one exp an output, for the value and for the derivative.
/// Errors:   infinite where exp(y) is. NaN where a target is negative (in fixed point the largest number);
///           NaN propagates.
/// Source:   PyTorch's PoissonNLLLoss.
/// Example:  tests/loss/poisson.cpp
struct poisson_from_logarithms {
    template <class Scalar, std::size_t Size>
    static constexpr Scalar value(std::array<Scalar, Size> const& y,
                                  std::array<Scalar, Size> const& t) {
        return detail::mean_of_losses(y, t, [](Scalar const& yi, Scalar const& ti) {
            using math::exp;
            if (ti < Scalar(0))
                return detail::no_loss<Scalar>;
            return exp(yi) - ti * yi;
        });
    }

    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                         std::array<Scalar, Size> const& t) {
        return detail::mean_of_slopes(y, t, [](Scalar const& yi, Scalar const& ti) {
            using math::exp;
            return exp(yi) - ti;
        });
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
