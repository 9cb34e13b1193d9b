#pragma once

#include <concepts>
#include <cstddef>
#include <ctnn/concept/customization.hpp>

namespace ctnn::placed {

// One whose branches' outputs are multiplied number by number, from the first branch on.
template <class Bound>
concept multiplies_branches = customization::has_branches<Bound> && requires {
    requires Bound::join::multiplies;
};
template <class Bound>
concept multiplies_two_branches = multiplies_branches<Bound> && Bound::branch_count == 2;

// The place of a number that goes into no output, or of an output that no number goes into.
inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

// A bound layer whose outputs are sums of its branches' numbers: a layer that is made of layers (composite.hpp), where
// number i of branch K goes into output `join::place<K>(i)`, or a layer that moves its input (moved.hpp), where output j
// is number `join::source(j)`.
template <class Bound>
concept adds_branches = customization::moves_numbers<Bound> ||
    (customization::has_branches<Bound>&& requires(std::size_t i) {
        { Bound::join::template place<0>(i) } -> std::same_as<std::size_t>;
    });

// use(i, j) for number i of the `Size` numbers of branch K and the output j that it goes into: for each number, or for
// each output. In a product of branches, number i goes into output i.
template <class Join, std::size_t K, std::size_t Size, class Use>
constexpr void for_each_number(Use const& use) {
    if constexpr (requires { Join::source(std::size_t{0}); }) {
        for (std::size_t j = 0; j < Join::output_shape::size; ++j)
            if (std::size_t const i = Join::source(j); i != nowhere)
                use(i, j);
    } else if constexpr (requires { requires Join::multiplies; }) {
        for (std::size_t i = 0; i < Size; ++i)
            use(i, i);
    } else {
        for (std::size_t i = 0; i < Size; ++i)
            if (std::size_t const j = Join::template place<K>(i); j != nowhere)
                use(i, j);
    }
}

} // namespace ctnn::placed
