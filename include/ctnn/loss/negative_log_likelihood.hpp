#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/log_softmax.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/kernel/exp_below_one.hpp>
#include <ctnn/kernel/sum.hpp>
#include <ctnn/kernel/transform.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/loss/detail/no_loss.hpp>
#include <type_traits>

namespace ctnn {

/// The negative log-likelihood of outputs y that are logarithms of probabilities, -sum_i t_i y_i: what
/// `cross_entropy` is of the probabilities. It goes with `log_softmax`, and is differentiated as one
/// with it. The target t is a distribution over classes, `one_hot` where the class is known.
///
/// Shape:    y, t: N scalars; one scalar, in nats.
/// Gradient: -t_i; after log_softmax exp(y_i) sum_j t_j - t_i by its input.
/// Cost:     N multiply-adds; after log_softmax N exp for the gradient.
/// Errors:   infinite where t_i > 0 and y_i is minus infinity. NaN where a target is negative or a y_i
///           positive, and so no logarithm of a probability (in fixed point the largest number). A
///           network whose last activation may give positive numbers, as softmax and the identity do,
///           or that has one output, does not compile. Whether the exp of the outputs sum to 1 is not
///           checked.
/// Source:   I. Goodfellow, Y. Bengio, A. Courville, "Deep Learning", 2016, section 5.5.
/// Example:  tests/loss/negative_log_likelihood.cpp
struct negative_log_likelihood {
    static constexpr output_bounds domain{.upper = 0};
    static constexpr bool compares_classes = true; // of one class there is nothing to learn

    template <class Activation>
    static constexpr bool takes_vectors = std::is_same_v<Activation, log_softmax>;

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
    template <class Scalar, std::size_t Size>
    static constexpr Scalar value(log_softmax, std::array<Scalar, Size> const&,
                                  std::array<Scalar, Size> const& y,
                                  std::array<Scalar, Size> const& t) {
        return value<Size>(y.data(), t.data());
    }
    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size>
    derivative(log_softmax, std::array<Scalar, Size> const& v, std::array<Scalar, Size> const& y,
               std::array<Scalar, Size> const& t) {
        std::array<Scalar, Size> dv;
        derivative<Size>(log_softmax{}, v.data(), y.data(), t.data(), dv.data());
        return dv;
    }

    template <std::size_t Size, class Scalar>
    static constexpr Scalar value(Scalar const* y, Scalar const* t) {
        Scalar terms[Size];
        kernel::transform<Size>(
            [](auto const& yi, auto const& ti) {
                using number = std::remove_cvref_t<decltype(yi)>;
                // 0 times minus infinity is 0, but a NaN stays.
                number const absent = yi == yi ? number{} : yi;
                number const term = -(ti * (ti == number{} ? absent : yi));
                using scalar = kernel::scalar_of<number>;
                number const none = kernel::number<number>(detail::no_loss<scalar>);
                number const most = kernel::number<number>(detail::most_log_probable<scalar>);
                number const known = yi > most ? none : term;
                return ti < number{} ? none : known;
            },
            terms, y, t);
        return kernel::sum<Size>(terms);
    }
    template <std::size_t Size, class Scalar>
    static constexpr void derivative(Scalar const* y, Scalar const* t, Scalar* dy) {
        kernel::transform<Size>([](auto const& yi, auto const& ti) { return yi == yi ? -ti : yi; },
                                dy, y, t);
    }

    template <std::size_t Size, class Scalar>
    static constexpr Scalar value(log_softmax, Scalar const*, Scalar const* y, Scalar const* t) {
        return value<Size>(y, t);
    }
    template <std::size_t Size, class Scalar>
    static constexpr void derivative(log_softmax, Scalar const*, Scalar const* y, Scalar const* t,
                                     Scalar* dv) {
        Scalar const mass = kernel::sum<Size>(t);
        kernel::transform<Size>(
            [=](auto const& yi, auto const& ti) { return kernel::exp_below_one(yi) * mass - ti; },
            dv, y, t);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
