#pragma once

#include <cstddef>
#include <type_traits>
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
        [&f]<std::size_t... Index>(std::index_sequence<Index...>) __attribute__((always_inline)) {
            (f(std::integral_constant<std::size_t, First + Index>{}), ...);
        }
        (std::make_index_sequence<Count>{});
    }
}

} // namespace ctnn::detail
