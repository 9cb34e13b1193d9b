#pragma once

#include <ctnn/detail/members.hpp>

namespace ctnn::detail {

// f(block of a, same block of the others ...) for every array of parameters of a network, in the
// order in which they lie in memory. The others are networks of the same type as a.
template <class F, class Network, class... Others>
constexpr void for_each_block_of(F&& f, Network& a, Others&... others) {
    for_each_block(f, a, others...);
}

} // namespace ctnn::detail
