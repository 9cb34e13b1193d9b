#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/kernel/mean.hpp>
#include <ctnn/loss/detail/sum_of_losses.hpp>

namespace ctnn {

/// The mean absolute error, sum_i |y_i - t_i| / N.
///
/// Shape:    y, t: N scalars; one scalar.
/// Gradient: sign(y_i - t_i) / N, 0 where they are equal.
/// Cost:     N additions, one division.
/// Errors:   NaN and infinity propagate; infinite where an error, or the sum of them, is beyond the
///           scalar (in fixed point an error ends at its largest number, the sum does not).
/// Source:   I. Goodfellow, Y. Bengio, A. Courville, "Deep Learning", 2016, section 6.2.1.
/// Example:  tests/loss/mean_absolute_error.cpp
struct mean_absolute_error {
    template <class Scalar, std::size_t Size>
    static constexpr Scalar value(std::array<Scalar, Size> const& y,
                                  std::array<Scalar, Size> const& t) {
        detail::sum_of_losses<Scalar, Size> sum;
        for (std::size_t i = 0; i < Size; ++i) {
            Scalar const error = y[i] - t[i];
            sum.add(error < Scalar(0) ? -error : error);
        }
        return sum.mean();
    }

    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                         std::array<Scalar, Size> const& t) {
        std::array<Scalar, Size> dy{};
        Scalar const scale = detail::mean_of(Scalar(1), Size);
        for (std::size_t i = 0; i < Size; ++i) {
            Scalar const error = y[i] - t[i];
            // The product keeps a NaN a NaN.
            dy[i] = error > Scalar(0) ? scale : error < Scalar(0) ? -scale : scale * error;
        }
        return dy;
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
