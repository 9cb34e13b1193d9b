#pragma once

#include <ctnn/concept/customization.hpp>

// The windows of an affine layer (tensor/detail/whole.hpp, tensor/detail/window_grid.hpp).

namespace ctnn::placed {

// Many windows, or one that is not the whole input.
template <class Bound>
concept has_many_windows = customization::has_windows<Bound> && !Bound::windows::is_whole;

// A dense layer, whatever its name.
template <class Bound>
concept has_one_window = customization::has_windows<Bound> && Bound::windows::is_whole;

} // namespace ctnn::placed
