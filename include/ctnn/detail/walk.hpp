#pragma once

#include <cstddef>
#include <ctnn/detail/for_each_index.hpp>
#include <ctnn/detail/members.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::detail {

// f(block of a, same block of the others ...) for every array of parameters of a network, in the
// order in which they lie in memory. The others are networks of the same type as a.
template <class F, class Network, class... Others>
constexpr void for_each_block_of(F&& f, Network& a, Others&... others) {
    for_each_index<Network::depth>(
        [&]<std::size_t Place>(std::integral_constant<std::size_t, Place>) {
            if constexpr (Network::template stage<Place>::has_parameters)
                for_each_block(f, a.template layer<Place>(), others.template layer<Place>()...);
        });
}

} // namespace ctnn::detail
