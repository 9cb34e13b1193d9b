#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/kernel/change_each.hpp>
#include <ctnn/kernel/roomy.hpp>
#include <type_traits>

// One call for both kinds of activation, on all numbers of a layer.

namespace ctnn::detail {

// An elementwise activation may say `static constexpr bool takes_vectors = true`: its functions are
// written so that they also compile for the compilers' vectors, and at run time get those.
template <class Activation, class Scalar>
concept takes_vectors = kernel::vectorizable<Scalar> && requires {
    requires Activation::takes_vectors;
};

template <class Activation, class Scalar, std::size_t Size>
constexpr void apply_activation(kernel::roomy_array<Scalar, Size> const& x,
                                kernel::roomy_array<Scalar, Size>& y) {
    using kernel::begin_of;
    if constexpr (concepts::elementwise_activation<Activation, Scalar>) {
        if constexpr (takes_vectors<Activation, Scalar>)
            if (!std::is_constant_evaluated()) {
                kernel::change_each<Size>([](auto const& v) { return Activation::value(v); },
                                          begin_of(y), begin_of(x));
                return;
            }
        Scalar const* from = x.data();
        Scalar* to = y.data();
        for (std::size_t i = 0; i < Size; ++i)
            to[i] = Activation::value(from[i]);
    } else if constexpr (requires {
                             Activation::template forward_to<Size>(begin_of(x), begin_of(y));
                         }) {
        Activation::template forward_to<Size>(begin_of(x), begin_of(y));
    } else {
        static_cast<std::array<Scalar, Size>&>(y) = Activation::forward(x);
    }
}

// From the loss's derivative by y = apply_activation(x) to its derivative by x. Results go to
// their place, for a copy of an array would leave behind the room that it has.
template <class Activation, class Values, class Scalar, std::size_t Size>
constexpr void apply_activation_backward(kernel::roomy_array<Scalar, Size> const& x,
                                         kernel::roomy_array<Scalar, Size> const& y,
                                         Values const& dy, Values& dx) {
    using kernel::begin_of;
    if constexpr (concepts::elementwise_activation<Activation, Scalar>) {
        if constexpr (takes_vectors<Activation, Scalar>)
            if (!std::is_constant_evaluated()) {
                kernel::change_each<Size>(
                    [](auto const& d, auto const& v, auto const& w) {
                        return d * Activation::derivative(v, w);
                    },
                    begin_of(dx), begin_of(dy), begin_of(x), begin_of(y));
                return;
            }
        Scalar const* before = x.data();
        Scalar const* after = y.data();
        Scalar const* from = dy.data();
        Scalar* to = dx.data();
        for (std::size_t i = 0; i < Size; ++i)
            to[i] = from[i] * Activation::derivative(before[i], after[i]);
    } else {
        static_cast<std::array<Scalar, Size>&>(dx) = Activation::backward(x, y, dy);
    }
}

} // namespace ctnn::detail
