#pragma once

#include <array>
#include <cstddef>
#include <ctnn/tensor/detail/run_windows.hpp>
#include <ctnn/tensor/detail/transposed_axis.hpp>
#include <ctnn/tensor/detail/window_grid.hpp>
#include <utility>

namespace ctnn::tensor {

// The windows of a transposed convolution: one for each output. Their numbers are counted as those of a window_grid.
template <class Input, class Kernel, class Strides, class Dilation, class Padding>
struct transposed_grid : run_windows<transposed_grid<Input, Kernel, Strides, Dilation, Padding>> {
    static constexpr std::size_t rank = Kernel::rank;
    static constexpr std::size_t channels = Input::extents[rank];
    static constexpr std::array<transposed_axis, rank> axes = [] {
        std::array<transposed_axis, rank> all{};
        for (std::size_t a = 0; a < rank; ++a)
            all[a] = transposed_axis_of<Padding>::of(a, Input::extents[a], Kernel::extents[a],
                                                     Strides::extents[a], Dilation::extents[a]);
        return all;
    }();
    static constexpr std::size_t count = [] {
        std::size_t product = 1;
        for (transposed_axis const& axis : axes)
            product *= axis.count;
        return product;
    }();
    static constexpr std::size_t places = Kernel::size;
    static constexpr std::size_t size = places * channels;
    static constexpr std::size_t input_size = Input::size;
    static constexpr bool is_whole = false, is_padded = true;

    template <std::size_t Channels>
    using output_shape =
        typename shape_of_windows<transposed_grid, Channels, std::make_index_sequence<rank>>::type;

    // run(number in the window, number in the input, how many lie together) for all that is inside.
    template <class Run>
    [[gnu::always_inline]] static constexpr void for_each_run(std::size_t window, Run const& run) {
        std::size_t output[rank]{};
        for (std::size_t a = rank; a-- > 0; window /= axes[a].count)
            output[a] = window % axes[a].count;
        for (std::size_t place = 0; place < places; ++place) {
            std::size_t position[rank]{};
            for (std::size_t a = rank, rest = place; a-- > 0; rest /= axes[a].kernel)
                position[a] = rest % axes[a].kernel;
            bool inside = true;
            std::size_t found = 0;
            for (std::size_t a = 0; a < rank && inside; ++a) {
                std::size_t const there = axes[a].input_of(output[a], position[a]);
                inside = there != transposed_axis::nowhere;
                found = found * axes[a].input + there;
            }
            if (inside)
                run(place * channels, found * channels, channels);
        }
    }
};

} // namespace ctnn::tensor
