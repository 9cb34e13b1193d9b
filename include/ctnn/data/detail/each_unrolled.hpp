#pragma once

#include <cstddef>
#include <utility>

namespace ctnn::detail {

// Calls step(indices, pointers...) for 64 elements at a time, which the step takes in one fold
// expression: evaluators count that as few steps, and clang allows folds of up to 256 operands.
template <std::size_t Size, class Step, class... T>
constexpr void each_unrolled(Step const& step, T*... pointers) {
    constexpr std::size_t at_once = 64;
    for (std::size_t i = 0; i + at_once <= Size; i += at_once)
        step(std::make_index_sequence<at_once>{}, (pointers + i)...);
    if constexpr (Size % at_once != 0)
        step(std::make_index_sequence<Size % at_once>{}, (pointers + (Size - Size % at_once))...);
}

} // namespace ctnn::detail
