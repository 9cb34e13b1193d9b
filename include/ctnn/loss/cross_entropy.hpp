#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/kernel/largest.hpp>
#include <ctnn/kernel/log.hpp>
#include <ctnn/kernel/sum.hpp>
#include <ctnn/kernel/transform.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/loss/detail/no_loss.hpp>
#include <ctnn/math/log.hpp>
#include <type_traits>

namespace ctnn {

/// The cross-entropy of a distribution y over classes with the target distribution t,
/// -sum_i t_i ln y_i. After softmax it is computed from the logits v and differentiated as one
/// with it.
///
/// Shape:    y, t: N scalars; one scalar, in nats.
/// Gradient: -t_i / y_i; after softmax y_i sum_j t_j - t_i by the logit v_i.
/// Cost:     one log for each t_i that is not 0; after softmax one log in all.
/// Errors:   infinite where t_i > 0 and y_i = 0; after softmax infinite only where v_m - v_i, v_m being
///           the largest logit, is beyond the scalar for a t_i > 0. NaN where a target is negative
///           or a y_i is outside [0, 1] (in fixed point the largest number). A network whose last
///           activation may leave [0, 1], or has one output, does not compile.
/// Source:   I. Goodfellow, Y. Bengio, A. Courville, "Deep Learning", 2016, section 6.2.2.
/// Example:  docs/examples/notebook_step.cpp
struct cross_entropy {
    static constexpr output_bounds domain{0, 1};
    static constexpr bool compares_classes = true; // of one class there is nothing to learn

    template <class Activation>
    static constexpr bool takes_vectors = std::is_same_v<Activation, softmax>;

    template <class Scalar, std::size_t Size>
    static constexpr Scalar value(std::array<Scalar, Size> const& y,
                                  std::array<Scalar, Size> const& t) {
        using math::log;
        Scalar sum = Scalar(0);
        for (std::size_t i = 0; i < Size; ++i) {
            if (t[i] < Scalar(0) || !detail::is_probability(y[i]))
                return detail::no_loss<Scalar>;
            if (!(t[i] == Scalar(0) && y[i] == y[i])) // 0 ln 0 is 0, but a NaN stays
                sum -= t[i] * log(y[i]);
        }
        return sum;
    }

    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                         std::array<Scalar, Size> const& t) {
        std::array<Scalar, Size> dy{};
        for (std::size_t i = 0; i < Size; ++i)
            if (!(t[i] == Scalar(0) && y[i] == y[i]))
                dy[i] = -t[i] / y[i];
        return dy;
    }

    template <class Scalar, std::size_t Size>
    static constexpr Scalar value(softmax, std::array<Scalar, Size> const& v,
                                  std::array<Scalar, Size> const& y,
                                  std::array<Scalar, Size> const& t) {
        return value<Size>(softmax{}, v.data(), y.data(), t.data());
    }
    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> derivative(softmax, std::array<Scalar, Size> const& v,
                                                         std::array<Scalar, Size> const& y,
                                                         std::array<Scalar, Size> const& t) {
        std::array<Scalar, Size> dv;
        derivative<Size>(softmax{}, v.data(), y.data(), t.data(), dv.data());
        return dv;
    }

    // ln y_i = v_i - v_m + ln y_m, m being the largest: y_m is at least 1 / N, where y_i may be 0.
    template <std::size_t Size, class Scalar>
    static constexpr Scalar value(softmax, Scalar const* v, Scalar const* y, Scalar const* t) {
        using math::log;
        Scalar largest = v[0];
        Scalar probability = y[0];
        if constexpr (std::is_floating_point_v<Scalar> || kernel::is_vector<Scalar>) {
            // The largest v has the largest y: to look for them apart takes no branch.
            largest = kernel::largest<Size>(v);
            probability = kernel::largest<Size>(y);
        } else {
            // A scalar may hold more than its order, so its y must be that of the very v.
            for (std::size_t i = 1; i < Size; ++i)
                if (v[i] > largest) {
                    largest = v[i];
                    probability = y[i];
                }
        }
        Scalar normalizer;
        if constexpr (kernel::is_vector<Scalar>)
            normalizer = kernel::log_positive(probability);
        else
            normalizer = log(probability);
        constexpr auto none = detail::no_loss<kernel::scalar_of<Scalar>>;
        Scalar terms[Size];
        kernel::transform<Size>(
            [=](auto const& vi, auto const& ti) {
                using number = std::remove_cvref_t<decltype(vi)>;
                // The distance may be infinite, and 0 times that is no number.
                number const distance = ti == number{} ? number{} : largest - vi;
                number const term = ti * (distance - normalizer);
                return ti < number{} ? kernel::number<number>(none) : term;
            },
            terms, v, t);
        return kernel::sum<Size>(terms);
    }

    template <std::size_t Size, class Scalar>
    static constexpr void derivative(softmax, Scalar const*, Scalar const* y, Scalar const* t,
                                     Scalar* dv) {
        Scalar const mass = kernel::sum<Size>(t);
        // y * 1 is y: a branch, foreseen where all targets are distributions, waits for nothing.
        if constexpr (std::is_floating_point_v<Scalar>)
            if (mass == Scalar(1)) [[likely]] {
                kernel::transform<Size>([](auto const& yi, auto const& ti) { return yi - ti; }, dv,
                                        y, t);
                return;
            }
        kernel::transform<Size>([=](auto const& yi, auto const& ti) { return yi * mass - ti; }, dv,
                                y, t);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
