#pragma once

// Activations on plain arrays: the network gives them arrays with room after them.

#include <array>
#include <cstddef>
#include <ctnn/kernel/roomy.hpp>
#include <ctnn/placed/detail/apply_activation.hpp>

namespace laws {

template <class Scalar, std::size_t Size>
constexpr auto roomy(std::array<Scalar, Size> const& values) {
    ctnn::kernel::roomy_array<Scalar, Size> copy{};
    static_cast<std::array<Scalar, Size>&>(copy) = values;
    return copy;
}

template <class Activation, class Scalar, std::size_t Size>
constexpr std::array<Scalar, Size> activate(std::array<Scalar, Size> const& x) {
    ctnn::kernel::roomy_array<Scalar, Size> y{};
    ctnn::detail::apply_activation<Activation>(roomy(x), y);
    return y;
}

template <class Activation, class Scalar, std::size_t Size>
constexpr std::array<Scalar, Size> activate_backward(std::array<Scalar, Size> const& x,
                                                     std::array<Scalar, Size> const& y,
                                                     std::array<Scalar, Size> const& dy) {
    ctnn::kernel::roomy_array<Scalar, Size> dx{};
    ctnn::detail::apply_activation_backward<Activation>(roomy(x), roomy(y), roomy(dy), dx);
    return dx;
}

} // namespace laws
