#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/loss/detail/mean_of_losses.hpp>
#include <ctnn/loss/detail/no_loss.hpp>

namespace ctnn {

/// The quantile (pinball) loss, the mean of level (t - y) where y is below the target and of
/// (1 - level) (y - t) where it is above. What minimises it is the quantile of that level: with 0.9, nine
/// targets of ten are below the output. One output for each quantile: a network each.
///
/// Shape:    y, t: N scalars; one scalar.
/// Gradient: -level / N below the target, (1 - level) / N above it, 0 on it.
/// Cost:     N multiply-adds, one division.
/// Errors:   NaN and infinity propagate. A level that is not between 0 and 1, or not so in the scalar, gives
///           NaN (in fixed point the largest number), and `train` refuses it.
/// Source:   R. Koenker, G. Bassett, "Regression quantiles", Econometrica 46, 1978.
/// Example:  tests/loss/quantile.cpp
struct quantile {
    double level = 0.5;

    [[gnu::always_inline]] constexpr bool is_valid() const { return level > 0 && level < 1; }

    template <class Scalar, std::size_t Size>
    constexpr Scalar value(std::array<Scalar, Size> const& y,
                           std::array<Scalar, Size> const& t) const {
        if (!(Scalar(level) > Scalar(0) && Scalar(level) < Scalar(1)))
            return detail::no_loss<Scalar>;
        return detail::mean_of_losses(y, t, [this](Scalar const& yi, Scalar const& ti) {
            Scalar const missing = ti - yi;
            return missing > Scalar(0)   ? Scalar(level) * missing
                   : missing < Scalar(0) ? (Scalar(level) - Scalar(1)) * missing
                                         : missing;
        });
    }

    template <class Scalar, std::size_t Size>
    constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                  std::array<Scalar, Size> const& t) const {
        return detail::mean_of_slopes(y, t, [this](Scalar const& yi, Scalar const& ti) {
            Scalar const missing = ti - yi;
            return missing > Scalar(0)   ? -Scalar(level)
                   : missing < Scalar(0) ? Scalar(1) - Scalar(level)
                                         : missing; // 0 or NaN
        });
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
