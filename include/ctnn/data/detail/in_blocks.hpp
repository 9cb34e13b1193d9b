#pragma once

#include <cstddef>
#include <utility>

namespace ctnn::detail {

// Calls step(indices, pointers...) for blocks of `size` elements, which the step takes in one fold
// expression: evaluators count that as few steps, and clang allows folds of up to 256 operands.
template <std::size_t Size, class Step, class... T>
constexpr void in_blocks(Step const& step, T*... pointers) {
    constexpr std::size_t block = 64;
    for (std::size_t i = 0; i + block <= Size; i += block)
        step(std::make_index_sequence<block>{}, (pointers + i)...);
    if constexpr (Size % block != 0)
        step(std::make_index_sequence<Size % block>{}, (pointers + (Size - Size % block))...);
}

} // namespace ctnn::detail
