#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/loss/detail/focus.hpp>
#include <ctnn/loss/detail/no_loss.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/math/log.hpp>
#include <ctnn/math/log1p.hpp>

namespace ctnn {

/// The focal loss of a distribution y over classes with the target distribution t, -sum_i t_i (1 - y_i)^gamma
/// ln y_i: the cross-entropy, in which what the network is already sure of counts less. After softmax it is
/// computed from the logits v and differentiated as one with it. (Keras' alpha is a factor of all: 1 here.)
///
/// Shape:    y, t: N scalars; one scalar, in nats.
/// Gradient: t_i (gamma (1 - y_i)^(gamma - 1) ln y_i - (1 - y_i)^gamma / y_i).
/// Cost:     a log, a log1p and an exp for each t_i that is not 0.
/// Errors:   infinite where t_i > 0 and y_i = 0; after softmax finite for all logits whose distances are. NaN where a
///           target is negative or a y_i is outside [0, 1], or gamma is negative or not finite, which `train`
///           refuses (in fixed point the largest number). A network whose last activation may leave [0, 1], or that
///           has one output, does not compile.
/// Source:   T.-Y. Lin, P. Goyal, R. Girshick, K. He, P. Dollar, "Focal loss for dense object detection", ICCV
///           2017, equation 4.
/// Example:  tests/loss/focal.cpp
struct focal {
    static constexpr output_bounds domain{0, 1};
    static constexpr bool compares_classes = true; // of one class there is nothing to learn

    double gamma = 2;

    constexpr bool is_valid() const { return gamma >= 0 && math::is_finite(gamma); }

    template <class Scalar, std::size_t Size>
    constexpr Scalar value(std::array<Scalar, Size> const& y,
                           std::array<Scalar, Size> const& t) const {
        using math::log, math::log1p;
        Scalar sum = Scalar(0);
        for (std::size_t i = 0; i < Size; ++i) {
            if (!is_valid() || t[i] < Scalar(0) || !detail::is_probability(y[i]))
                return detail::no_loss<Scalar>;
            if (!(t[i] == Scalar(0) && y[i] == y[i])) // 0 ln 0 is 0, but a NaN stays
                sum -= t[i] * focus(log1p(-at_most_one(y[i]))) * log(y[i]);
        }
        return sum;
    }
    template <class Scalar, std::size_t Size>
    constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                  std::array<Scalar, Size> const& t) const {
        using math::log, math::log1p;
        std::array<Scalar, Size> dy{};
        for (std::size_t i = 0; i < Size; ++i)
            if (!(t[i] == Scalar(0) && y[i] == y[i]))
                dy[i] = t[i] * slope(log1p(-at_most_one(y[i])), y[i], log(y[i])) / y[i];
        return dy;
    }

    template <class Scalar, std::size_t Size>
    constexpr Scalar value(softmax, std::array<Scalar, Size> const& v,
                           std::array<Scalar, Size> const& y,
                           std::array<Scalar, Size> const& t) const {
        using math::log1p;
        auto const logs = log_probabilities(v, y);
        Scalar sum = Scalar(0);
        for (std::size_t i = 0; i < Size; ++i) {
            if (!is_valid() || t[i] < Scalar(0))
                return detail::no_loss<Scalar>;
            if (!(t[i] == Scalar(0) && y[i] == y[i]))
                sum -= t[i] * focus(log1p(-at_most_one(y[i]))) * logs[i];
        }
        return sum;
    }
    template <class Scalar, std::size_t Size>
    constexpr std::array<Scalar, Size> derivative(softmax, std::array<Scalar, Size> const& v,
                                                  std::array<Scalar, Size> const& y,
                                                  std::array<Scalar, Size> const& t) const {
        using math::log1p;
        auto const logs = log_probabilities(v, y);
        std::array<Scalar, Size> dv{};
        Scalar total = Scalar(0);
        for (std::size_t i = 0; i < Size; ++i)
            if (!(t[i] == Scalar(0) && y[i] == y[i])) {
                dv[i] = t[i] * slope(log1p(-at_most_one(y[i])), y[i], logs[i]);
                total += dv[i];
            }
        for (std::size_t i = 0; i < Size; ++i)
            dv[i] -= y[i] * total;
        return dv;
    }

private:
    // A layer of a user's own may round to a little more than 1.
    template <class Scalar>
    static constexpr Scalar at_most_one(Scalar const& y) {
        return y > Scalar(1) ? Scalar(1) : y;
    }
    template <class Scalar>
    constexpr Scalar focus(Scalar const& log_rest) const {
        return detail::focus(log_rest, Scalar(gamma));
    }
    // y times the derivative of -(1 - y)^gamma ln y.
    template <class Scalar>
    constexpr Scalar slope(Scalar const& log_rest, Scalar const& y, Scalar const& log_y) const {
        Scalar const rest = Scalar(1) - at_most_one(y);
        // y ln y / (1 - y), which goes to 0 and to -1.
        Scalar const share = rest == Scalar(0) ? Scalar(-1)
                             : y == Scalar(0)  ? Scalar(0)
                                               : y * log_y / rest;
        return focus(log_rest) * (Scalar(gamma) * share - Scalar(1));
    }
    // ln y_i = v_i - v_m + ln y_m, m being the largest.
    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> log_probabilities(std::array<Scalar, Size> const& v,
                                                                std::array<Scalar, Size> const& y) {
        using math::log;
        std::size_t most = 0;
        for (std::size_t i = 1; i < Size; ++i)
            if (v[i] > v[most])
                most = i;
        Scalar const largest = log(y[most]);
        std::array<Scalar, Size> logs{};
        for (std::size_t i = 0; i < Size; ++i)
            logs[i] = (v[i] - v[most]) + largest;
        return logs;
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
