#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/adds_branches.hpp>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// What is known of the outputs of a layer that moves its inputs: the same as of these.
template <class Stage, class In, class Out>
constexpr void move(In const& in, Out& out) {
    for (std::size_t i = 0; i < Stage::input_size; ++i)
        if (std::size_t const j = Stage::bound::join::template place<0>(i); j != placed::nowhere)
            out[j] = in[i];
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
