#pragma once

#include <ctnn/concept/setting.hpp>

namespace ctnn::detail {

// What is wrong with an optimizer's learning rate, or nullptr.
template <class Scalar>
[[gnu::always_inline]] constexpr char const* rate_problem(double learning_rate) {
    if (!is_finite_and_not_negative(learning_rate))
        return "learning_rate is negative or not finite";
    if (vanishes<Scalar>(learning_rate))
        return "learning_rate is 0 in the network's scalar";
    if (saturates<Scalar>(learning_rate))
        return "learning_rate is more than the network's scalar can hold";
    return nullptr;
}

} // namespace ctnn::detail
