#pragma once

#include <concepts>
#include <cstddef>
#include <ctnn/concept/customization.hpp>

namespace ctnn::placed {

// A bound layer that is made of layers (composite.hpp) and whose outputs are sums of its branches' numbers: number i of
// branch K goes into output `join::place<K>(i)`.
template <class Bound>
concept adds_branches = customization::has_branches<Bound> && requires(std::size_t i) {
    { Bound::join::template place<0>(i) } -> std::same_as<std::size_t>;
};

// The place of a number that goes into no output.
inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

// Such a layer with one branch, its input, that says that it only compares: each output is one of the inputs, always the
// same one.
template <class Bound>
concept moves_inputs = adds_branches<Bound> && customization::only_compares<Bound>;

} // namespace ctnn::placed
