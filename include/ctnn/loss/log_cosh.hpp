#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/loss/detail/mean_of_losses.hpp>
#include <ctnn/math/exp.hpp>
#include <ctnn/math/expm1.hpp>
#include <ctnn/math/log1p.hpp>
#include <ctnn/math/tanh.hpp>

namespace ctnn {

/// The mean of ln cosh(y - t): half the squared error where it is small, the absolute error less ln 2
/// where it is large, and smooth in between.
///
/// Shape:    y, t: N scalars; one scalar.
/// Gradient: tanh(y_i - t_i) / N.
/// Cost:     one exp or expm1 and one log1p an output; a tanh for the derivative.
/// Errors:   NaN and infinity propagate; finite for all finite errors whose sum is.
/// Source:   Keras' LogCosh.
/// Example:  tests/loss/log_cosh.cpp
struct log_cosh {
    template <class Scalar, std::size_t Size>
    static constexpr Scalar value(std::array<Scalar, Size> const& y,
                                  std::array<Scalar, Size> const& t) {
        return detail::mean_of_losses(y, t, [](Scalar const& yi, Scalar const& ti) {
            using math::exp, math::expm1, math::log1p;
            Scalar const size = yi < ti ? ti - yi : yi - ti;
            if (size < Scalar(1)) {
                // cosh x = 1 + 2 sinh^2(x / 2), which keeps the digits of small errors.
                Scalar const growth = expm1(Scalar(0.5) * size);
                Scalar const twice_sinh = growth + growth / (Scalar(1) + growth);
                return log1p(Scalar(0.5) * twice_sinh * twice_sinh);
            }
            return (size - Scalar(0.6931471805599453)) + log1p(exp(-size - size));
        });
    }

    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                         std::array<Scalar, Size> const& t) {
        return detail::mean_of_slopes(y, t, [](Scalar const& yi, Scalar const& ti) {
            using math::tanh;
            return tanh(yi - ti);
        });
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
