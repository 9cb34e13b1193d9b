#pragma once

#include <cstddef>
#include <ctnn/placed/has_windows.hpp>

// An affine layer as the matrix that it is: the weight of each input for each output, most of them 0 where there
// are many windows.

namespace ctnn::placed {

template <class Stage>
inline constexpr bool is_affine = has_windows<typename Stage::bound>;

// How many products an output is the sum of, besides its bias.
template <class Stage>
inline constexpr std::size_t terms = 0;
template <class Stage>
    requires is_affine<Stage>
inline constexpr std::size_t terms<Stage> = Stage::bound::windows::size;

template <class Stage>
constexpr auto const& bias_of(typename Stage::parameters const& p, std::size_t output) {
    return p.biases.data()[output % Stage::bound::channels];
}

// The weight of an input for an output, or nullptr where they do not meet.
template <class Stage>
constexpr auto weight_of(typename Stage::parameters const& p, std::size_t input,
                         std::size_t output) {
    using windows = typename Stage::bound::windows;
    constexpr std::size_t channels = Stage::bound::channels;
    std::size_t const place = windows::place_of(output / channels, input);
    auto const* const weights = p.weights.values.data();
    return place < windows::size ? weights + place * channels + output % channels : nullptr;
}

} // namespace ctnn::placed
