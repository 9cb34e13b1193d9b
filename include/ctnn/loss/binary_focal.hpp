#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/kernel/mean.hpp>
#include <ctnn/loss/detail/focus.hpp>
#include <ctnn/loss/detail/no_loss.hpp>
#include <ctnn/loss/detail/sum_of_losses.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/math/log.hpp>
#include <ctnn/math/log1p.hpp>

namespace ctnn {

/// The binary focal loss of probabilities y with targets t, each output a yes or no of its own: the mean of
/// -alpha t (1 - y)^gamma ln y - (1 - alpha) (1 - t) y^gamma ln(1 - y). What the network is already sure of
/// counts less, and yes counts alpha / (1 - alpha) times as much as no. After sigmoid it is computed from the
/// logits v and differentiated as one with it.
///
/// Shape:    y, t: N scalars; one scalar.
/// Gradient: that of the formula; after sigmoid alpha t_i (1 - y_i)^gamma (gamma y_i ln y_i - (1 - y_i)) / N and
///           the mirror image for no, by the logit v_i.
/// Cost:     at most two logs and two exp an output.
/// Errors:   infinite where y is 0 or 1 and the target is not; after sigmoid finite for all finite logits whose sum is.
///           NaN where a target or a y is outside [0, 1] (in fixed point the largest number), gamma is negative or
///           not finite, or alpha outside [0, 1]; `train` refuses these two. A network whose last activation may
///           leave [0, 1] does not compile.
/// Source:   T.-Y. Lin, P. Goyal, R. Girshick, K. He, P. Dollar, "Focal loss for dense object detection", ICCV
///           2017, equation 5; torchvision's sigmoid_focal_loss.
/// Example:  tests/loss/focal.cpp
struct binary_focal {
    static constexpr output_bounds domain{0, 1};

    double gamma = 2;
    double alpha = 0.25;

    constexpr bool is_valid() const {
        return gamma >= 0 && math::is_finite(gamma) && alpha >= 0 && alpha <= 1;
    }

    template <class Scalar, std::size_t Size>
    constexpr Scalar value(std::array<Scalar, Size> const& y,
                           std::array<Scalar, Size> const& t) const {
        for (Scalar const& yi : y)
            if (!detail::is_probability(yi))
                return detail::no_loss<Scalar>;
        return mean_of(t, [&](std::size_t i) { return logarithms<Scalar>(y[i]); });
    }
    template <class Scalar, std::size_t Size>
    constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                  std::array<Scalar, Size> const& t) const {
        std::array<Scalar, Size> dy{};
        Scalar const weight = Scalar(alpha), rest = Scalar(1) - weight;
        Scalar const scale = detail::mean_of(Scalar(1), Size);
        for (std::size_t i = 0; i < Size; ++i) {
            logarithms<Scalar> const both(y[i]);
            Scalar const no = Scalar(1) - y[i];
            if (!(t[i] == Scalar(0) && y[i] == y[i]))
                dy[i] += weight * t[i] * slope(both.yes, both.no, y[i], no);
            if (!(t[i] == Scalar(1) && y[i] == y[i]))
                dy[i] -= rest * (Scalar(1) - t[i]) * slope(both.no, both.yes, no, y[i]);
            dy[i] *= scale;
        }
        return dy;
    }

    template <class Scalar, std::size_t Size>
    constexpr Scalar value(sigmoid, std::array<Scalar, Size> const& v,
                           std::array<Scalar, Size> const& y,
                           std::array<Scalar, Size> const& t) const {
        return mean_of(t, [&](std::size_t i) { return logarithms<Scalar>(v[i], y[i]); });
    }
    template <class Scalar, std::size_t Size>
    constexpr std::array<Scalar, Size> derivative(sigmoid, std::array<Scalar, Size> const& v,
                                                  std::array<Scalar, Size> const& y,
                                                  std::array<Scalar, Size> const& t) const {
        using math::exp;
        std::array<Scalar, Size> dv{};
        Scalar const weight = Scalar(alpha), rest = Scalar(1) - weight;
        Scalar const scale = detail::mean_of(Scalar(1), Size);
        for (std::size_t i = 0; i < Size; ++i) {
            logarithms<Scalar> const both(v[i], y[i]);
            Scalar const no = v[i] > Scalar(0) ? exp(both.no) : Scalar(1) - y[i];
            Scalar const of_yes = weight * t[i] * slope_by_logit(both.yes, both.no, y[i], no);
            Scalar const of_no =
                rest * (Scalar(1) - t[i]) * slope_by_logit(both.no, both.yes, no, y[i]);
            dv[i] = (of_yes - of_no) * scale;
        }
        return dv;
    }

private:
    // ln y and ln(1 - y).
    template <class Scalar>
    struct logarithms {
        Scalar yes, no;

        constexpr explicit logarithms(Scalar const& y)
            : yes(log_of(y)), no(y > Scalar(1) ? log_of(Scalar(0)) : log1p_of(-y)) {}
        // Of the two, the one that is near 0 is taken, the other follows.
        constexpr logarithms(Scalar const& v, Scalar const& y)
            : yes(v > Scalar(0) ? log_of(y) : v + log1p_of(-y)),
              no(v > Scalar(0) ? log_of(y) - v : log1p_of(-y)) {}

        static constexpr Scalar log_of(Scalar const& x) {
            using math::log;
            return log(x);
        }
        static constexpr Scalar log1p_of(Scalar const& x) {
            using math::log1p;
            return log1p(x);
        }
    };

    template <class Scalar, std::size_t Size, class Logarithms>
    constexpr Scalar mean_of(std::array<Scalar, Size> const& t, Logarithms const& both_of) const {
        if (!is_valid())
            return detail::no_loss<Scalar>;
        Scalar const weight = Scalar(alpha), rest = Scalar(1) - weight, power = Scalar(gamma);
        detail::sum_of_losses<Scalar, Size> sum;
        for (std::size_t i = 0; i < Size; ++i) {
            Scalar const no = Scalar(1) - t[i];
            if (t[i] < Scalar(0) || no < Scalar(0))
                return detail::no_loss<Scalar>;
            auto const both = both_of(i);
            bool const is_number = both.yes == both.yes;
            if (!(t[i] == Scalar(0) && is_number)) // 0 ln 0 is 0, but a NaN stays
                sum.add(-(weight * t[i] * detail::focus(both.no, power) * both.yes));
            if (!(no == Scalar(0) && is_number))
                sum.add(-(rest * no * detail::focus(both.yes, power) * both.no));
        }
        return sum.mean();
    }

    // The derivative of -(1 - p)^gamma ln p by p. (ln p / (1 - p) goes to -1.)
    template <class Scalar>
    constexpr Scalar slope(Scalar const& log_p, Scalar const& log_rest, Scalar const& p,
                           Scalar const& rest) const {
        Scalar const power = Scalar(gamma);
        Scalar const ratio = rest == Scalar(0) ? Scalar(-1) : log_p / rest;
        Scalar const part = power == Scalar(0) ? Scalar(0) : power * ratio;
        return detail::focus(log_rest, power) * (part - Scalar(1) / p);
    }
    // p (1 - p) times that, which is the derivative by p's logit.
    template <class Scalar>
    constexpr Scalar slope_by_logit(Scalar const& log_p, Scalar const& log_rest, Scalar const& p,
                                    Scalar const& rest) const {
        Scalar const power = Scalar(gamma);
        Scalar const part = p == Scalar(0) ? Scalar(0) : power * p * log_p;
        return detail::focus(log_rest, power) * (part - rest);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
