#pragma once

#include <cstddef>

// In a constant an index beyond the last ends the build: a function that is not constexpr, called from
// one of which the arguments are the index and how many there are.

namespace ctnn::error {

inline void the_network_has_no_such_input() {}
inline void the_network_has_no_such_output() {}

// Templates, because a constexpr function must have a constant result for some argument.
template <class Index>
constexpr void input_of_a_network_that_has(Index index, Index count) {
    if (index >= count)
        the_network_has_no_such_input();
}
template <class Index>
constexpr void output_of_a_network_that_has(Index index, Index count) {
    if (index >= count)
        the_network_has_no_such_output();
}

} // namespace ctnn::error
