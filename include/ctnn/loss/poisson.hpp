#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/loss/detail/mean_of_losses.hpp>
#include <ctnn/loss/detail/no_loss.hpp>
#include <ctnn/math/log.hpp>

namespace ctnn {

/// The negative log-likelihood of counts t under Poisson distributions of rates y, without the term that
/// only the target has: the mean of y - t ln y. For outputs that are logarithms of rates there is
/// `poisson_from_logarithms`.
///
/// Shape:    y, t: N scalars; one scalar, which may be negative.
/// Gradient: (1 - t_i / y_i) / N.
/// Cost:     one log for each t_i that is not 0.
/// Errors:   infinite where t_i > 0 and y_i = 0. NaN where a target or a y is negative (in fixed point the
///           largest number). A network whose last activation may give negative numbers does not compile:
///           end with softplus, for example.
/// Source:   Keras' Poisson, PyTorch's PoissonNLLLoss with log_input=False; without an epsilon.
/// Example:  tests/loss/poisson.cpp
struct poisson {
    static constexpr output_bounds domain{.lower = 0};

    template <class Scalar, std::size_t Size>
    static constexpr Scalar value(std::array<Scalar, Size> const& y,
                                  std::array<Scalar, Size> const& t) {
        return detail::mean_of_losses(y, t, [](Scalar const& yi, Scalar const& ti) {
            using math::log;
            if (ti < Scalar(0) || yi < Scalar(0))
                return detail::no_loss<Scalar>;
            // 0 ln 0 is 0, but a NaN stays.
            return ti == Scalar(0) && yi == yi ? yi : yi - ti * log(yi);
        });
    }

    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                         std::array<Scalar, Size> const& t) {
        return detail::mean_of_slopes(y, t, [](Scalar const& yi, Scalar const& ti) {
            return ti == Scalar(0) && yi == yi ? Scalar(1) : Scalar(1) - ti / yi;
        });
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
