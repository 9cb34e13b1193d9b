#pragma once

#include <array>
#include <cstddef>
#include <ctnn/tensor/detail/run_windows.hpp>
#include <ctnn/tensor/detail/window_axis.hpp>
#include <ctnn/tensor/shape.hpp>
#include <utility>

namespace ctnn::tensor {

template <class Grid, std::size_t Channels, class Axes>
struct shape_of_windows;
template <class Grid, std::size_t Channels, std::size_t... Axis>
struct shape_of_windows<Grid, Channels, std::index_sequence<Axis...>> {
    using type = shape<Grid::axes[Axis].count..., Channels>;
};

// The windows of a layer over an input of places with channels, as a convolution and a pool have them. Window
// and place of a window are counted with the last axis fastest, the numbers of a window place by place, the
// channels of each together: as the numbers of the input lie, and as Keras keeps weights.
template <class Input, class Kernel, class Strides, class Dilation, class Padding>
struct window_grid : run_windows<window_grid<Input, Kernel, Strides, Dilation, Padding>> {
    static constexpr std::size_t rank = Kernel::rank;
    static constexpr std::size_t channels = Input::extents[rank];
    static constexpr std::array<window_axis, rank> axes = [] {
        std::array<window_axis, rank> all{};
        for (std::size_t a = 0; a < rank; ++a)
            all[a] = padded_axis<Padding>::of(a, Input::extents[a], Kernel::extents[a],
                                              Strides::extents[a], Dilation::extents[a]);
        return all;
    }();
    static constexpr std::size_t count = [] {
        std::size_t product = 1;
        for (window_axis const& axis : axes)
            product *= axis.count;
        return product;
    }();
    static constexpr std::size_t places = Kernel::size;
    static constexpr std::size_t size = places * channels;
    static constexpr std::size_t input_size = Input::size;
    static constexpr window_axis last = axes[rank - 1];

    // Of Channels numbers for each window.
    template <std::size_t Channels>
    using output_shape =
        typename shape_of_windows<window_grid, Channels, std::make_index_sequence<rank>>::type;

    // Whether a window has a place outside of the input.
    static constexpr bool is_padded = [] {
        bool any = false;
        for (window_axis const& axis : axes)
            any = any || axis.before > 0 ||
                  (axis.count - 1) * axis.stride + window_axis::reach(axis.kernel, axis.dilation) >
                      axis.input;
        return any;
    }();
    static constexpr bool has_a_window_outside = [] {
        bool any = false;
        for (window_axis const& axis : axes)
            for (std::size_t w = 0; w < axis.count; ++w)
                any = any || !axis.has_a_place_inside(w);
        return any;
    }();
    static constexpr bool is_whole = count == 1 && size == input_size && !is_padded;

    // Windows that differ along the last axis alone are a row: from one to the next, `step` numbers of the input. A
    // window is so many runs of numbers that lie together, a run begins so many numbers after the window.
    static constexpr std::size_t windows_in_row = last.count;
    static constexpr std::size_t step = last.stride * channels;
    static constexpr std::size_t run_length =
        last.dilation == 1 ? last.kernel * channels : channels;
    static constexpr std::size_t run_count = size / run_length;
    static constexpr std::size_t run_offset(std::size_t run) {
        std::size_t offset = 0, pitch = channels;
        if constexpr (last.dilation > 1) {
            offset = run % last.kernel * last.dilation * pitch;
            run /= last.kernel;
        }
        pitch *= last.input;
        for (std::size_t a = rank - 1; a-- > 0; run /= axes[a].kernel) {
            offset += run % axes[a].kernel * axes[a].dilation * pitch;
            pitch *= axes[a].input;
        }
        return offset;
    }
    // row(its first window that lies inside, how many do, where that one begins), for each row that has such windows.
    template <class Row>
    [[gnu::always_inline]] static constexpr void for_each_row_inside(Row const& row) {
        constexpr std::size_t first = (last.before + last.stride - 1) / last.stride;
        constexpr std::size_t reach = window_axis::reach(last.kernel, last.dilation);
        constexpr std::size_t fit = last.before + last.input < reach
                                        ? 0
                                        : (last.before + last.input - reach) / last.stride + 1;
        constexpr std::size_t end = fit < last.count ? fit : last.count;
        if constexpr (first < end)
            for (std::size_t r = 0; r < count / last.count; ++r) {
                bool inside = true;
                std::size_t number = (first * last.stride - last.before) * channels;
                std::size_t pitch = last.input * channels;
                for (std::size_t a = rank - 1, rest = r; a-- > 0; rest /= axes[a].count) {
                    std::size_t const begin = rest % axes[a].count * axes[a].stride;
                    inside = inside && begin >= axes[a].before &&
                             begin - axes[a].before +
                                     window_axis::reach(axes[a].kernel, axes[a].dilation) <=
                                 axes[a].input;
                    number += (begin - axes[a].before) * pitch;
                    pitch *= axes[a].input;
                }
                if (inside)
                    row(r * last.count + first, end - first, number);
            }
    }

    // run(number in the window, number in the input, how many lie together) for all that is inside.
    template <class Run>
    [[gnu::always_inline]] static constexpr void for_each_run(std::size_t window, Run const& run) {
        // Where the window begins, which may be before the input.
        std::ptrdiff_t first[rank]{};
        for (std::size_t a = rank; a-- > 0; window /= axes[a].count)
            first[a] = static_cast<std::ptrdiff_t>(window % axes[a].count * axes[a].stride) -
                       static_cast<std::ptrdiff_t>(axes[a].before);
        for (std::size_t row = 0; row < places / last.kernel; ++row) {
            std::size_t position[rank]{};
            for (std::size_t a = rank - 1, rest = row; a-- > 0; rest /= axes[a].kernel)
                position[a] = rest % axes[a].kernel;
            bool inside = true;
            std::size_t begin = 0;
            for (std::size_t a = 0; a + 1 < rank; ++a) {
                std::ptrdiff_t const there =
                    first[a] + static_cast<std::ptrdiff_t>(position[a] * axes[a].dilation);
                inside = inside && there >= 0 && there < extent(axes[a].input);
                begin = begin * axes[a].input + static_cast<std::size_t>(there);
            }
            if (inside)
                along_last(row * last.kernel, begin * last.input, first[rank - 1], run);
        }
    }

private:
    static constexpr std::ptrdiff_t extent(std::size_t places_of_axis) {
        return static_cast<std::ptrdiff_t>(places_of_axis);
    }

    // The places of one row of a window, of which number `row` is the first; `begin` is where the row of the
    // input begins.
    template <class Run>
    [[gnu::always_inline]] static constexpr void along_last(std::size_t row, std::size_t begin,
                                                            std::ptrdiff_t first, Run const& run) {
        if constexpr (last.dilation == 1) {
            std::size_t const from = first < 0 ? static_cast<std::size_t>(-first) : 0;
            std::ptrdiff_t const left = extent(last.input) - first;
            std::size_t const to = left < extent(last.kernel)
                                       ? left < 0 ? 0 : static_cast<std::size_t>(left)
                                       : last.kernel;
            if (from < to)
                run((row + from) * channels,
                    (begin + static_cast<std::size_t>(first + extent(from))) * channels,
                    (to - from) * channels);
        } else {
            for (std::size_t k = 0; k < last.kernel; ++k) {
                std::ptrdiff_t const there = first + extent(k * last.dilation);
                if (there >= 0 && there < extent(last.input))
                    run((row + k) * channels, (begin + static_cast<std::size_t>(there)) * channels,
                        channels);
            }
        }
    }
};

} // namespace ctnn::tensor
