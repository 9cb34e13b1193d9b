#pragma once

#include <cstddef>
#include <ctnn/tensor/padding.hpp>
#include <ctnn/tensor/padding_causal.hpp>
#include <ctnn/tensor/padding_same.hpp>

namespace ctnn::tensor {

// Where the windows of a layer lie along one axis of its input.
struct window_axis {
    std::size_t input;    // places of the input
    std::size_t kernel;   // places of a window
    std::size_t stride;   // from one window to the next
    std::size_t dilation; // from one place of a window to the next
    std::size_t before;   // places of padding before the input
    std::size_t count;    // windows

    // Whether a window has a place in the input.
    constexpr bool has_a_place_inside(std::size_t window) const {
        bool any = false;
        for (std::size_t k = 0; k < kernel; ++k) {
            std::size_t const there =
                window * stride + k * dilation; // counted from the first padding
            any = any || (there >= before && there < before + input);
        }
        return any;
    }

    // From a window's first place to its last one.
    static constexpr std::size_t reach(std::size_t kernel, std::size_t dilation) {
        return (kernel - 1) * dilation + 1;
    }
};

// Without a tag, windows lie inside the input. No window is no error here: a layer says what it needs.
struct no_padding {};

template <class Padding>
struct padded_axis;
template <>
struct padded_axis<no_padding> {
    static constexpr window_axis of(std::size_t, std::size_t input, std::size_t kernel,
                                    std::size_t stride, std::size_t dilation) {
        std::size_t const reach = window_axis::reach(kernel, dilation);
        return {input,    kernel, stride,
                dilation, 0,      input < reach ? 0 : (input - reach) / stride + 1};
    }
};
template <std::size_t... Places>
struct padded_axis<padding<Places...>> {
    static constexpr window_axis of(std::size_t axis, std::size_t input, std::size_t kernel,
                                    std::size_t stride, std::size_t dilation) {
        constexpr std::size_t places[]{Places...};
        std::size_t const reach = window_axis::reach(kernel, dilation);
        std::size_t const all = input + 2 * places[axis];
        return {input,    kernel,       stride,
                dilation, places[axis], all < reach ? 0 : (all - reach) / stride + 1};
    }
};
template <>
struct padded_axis<padding_same> {
    static constexpr window_axis of(std::size_t, std::size_t input, std::size_t kernel,
                                    std::size_t stride, std::size_t dilation) {
        std::size_t const count = (input + stride - 1) / stride;
        std::size_t const all = (count - 1) * stride + window_axis::reach(kernel, dilation);
        return {input, kernel, stride, dilation, all > input ? (all - input) / 2 : 0, count};
    }
};
template <>
struct padded_axis<padding_causal> {
    static constexpr window_axis of(std::size_t, std::size_t input, std::size_t kernel,
                                    std::size_t stride, std::size_t dilation) {
        return {input,
                kernel,
                stride,
                dilation,
                window_axis::reach(kernel, dilation) - 1,
                (input + stride - 1) / stride};
    }
};

} // namespace ctnn::tensor
