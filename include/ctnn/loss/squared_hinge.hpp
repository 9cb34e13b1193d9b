#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/loss/detail/mean_of_losses.hpp>
#include <ctnn/loss/detail/no_loss.hpp>

namespace ctnn {

/// The squared hinge loss of scores y with targets t of -1 and 1: the mean of max(0, 1 - t y)^2.
///
/// Shape:    y, t: N scalars; one scalar.
/// Gradient: -2 t_i (1 - t_i y_i) / N where t_i y_i < 1, else 0.
/// Cost:     N multiply-adds, one division.
/// Errors:   NaN where a target is neither -1 nor 1, such as the 0 of a one-hot target (in fixed point the
///           largest number); then `train` names the sample. NaN propagates.
/// Source:   Y. Tang, "Deep learning using linear support vector machines", 2013, equation 5.
/// Example:  tests/loss/squared_hinge.cpp
struct squared_hinge {
    template <class Scalar, std::size_t Size>
    static constexpr Scalar value(std::array<Scalar, Size> const& y,
                                  std::array<Scalar, Size> const& t) {
        return detail::mean_of_losses(y, t, [](Scalar const& yi, Scalar const& ti) {
            Scalar const missing = Scalar(1) - ti * yi;
            if (!(ti == Scalar(1) || ti == Scalar(-1)))
                return detail::no_loss<Scalar>;
            return missing < Scalar(0) ? Scalar(0) : missing * missing;
        });
    }

    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                         std::array<Scalar, Size> const& t) {
        return detail::mean_of_slopes(y, t, [](Scalar const& yi, Scalar const& ti) {
            Scalar const missing = Scalar(1) - ti * yi;
            return missing < Scalar(0) ? Scalar(0) : Scalar(-2) * ti * missing;
        });
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
