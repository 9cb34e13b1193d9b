#pragma once

#include <cstddef>
#include <ctnn/tensor/detail/window_axis.hpp>
#include <ctnn/tensor/padding.hpp>
#include <ctnn/tensor/padding_same.hpp>

namespace ctnn::tensor {

// Along one axis, what a convolution passes back to its input: number n of its windows meets place k at n * stride + k *
// dilation - before. So output t has a window of the input, with a place for each place of the kernel, most of which are
// outside or between the numbers where there are strides.
struct transposed_axis {
    std::size_t input;
    std::size_t kernel;
    std::size_t stride;
    std::size_t dilation;
    std::size_t before; // places that are left out before the first output
    std::size_t count;  // outputs

    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    // The place of the input in a place of an output's window.
    constexpr std::size_t input_of(std::size_t output, std::size_t place) const {
        std::size_t const reached = output + before, back = place * dilation;
        if (reached < back || (reached - back) % stride != 0 || (reached - back) / stride >= input)
            return nowhere;
        return (reached - back) / stride;
    }
};

template <class Padding>
struct transposed_axis_of;
template <>
struct transposed_axis_of<no_padding> {
    static constexpr transposed_axis of(std::size_t, std::size_t input, std::size_t kernel,
                                        std::size_t stride, std::size_t dilation) {
        return {input,    kernel, stride,
                dilation, 0,      (input - 1) * stride + window_axis::reach(kernel, dilation)};
    }
};
template <std::size_t... Places>
struct transposed_axis_of<padding<Places...>> {
    static constexpr transposed_axis of(std::size_t axis, std::size_t input, std::size_t kernel,
                                        std::size_t stride, std::size_t dilation) {
        constexpr std::size_t places[]{Places...};
        std::size_t const all = (input - 1) * stride + window_axis::reach(kernel, dilation);
        std::size_t const left_out = 2 * places[axis];
        return {input, kernel, stride, dilation, places[axis], all > left_out ? all - left_out : 0};
    }
};
template <>
struct transposed_axis_of<padding_same> {
    static constexpr transposed_axis of(std::size_t, std::size_t input, std::size_t kernel,
                                        std::size_t stride, std::size_t dilation) {
        std::size_t const reach = window_axis::reach(kernel, dilation);
        return {input,         kernel, stride, dilation, reach > stride ? (reach - stride) / 2 : 0,
                input * stride};
    }
};

} // namespace ctnn::tensor
