#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/loss.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/loss/detail/inner_loss.hpp>
#include <ctnn/loss/detail/no_loss.hpp>
#include <ctnn/math/is_finite.hpp>

namespace ctnn {
namespace error {

template <class Loss>
struct weighted_loss {
    struct does_not_compare_classes_or_yes_with_no {};
    template <std::size_t Weights>
    struct of_yes_and_no_has_weights {
        struct but_needs_two {};
    };
};

} // namespace error

namespace detail {

template <class Loss, std::size_t Classes>
constexpr auto class_weights_diagnosis() {
    using sentence = error::weighted_loss<Loss>;
    if constexpr (!compares_probabilities<Loss>())
        return typename sentence::does_not_compare_classes_or_yes_with_no{};
    else if constexpr (!customization::compares_classes<Loss> && Classes != 2)
        return typename sentence::template of_yes_and_no_has_weights<Classes>::but_needs_two{};
    else
        return error::none{};
}

} // namespace detail

/// A loss in which each class counts by its weight: the loss of a sample times sum_i t_i weights_i, which is the
/// weight of its class if the target is one-hot. Of a network with one output there are two weights, of no
/// and of yes, in this order. Weights of more than 1 for rare classes keep them from being drowned by the frequent ones.
///
/// Shape:    those of the loss: `weighted{cross_entropy{}, std::array{1.0, 5.0, 2.0}}`.
/// Gradient: that of the loss, times the weight.
/// Cost:     that of the loss and 2 N multiplications.
/// Errors:   those of the loss. A weight that is negative or not finite gives NaN (in fixed point the largest
///           number), and `train` refuses it. A network with another number of classes than there are weights
///           does not compile. A mean over samples divides by their number, as in Keras (PyTorch's divides by
///           the sum of their weights).
/// Source:   Keras' class_weight.
/// Example:  tests/loss/weighted.cpp
template <class Loss, std::size_t Classes>
    requires detail::fits<decltype(detail::class_weights_diagnosis<Loss, Classes>())>
struct weighted {
    static constexpr output_bounds domain = detail::domain_of<Loss>();
    static constexpr bool compares_classes = customization::compares_classes<Loss>;
    static constexpr bool takes_logits = customization::takes_logits<Loss>;
    static constexpr std::size_t outputs = compares_classes ? Classes : 1;
    template <class Activation>
    static constexpr bool takes_vectors = customization::loss_takes_vectors<Loss, Activation>;

    Loss loss{};
    std::array<double, Classes> weights{};

    constexpr bool is_valid() const {
        for (double const weight : weights)
            if (!(weight >= 0 && math::is_finite(weight)))
                return false;
        return detail::settings_are_valid(loss);
    }

    template <class Scalar, std::size_t Size>
        requires(Size == outputs)
    constexpr Scalar value(std::array<Scalar, Size> const& y,
                           std::array<Scalar, Size> const& t) const {
        return is_valid() ? loss.value(y, t) * weight_of(t) : detail::no_loss<Scalar>;
    }
    template <class Scalar, std::size_t Size>
        requires(Size == outputs)
    constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                  std::array<Scalar, Size> const& t) const {
        return times(loss.derivative(y, t), weight_of(t));
    }

    template <class Activation, class Scalar, std::size_t Size>
        requires(Size == outputs && detail::differentiates_with<Loss, Activation, Scalar, Size>)
    constexpr Scalar value(Activation with, std::array<Scalar, Size> const& v,
                           std::array<Scalar, Size> const& y,
                           std::array<Scalar, Size> const& t) const {
        using scalar = kernel::scalar_of<Scalar>;
        return is_valid() ? loss.value(with, v, y, t) * weight_of(t)
                          : kernel::number<Scalar>(detail::no_loss<scalar>);
    }
    template <class Activation, class Scalar, std::size_t Size>
        requires(Size == outputs && detail::differentiates_with<Loss, Activation, Scalar, Size>)
    constexpr std::array<Scalar, Size> derivative(Activation with,
                                                  std::array<Scalar, Size> const& v,
                                                  std::array<Scalar, Size> const& y,
                                                  std::array<Scalar, Size> const& t) const {
        return times(loss.derivative(with, v, y, t), weight_of(t));
    }

private:
    template <class Scalar>
    constexpr Scalar weight(std::size_t i) const {
        return kernel::number<Scalar>(kernel::scalar_of<Scalar>(weights[i]));
    }
    template <class Scalar, std::size_t Size>
    constexpr Scalar weight_of(std::array<Scalar, Size> const& t) const {
        if constexpr (!compares_classes) {
            return t[0] * weight<Scalar>(1) +
                   (kernel::number<Scalar>(1) - t[0]) * weight<Scalar>(0);
        } else {
            Scalar sum = t[0] * weight<Scalar>(0);
            for (std::size_t i = 1; i < Size; ++i)
                sum += t[i] * weight<Scalar>(i);
            return sum;
        }
    }
    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> times(std::array<Scalar, Size> dy,
                                                    Scalar const& weight) {
        for (Scalar& derivative : dy)
            derivative *= weight;
        return dy;
    }
};

template <class Loss, std::size_t Classes>
weighted(Loss, std::array<double, Classes>) -> weighted<Loss, Classes>;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
