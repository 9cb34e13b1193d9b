#pragma once

#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <type_traits>
#include <utility>

// What an optimizer remembers of one parameter, `memory<T>`: an aggregate of up to four T.

namespace ctnn::detail {

struct no_memory {};

template <class Optimizer, class T>
struct memory_for {
    using type = no_memory;
};
template <class Optimizer, class T>
    requires customization::remembers<Optimizer, T>
struct memory_for<Optimizer, T> {
    using type = typename Optimizer::template memory<T>;
};

// How many numbers it is; 0 also if it is empty.
template <class Memory, class T>
inline constexpr std::size_t memory_size = std::is_empty_v<Memory> ? 0 : sizeof(Memory) / sizeof(T);

inline constexpr std::size_t most_memory = 4;

template <class Aggregate, class T, std::size_t... Index>
constexpr bool takes_each(std::index_sequence<Index...>) {
    return requires(T x) {
        // (Each in braces of its own, or an array would take several.)
        Aggregate{{(static_cast<void>(Index), x)}...};
    };
}

// Whether it is an aggregate of so many T, or fewer, and of nothing else.
template <class Aggregate, class T, std::size_t Most>
constexpr bool is_aggregate_of() {
    constexpr std::size_t size = memory_size<Aggregate, T>;
    if constexpr (!std::is_aggregate_v<Aggregate>)
        return false;
    else if constexpr (std::is_empty_v<Aggregate>)
        return true;
    else if constexpr (size > Most || size * sizeof(T) != sizeof(Aggregate))
        return false;
    else
        return takes_each<Aggregate, T>(std::make_index_sequence<size>{});
}
template <class Memory, class T>
constexpr bool is_memory() {
    return is_aggregate_of<Memory, T, most_memory>();
}

// How many square roots an update takes of one number.
template <class Optimizer>
inline constexpr std::size_t square_roots_of = [] {
    if constexpr (customization::counts_square_roots<Optimizer>)
        return std::size_t{Optimizer::square_roots};
    else
        return std::size_t{2};
}();

// Puts its numbers back where they came from.
template <class Memory, class A>
[[gnu::always_inline]] constexpr void put_back(Memory const& memory, A& a) {
    auto const& [x] = memory;
    a = x;
}
template <class Memory, class A>
[[gnu::always_inline]] constexpr void put_back(Memory const& memory, A& a, A& b) {
    auto const& [x, y] = memory;
    a = x, b = y;
}
template <class Memory, class A>
[[gnu::always_inline]] constexpr void put_back(Memory const& memory, A& a, A& b, A& c) {
    auto const& [x, y, z] = memory;
    a = x, b = y, c = z;
}
template <class Memory, class A>
[[gnu::always_inline]] constexpr void put_back(Memory const& memory, A& a, A& b, A& c, A& d) {
    auto const& [x, y, z, w] = memory;
    a = x, b = y, c = z, d = w;
}

} // namespace ctnn::detail
