#pragma once

#include <cstddef>
#include <utility>

namespace ctnn::detail {

// f(0), f(1), ... with integral constants. (In pieces: clang nests no fold of more than 256 operands.)
template <std::size_t Count, std::size_t First = 0, class F>
[[gnu::always_inline]] constexpr void for_each_index(F const& f) {
    constexpr std::size_t piece = 128;
    if constexpr (Count > piece) {
        for_each_index<piece, First>(f);
        for_each_index<Count - piece, First + piece>(f);
    } else {
        [&f]<std::size_t... I>(std::index_sequence<I...>) __attribute__((always_inline)) {
            (f(std::integral_constant<std::size_t, First + I>{}), ...);
        }
        (std::make_index_sequence<Count>{});
    }
}

} // namespace ctnn::detail
