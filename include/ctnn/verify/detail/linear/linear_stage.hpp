#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/affine_map.hpp>
#include <ctnn/placed/is_activate.hpp>

CTNN_NAMESPACE(ctnn::verify::detail) {

// How many numbers the matrix of a layer with windows may have, which linear bounds keep on the stack, in double.
inline constexpr std::size_t largest_matrix_of_windows = std::size_t{1} << 18;

// An affine layer that linear bounds take as a matrix: one with windows fills it mostly with zeros.
template <class Stage>
constexpr bool has_a_matrix = placed::is_affine<Stage>;
template <class Stage>
    requires placed::has_many_windows<typename Stage::bound>
constexpr bool has_a_matrix<Stage> =
    Stage::input_size <= largest_matrix_of_windows / Stage::output_size;

// A layer through which linear functions go. At any other they end (opaque_layer.hpp).
template <class Stage>
constexpr bool is_linear_stage =
    has_a_matrix<Stage> || placed::is_activate<typename Stage::descriptor>;

} // CTNN_NAMESPACE(ctnn::verify::detail)
