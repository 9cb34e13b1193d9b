#pragma once

namespace ctnn::placed {

// Whether a layer says that each of its outputs is one of its inputs, found by comparing: it never rounds, in
// any number that has an order.
template <class Stage>
inline constexpr bool only_compares = requires {
    requires Stage::bound::only_compares;
};

} // namespace ctnn::placed
