#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// The order of the additions is part of what the library promises, and depends on the shape alone:
// input i belongs to chain i mod `chains`; chain 0 begins with the bias, the others with 0; then
// (c0 + c1) + (c2 + c3). Chains are there so that an addition need not wait for the one before it. Wide
// layers have enough other outputs to add to meanwhile, and where inputs are few, more chains cost a
// machine without vectors more than they save others.
template <std::size_t Inputs, std::size_t Outputs>
inline constexpr std::size_t chains = Inputs < 4 || Outputs >= 128 ? 1
                                      : Inputs < 8 || Outputs >= 64 || (Inputs < 32 && Outputs >= 8)
                                          ? 2
                                          : 4;

template <std::size_t Inputs, std::size_t Outputs, class Values>
[[gnu::always_inline]] constexpr Values add_chains(Values const* sums, std::size_t stride) {
    if constexpr (chains<Inputs, Outputs> == 1)
        return sums[0];
    else if constexpr (chains<Inputs, Outputs> == 2)
        return sums[0] + sums[stride];
    else
        return (sums[0] + sums[stride]) + (sums[2 * stride] + sums[3 * stride]);
}

} // namespace detail
CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
