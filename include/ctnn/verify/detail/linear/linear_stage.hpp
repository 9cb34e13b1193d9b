#pragma once

#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/affine_map.hpp>
#include <ctnn/placed/is_activate.hpp>

CTNN_NAMESPACE(ctnn::verify::detail) {

// A layer through which linear functions go. At any other they end (opaque_layer.hpp).
template <class Stage>
constexpr bool is_linear_stage =
    placed::is_affine<Stage> || placed::is_activate<typename Stage::descriptor>;

} // CTNN_NAMESPACE(ctnn::verify::detail)
