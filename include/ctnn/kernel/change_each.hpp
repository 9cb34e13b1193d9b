#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/vector.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

// y = change(x ...), for Size values in ever narrower vectors; the run-time face only.
template <std::size_t Size, class Scalar, class Change, class... From>
[[gnu::always_inline]] inline void change_each(Change const& change, Scalar* y, From const*... x) {
    constexpr std::size_t lanes = lanes_for<Scalar, Size>;
    constexpr std::size_t whole = Size / lanes * lanes;
    constexpr std::size_t left = Size - whole;
#if !defined(__clang__) // which knows what is worth it
#pragma GCC unroll 8
#endif
    for (std::size_t i = 0; i < whole; i += lanes)
        store<lanes>(y + i, change(load<lanes>(x + i)...));
    if constexpr (whole > 0 && left > 0)
        change_each<left>(change, y + whole, (x + whole)...);
    else if constexpr (left > 0)
        store_values<0, left>(y, change(load_values<lanes, left>(x)...));
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
