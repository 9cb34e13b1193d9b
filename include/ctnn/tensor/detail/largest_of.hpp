#pragma once

#include <cstddef>

namespace ctnn::detail {

template <std::size_t Count>
constexpr std::size_t largest_of(std::size_t const (&numbers)[Count]) {
    std::size_t most = 0;
    for (std::size_t const number : numbers)
        most = most < number ? number : most;
    return most;
}

} // namespace ctnn::detail
