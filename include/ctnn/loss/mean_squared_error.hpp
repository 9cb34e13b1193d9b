#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/kernel/mean.hpp>
#include <ctnn/kernel/transform.hpp>
#include <ctnn/loss/detail/sum_of_losses.hpp>

namespace ctnn {

/// The mean squared error, sum_i (y_i - t_i)^2 / N.
///
/// Shape:    y, t: N scalars; one scalar.
/// Gradient: 2 (y_i - t_i) / N.
/// Cost:     N multiply-adds, one division.
/// Errors:   NaN and infinity propagate; infinite where a square, or the sum of them, is beyond the
///           scalar (in fixed point a square ends at its largest number, the sum does not).
/// Source:   C. M. Bishop, "Pattern Recognition and Machine Learning", 2006, section 5.2.
/// Example:  tests/loss/mean_squared_error.cpp
struct mean_squared_error {
    template <class Scalar, std::size_t Size>
    static constexpr Scalar value(std::array<Scalar, Size> const& y,
                                  std::array<Scalar, Size> const& t) {
        return value<Size>(y.data(), t.data());
    }
    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                         std::array<Scalar, Size> const& t) {
        std::array<Scalar, Size> dy;
        derivative<Size>(y.data(), t.data(), dy.data());
        return dy;
    }

    template <std::size_t Size, class Scalar>
    static constexpr Scalar value(Scalar const* y, Scalar const* t) {
        detail::sum_of_losses<Scalar, Size> sum;
        for (std::size_t i = 0; i < Size; ++i) {
            Scalar const error = y[i] - t[i];
            sum.add(error * error);
        }
        return sum.mean();
    }
    template <std::size_t Size, class Scalar>
    static constexpr void derivative(Scalar const* y, Scalar const* t, Scalar* dy) {
        kernel::transform<Size>(
            [](auto const& yi, auto const& ti) { return (yi - ti) * scale<Scalar, Size>; }, dy, y,
            t);
    }

private:
    template <class Scalar, std::size_t Size>
    static constexpr Scalar scale = detail::mean_of(Scalar(2), Size);
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
