#pragma once

#include <cstddef>
#include <ctnn/tensor/detail/members.hpp>

namespace ctnn::detail {

// to += from, for all arrays of a layer's parameters: a sum over windows or steps is added to the gradient.
template <class Parameters>
constexpr void add_blocks(Parameters const& from, Parameters& to) {
    for_each_block(
        [](auto into, auto block) {
            for (std::size_t i = 0; i < decltype(into)::size; ++i)
                into.data[i] += block.data[i];
        },
        to, from);
}

} // namespace ctnn::detail
