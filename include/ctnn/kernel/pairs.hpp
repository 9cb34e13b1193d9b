#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/exact_sum.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

// A sum of as many products as one likes.
template <class Scalar>
using exact_sum_of_many = typename Scalar::template exact_sum<static_cast<std::size_t>(-1)>;

// Scalars that lie in pairs in a word, of which the machine multiplies both at once: 16 bits on a
// Cortex-M4 or M7.
template <class Scalar>
concept goes_in_pairs = sums_exactly<Scalar> &&
    requires(exact_sum_of_many<Scalar> sum, std::uint32_t pair) {
    sum.add_products(pair, pair);
};

// The numbers at `from` and after it; they need not lie at a multiple of four bytes.
template <class Scalar>
[[gnu::always_inline]] inline std::uint32_t load_pair(Scalar const* from) {
    std::uint32_t pair;
    static_assert(sizeof pair == 2 * sizeof(Scalar));
    __builtin_memcpy(&pair, from, sizeof pair);
    return pair;
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
