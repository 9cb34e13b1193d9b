#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/loss.hpp>

namespace ctnn::compiler {

// A loss after the activation of the last layer, on pointers if it has functions that take them.
template <class Loss, class Activation, class Scalar, std::size_t Size>
struct loss_form {
    static constexpr bool is_fused = concepts::loss_fused_with<Loss, Activation, Scalar, Size>;
    static constexpr bool takes_arrays = [] {
        if constexpr (is_fused)
            return !customization::loss_works_in_place_with<Loss, Activation, Size, Scalar>;
        else
            return !customization::loss_works_in_place<Loss, Size, Scalar>;
    }();

    // Gives the loss, and its derivative: dv if it is fused with the activation, else dy.
    template <class V, class Y>
    static constexpr Scalar differentiate(Loss const& loss, [[maybe_unused]] V const& v, Y const& y,
                                          std::array<Scalar, Size> const& target,
                                          [[maybe_unused]] V& dv, [[maybe_unused]] Y& dy) {
        if constexpr (takes_arrays && is_fused) {
            dv.array = loss.derivative(Activation{}, v.array, y.array, target);
            return loss.value(Activation{}, v.array, y.array, target);
        } else if constexpr (takes_arrays) {
            dy.array = loss.derivative(y.array, target);
            return loss.value(y.array, target);
        } else {
            Scalar const* const t = target.data();
            if constexpr (is_fused) {
                loss.template derivative<Size>(Activation{}, v.data, y.data, t, dv.data);
                return loss.template value<Size>(Activation{}, v.data, y.data, t);
            } else {
                loss.template derivative<Size>(y.data, t, dy.data);
                return loss.template value<Size>(y.data, t);
            }
        }
    }
};

// After a layer that is not the last one comes no loss.
template <class Loss, class Activation, class Scalar>
struct loss_form<Loss, Activation, Scalar, 0> {
    static constexpr bool is_fused = false;
    static constexpr bool takes_arrays = false;
};

} // namespace ctnn::compiler
