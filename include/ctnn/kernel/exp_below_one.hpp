#pragma once

#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/exp.hpp>
#include <ctnn/kernel/fused_functions.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/math/exp.hpp>
#include <type_traits>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

// The exp of softmax, of a number that is not positive: one of any scalar, in constants too, or a
// vector, with the same bits. Below exp_least it is 0.
template <class Number>
[[gnu::always_inline]] constexpr Number exp_below_one(Number const& x) {
    using math::exp;
    if constexpr (is_vector<Number>)
        return exp_not_positive(lane<Number>{}, x);
    else if constexpr (has_fused_functions<Number>)
        return fused_exp_not_positive(x);
    else if constexpr (std::is_floating_point_v<Number>)
        return x < exp_least<Number> ? Number(0) : exp(x);
    else
        return exp(x);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
