#pragma once

#include <cstddef>

namespace ctnn::detail {

// A fold would do, but clang nests none of more than 256 operands, and a network may be deeper.
template <class... Numbers>
constexpr std::size_t sum_of(Numbers... numbers) {
    std::size_t const each[]{0, numbers...};
    std::size_t sum = 0;
    for (std::size_t const number : each)
        sum += number;
    return sum;
}

} // namespace ctnn::detail
