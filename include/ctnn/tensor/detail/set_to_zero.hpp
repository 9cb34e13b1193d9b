#pragma once

#include <cstddef>
#include <ctnn/tensor/detail/members.hpp>

namespace ctnn::detail {

// Not net = Network{}, which compilers make on the stack first.
template <class Network>
constexpr void set_to_zero(Network& net) {
    for_each_block(
        [](auto block) {
            for (std::size_t i = 0; i < decltype(block)::size; ++i)
                block.data[i] = typename Network::scalar{};
        },
        net);
}

} // namespace ctnn::detail
