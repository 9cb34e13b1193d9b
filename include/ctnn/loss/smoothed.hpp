#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/loss.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/kernel/mean.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/loss/detail/inner_loss.hpp>
#include <ctnn/loss/detail/no_loss.hpp>

namespace ctnn {
namespace error {

template <class Loss>
struct smoothed_loss {
    struct does_not_compare_probabilities {};
};

} // namespace error

namespace detail {

template <class Loss>
constexpr auto smoothing_diagnosis() {
    if constexpr (compares_probabilities<Loss>())
        return error::none{};
    else
        return typename error::smoothed_loss<Loss>::does_not_compare_probabilities{};
}

} // namespace detail

/// A loss with smoothed labels: each target t_i becomes (1 - smoothing) t_i + smoothing / N, or, of a loss
/// whose outputs are each a yes or no of its own, (1 - smoothing) t_i + smoothing / 2. The network is then
/// not driven to be more certain than the labels are.
///
/// Shape:    those of the loss: `smoothed<cross_entropy>{.smoothing = 0.1}`.
/// Gradient: that of the loss at the smoothed targets.
/// Cost:     that of the loss and N multiply-adds.
/// Errors:   those of the loss. A smoothing outside [0, 1] gives NaN (in fixed point the largest number), and
///           `train` refuses it. A loss that does not take probabilities or logits, such as
///           `mean_squared_error`, does not compile.
/// Source:   C. Szegedy et al., "Rethinking the Inception architecture for computer vision", CVPR 2016, section
///           7; PyTorch's and Keras' label_smoothing.
/// Example:  tests/loss/smoothed.cpp
template <class Loss>
    requires detail::fits<decltype(detail::smoothing_diagnosis<Loss>())>
struct smoothed {
    static constexpr output_bounds domain = detail::domain_of<Loss>();
    static constexpr bool compares_classes = customization::compares_classes<Loss>;
    static constexpr bool takes_logits = customization::takes_logits<Loss>;
    template <class Activation>
    static constexpr bool takes_vectors = customization::loss_takes_vectors<Loss, Activation>;

    Loss loss{};
    double smoothing = 0.1;

    constexpr bool is_valid() const {
        return smoothing >= 0 && smoothing <= 1 && detail::settings_are_valid(loss);
    }

    template <class Scalar, std::size_t Size>
    constexpr Scalar value(std::array<Scalar, Size> const& y,
                           std::array<Scalar, Size> const& t) const {
        return is_valid() ? loss.value(y, smooth(t)) : detail::no_loss<Scalar>;
    }
    template <class Scalar, std::size_t Size>
    constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                  std::array<Scalar, Size> const& t) const {
        return loss.derivative(y, smooth(t));
    }

    template <class Activation, class Scalar, std::size_t Size>
        requires detail::differentiates_with<Loss, Activation, Scalar, Size>
    constexpr Scalar value(Activation with, std::array<Scalar, Size> const& v,
                           std::array<Scalar, Size> const& y,
                           std::array<Scalar, Size> const& t) const {
        using scalar = kernel::scalar_of<Scalar>;
        return is_valid() ? loss.value(with, v, y, smooth(t))
                          : kernel::number<Scalar>(detail::no_loss<scalar>);
    }
    template <class Activation, class Scalar, std::size_t Size>
        requires detail::differentiates_with<Loss, Activation, Scalar, Size>
    constexpr std::array<Scalar, Size> derivative(Activation with,
                                                  std::array<Scalar, Size> const& v,
                                                  std::array<Scalar, Size> const& y,
                                                  std::array<Scalar, Size> const& t) const {
        return loss.derivative(with, v, y, smooth(t));
    }

private:
    template <class Scalar, std::size_t Size>
    constexpr std::array<Scalar, Size> smooth(std::array<Scalar, Size> const& t) const {
        using scalar = kernel::scalar_of<Scalar>;
        constexpr std::size_t classes = compares_classes ? Size : 2;
        scalar const amount = scalar(smoothing);
        Scalar const kept = kernel::number<Scalar>(scalar(1) - amount);
        Scalar const share = kernel::number<Scalar>(detail::mean_of(amount, classes));
        std::array<Scalar, Size> result;
        for (std::size_t i = 0; i < Size; ++i)
            result[i] = t[i] * kept + share;
        return result;
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
