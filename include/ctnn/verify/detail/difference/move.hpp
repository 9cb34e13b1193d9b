#pragma once

#include <ctnn/config/arithmetic_in_use.hpp>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// What is known of the outputs of a layer that moves its inputs (placed/moved.hpp): the same as of these, and `outside` of
// those that are 0.
template <class Stage, class In, class Out>
constexpr void move(In const& in, Out& out, typename Out::value_type const& outside = {}) {
    Stage::bound::run(in.data(), out.data(), outside);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
