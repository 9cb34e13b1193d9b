#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/kernel/mean.hpp>
#include <ctnn/kernel/transform.hpp>
#include <ctnn/loss/detail/no_loss.hpp>
#include <ctnn/loss/detail/sum_of_losses.hpp>
#include <ctnn/math/log.hpp>
#include <ctnn/math/log1p.hpp>

namespace ctnn {

/// The binary cross-entropy of probabilities y with targets t, each output a yes or no of its own:
/// the mean of -(t ln y + (1 - t) ln(1 - y)). After sigmoid it is computed from the logits v and
/// differentiated as one with it.
///
/// Shape:    y, t: N scalars; one scalar.
/// Gradient: (-t_i / y_i + (1 - t_i) / (1 - y_i)) / N; after sigmoid (y_i - t_i) / N by the
///           logit v_i.
/// Cost:     at most two logs an output; after sigmoid one.
/// Errors:   infinite where y is 0 or 1 and the target is not; after sigmoid finite for all finite
///           logits whose sum is. NaN where a target or a y is outside [0, 1] (in fixed point the
///           largest number). A network whose last activation may leave [0, 1] does not compile.
/// Source:   I. Goodfellow, Y. Bengio, A. Courville, "Deep Learning", 2016, section 6.2.2.2.
/// Example:  tests/loss/binary_cross_entropy.cpp
struct binary_cross_entropy {
    static constexpr output_bounds domain{0, 1};

    template <class Scalar, std::size_t Size>
    static constexpr Scalar value(std::array<Scalar, Size> const& y,
                                  std::array<Scalar, Size> const& t) {
        using math::log;
        using math::log1p;
        detail::sum_of_losses<Scalar, Size> sum;
        for (std::size_t i = 0; i < Size; ++i) {
            Scalar const no = Scalar(1) - t[i];
            if (t[i] < Scalar(0) || no < Scalar(0) || !detail::is_probability(y[i]))
                return detail::no_loss<Scalar>;
            if (!(t[i] == Scalar(0) && y[i] == y[i])) // 0 ln 0 is 0, but a NaN stays
                sum.add(-(t[i] * log(y[i])));
            if (!(no == Scalar(0) && y[i] == y[i]))
                sum.add(-(no * log1p(-y[i])));
        }
        return sum.mean();
    }

    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                         std::array<Scalar, Size> const& t) {
        std::array<Scalar, Size> dy{};
        Scalar const scale = detail::mean_of(Scalar(1), Size);
        for (std::size_t i = 0; i < Size; ++i) {
            Scalar const no = Scalar(1) - t[i];
            if (!(t[i] == Scalar(0) && y[i] == y[i]))
                dy[i] -= t[i] / y[i];
            if (!(no == Scalar(0) && y[i] == y[i]))
                dy[i] += no / (Scalar(1) - y[i]);
            dy[i] *= scale;
        }
        return dy;
    }

    // ln(1 - y) = ln y - v and the other way round: of the two logs, the one that is near 0 is
    // taken, the other follows.
    template <class Scalar, std::size_t Size>
    static constexpr Scalar value(sigmoid, std::array<Scalar, Size> const& v,
                                  std::array<Scalar, Size> const& y,
                                  std::array<Scalar, Size> const& t) {
        using math::log;
        using math::log1p;
        Scalar const* const logit = v.data();
        Scalar const* const output = y.data();
        Scalar const* const target = t.data();
        detail::sum_of_losses<Scalar, Size> sum;
        for (std::size_t i = 0; i < Size; ++i) {
            Scalar const no = Scalar(1) - target[i];
            if (target[i] < Scalar(0) || no < Scalar(0))
                return detail::no_loss<Scalar>;
            sum.add(logit[i] > Scalar(0) ? logit[i] * no - log(output[i])
                                         : -(logit[i] * target[i]) - log1p(-output[i]));
        }
        return sum.mean();
    }

    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> derivative(sigmoid, std::array<Scalar, Size> const&,
                                                         std::array<Scalar, Size> const& y,
                                                         std::array<Scalar, Size> const& t) {
        Scalar const scale = detail::mean_of(Scalar(1), Size);
        std::array<Scalar, Size> dv;
        kernel::transform<Size>(
            [scale](auto const& yi, auto const& ti) { return (yi - ti) * scale; }, dv.data(),
            y.data(), t.data());
        return dv;
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
