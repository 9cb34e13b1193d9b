#pragma once

#include <concepts>
#include <cstddef>

namespace ctnn::placed {

// A bound layer that is made of layers (composite.hpp). `branch<K>` is the network of branch K, of a shortcut
// one of depth 0; `part<K>(parameters)` is its value; `join` is what becomes of their outputs.
template <class Bound>
concept is_composite = requires {
    { Bound::branch_count } -> std::convertible_to<std::size_t>;
    typename Bound::join;
};

// One of which each output is a sum of numbers of its branches: number i of branch K goes into output
// `join::place<K>(i)`.
template <class Bound>
concept adds_branches = is_composite<Bound> && requires(std::size_t i) {
    { Bound::join::template place<0>(i) } -> std::same_as<std::size_t>;
};

} // namespace ctnn::placed
