#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/kernel/mean.hpp>
#include <ctnn/loss/detail/no_loss.hpp>
#include <ctnn/loss/detail/sum_of_losses.hpp>

namespace ctnn {

/// The Huber loss: per output half the squared error up to an error of delta, from there on the
/// straight line that continues it; their mean.
///
/// Shape:    y, t: N scalars; one scalar.
/// Gradient: e / N with e = y_i - t_i cut off at -delta and delta.
/// Cost:     N multiply-adds, one division.
/// Errors:   NaN and infinity propagate; infinite where it is beyond the scalar. A delta that is
///           negative, 0 in the scalar or a NaN gives NaN (in fixed point the largest number), and
///           `train` refuses it.
/// Source:   P. J. Huber, "Robust estimation of a location parameter", 1964.
/// Example:  tests/loss/huber.cpp
struct huber {
    double delta = 1;

    [[gnu::always_inline]] constexpr bool is_valid() const { return delta > 0; }

    template <class Scalar, std::size_t Size>
    constexpr Scalar value(std::array<Scalar, Size> const& y,
                           std::array<Scalar, Size> const& t) const {
        Scalar const knee = Scalar(delta);
        if (!(knee > Scalar(0)))
            return detail::no_loss<Scalar>;
        detail::sum_of_losses<Scalar, Size> sum;
        for (std::size_t i = 0; i < Size; ++i) {
            Scalar const error = y[i] - t[i];
            Scalar const size = error < Scalar(0) ? -error : error;
            sum.add(size > knee ? knee * (size - Scalar(0.5) * knee) : Scalar(0.5) * error * error);
        }
        return sum.mean();
    }

    template <class Scalar, std::size_t Size>
    constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                  std::array<Scalar, Size> const& t) const {
        std::array<Scalar, Size> dy{};
        Scalar const scale = detail::mean_of(Scalar(1), Size);
        for (std::size_t i = 0; i < Size; ++i) {
            Scalar const error = y[i] - t[i];
            Scalar const knee = Scalar(delta);
            dy[i] = (error > knee ? knee : error < -knee ? -knee : error) * scale;
        }
        return dy;
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
