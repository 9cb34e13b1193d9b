#pragma once

#include <ctnn/concept/customization.hpp>
#include <ctnn/placed/has_windows.hpp>
#include <ctnn/placed/passed_on.hpp>

namespace ctnn::placed {

// The kind that a layer says it is. Each face derives from it what to do with the layer: docs/architecture.md.
enum class layer_kind {
    dense,     // affine; its one window is the whole input
    windows,   // affine, with any other windows
    pointwise, // an activation and nothing else, or another shape
    moving,    // each output is an input, or 0
    composite, // made of layers
    opaque     // only its functions are known
};

template <class Stage>
inline constexpr layer_kind kind_of_layer = [] {
    using bound = typename Stage::bound;
    if constexpr (has_one_window<bound>)
        return layer_kind::dense;
    else if constexpr (has_many_windows<bound>)
        return layer_kind::windows;
    else if constexpr (is_pointwise<Stage>)
        return layer_kind::pointwise;
    else if constexpr (customization::moves_numbers<bound>)
        return layer_kind::moving;
    else if constexpr (customization::has_branches<bound>)
        return layer_kind::composite;
    else
        return layer_kind::opaque;
}();

} // namespace ctnn::placed
