#pragma once

#include <cstddef>

namespace ctnn::placed {

// A bound layer that is affine: a dense layer for each of its windows.
template <class Bound>
concept has_windows = requires {
    typename Bound::windows;
    Bound::channels;
};

} // namespace ctnn::placed
