#pragma once

#include <array>
#include <cstddef>
#include <ctnn/activation/identity.hpp>
#include <ctnn/concept/activation.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/kernel/transform.hpp>
#include <ctnn/kernel/unrolled.hpp>
#include <type_traits>

// One call for both kinds of activation, on all numbers of a layer.

namespace ctnn::detail {

// An elementwise activation may say `static constexpr bool takes_vectors = true`: its functions also
// compile for the compilers' vectors, and get vectors at run time.
template <class Activation, class Scalar>
concept takes_vectors = kernel::vectorizable<Scalar> && customization::takes_vectors<Activation>;

// Functions return a variable of their outermost block, because g++ copies others.
template <class Activation, class Scalar, std::size_t Size>
constexpr std::array<Scalar, Size> apply_activation(std::array<Scalar, Size> const& x) {
    return Activation::forward(x);
}
template <class Activation, class Scalar, std::size_t Size>
    requires concepts::elementwise_activation<Activation, Scalar>
constexpr std::array<Scalar, Size> apply_activation(std::array<Scalar, Size> const& x) {
    std::array<Scalar, Size> y;
    auto const value = [](auto const& v) { return Activation::value(v); };
    if constexpr (takes_vectors<Activation, Scalar>)
        kernel::transform<Size>(value, y.data(), x.data());
    else
        kernel::transform_unrolled<Size>(value, y.data(), x.data());
    return y;
}

// y = activation(x), on a machine without vectors. If it is elementwise, x and y may be the same.
template <class Activation, class Scalar, std::size_t Size>
[[gnu::always_inline]] inline void activate_into(std::array<Scalar, Size> const& x,
                                                 std::array<Scalar, Size>& y) {
    if constexpr (concepts::elementwise_activation<Activation, Scalar>)
        kernel::transform_unrolled<Size>([](auto const& v) { return Activation::value(v); },
                                         y.data(), x.data());
    else if constexpr (customization::forwards_in_place<Activation, Size, Scalar>)
        Activation::template forward<Size>(x.data(), y.data());
    else
        y = Activation::forward(x);
}

// From the loss's derivative by y = apply_activation(x) to its derivative by x.
template <class Activation, class Scalar, std::size_t Size>
constexpr std::array<Scalar, Size> apply_activation_backward(std::array<Scalar, Size> const& x,
                                                             std::array<Scalar, Size> const& y,
                                                             std::array<Scalar, Size> const& dy) {
    return Activation::backward(x, y, dy);
}
template <class Activation, class Scalar, std::size_t Size>
    requires concepts::elementwise_activation<Activation, Scalar>
constexpr std::array<Scalar, Size> apply_activation_backward(std::array<Scalar, Size> const& x,
                                                             std::array<Scalar, Size> const& y,
                                                             std::array<Scalar, Size> const& dy) {
    std::array<Scalar, Size> dx;
    auto const product = [](auto const& d, auto const& v, auto const& w) {
        return d * Activation::derivative(v, w);
    };
    if constexpr (takes_vectors<Activation, Scalar>)
        kernel::transform<Size>(product, dx.data(), dy.data(), x.data(), y.data());
    else
        kernel::transform_unrolled<Size>(product, dx.data(), dy.data(), x.data(), y.data());
    return dx;
}

} // namespace ctnn::detail
