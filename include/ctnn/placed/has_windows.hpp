#pragma once

#include <concepts>
#include <cstddef>

namespace ctnn::placed {

// A bound layer that is affine: a dense layer of `channels` outputs for each of its windows (tensor/detail/whole.hpp,
// tensor/detail/window_grid.hpp), with `weights` and `biases`.
template <class Bound>
concept has_windows = requires(typename Bound::parameters const& p) {
    { Bound::windows::count } -> std::convertible_to<std::size_t>;
    { Bound::channels } -> std::convertible_to<std::size_t>;
    p.weights.values;
    p.biases;
};

// One that has many windows, or one that is not the whole input.
template <class Bound>
concept has_many_windows = has_windows<Bound> && !Bound::windows::is_whole;

// A dense layer, whatever its name.
template <class Bound>
concept has_one_window = has_windows<Bound> && Bound::windows::is_whole;

} // namespace ctnn::placed
