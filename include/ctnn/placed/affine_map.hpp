#pragma once

#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/placed/has_windows.hpp>
#include <ctnn/tensor/detail/groups_of.hpp>

// An affine layer output by output: a sum of as many products as a window has numbers, and a bias.

namespace ctnn::placed {

template <class Stage>
inline constexpr bool is_affine = customization::has_windows<typename Stage::bound>;

// One whose weights are constants. It has no parameters and its own arithmetic: nothing is multiplied by the weights, which
// say what function it is (placed/mean_of_windows.hpp).
template <class Stage>
inline constexpr bool has_constant_weights = false;
template <class Stage>
    requires is_affine<Stage>
inline constexpr bool has_constant_weights<Stage> = !Stage::has_parameters;
// All others.
template <class Stage>
inline constexpr bool multiplies = is_affine<Stage> && !has_constant_weights<Stage>;

// How many products are added up for an output, not counting its bias.
template <class Stage>
inline constexpr std::size_t terms = 0;
template <class Stage>
    requires is_affine<Stage>
inline constexpr std::size_t terms<Stage> = Stage::bound::windows::size;

// How many columns its weights have: one for each output of the windows that take a turn.
template <class Bound>
inline constexpr std::size_t columns_of =
    tensor::groups_of<typename Bound::windows>* Bound::channels;

template <class Stage>
constexpr auto const& bias_of(typename Stage::parameters const& p, std::size_t output) {
    return p.biases.data()[output % columns_of<typename Stage::bound>];
}

// The input in product k of an output, or input_size for padding, which is 0.
template <class Stage>
constexpr std::size_t input_of(std::size_t output, std::size_t k) {
    return Stage::bound::windows::input_of(output / Stage::bound::channels, k);
}

// The weight in product k of an output.
template <class Stage>
constexpr auto const& weight_of(typename Stage::parameters const& p, std::size_t k,
                                std::size_t output) {
    constexpr std::size_t columns = columns_of<typename Stage::bound>;
    return p.weights.values.data()[k * columns + output % columns];
}

} // namespace ctnn::placed
