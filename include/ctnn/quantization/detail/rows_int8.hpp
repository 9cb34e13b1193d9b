#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/placed/padded_rows.hpp>
#include <ctnn/quantization/detail/channels_int8.hpp>
#include <ctnn/quantization/detail/dense_int8.hpp>
#include <ctnn/quantization/detail/words_int8.hpp>
#include <type_traits>

// Convolutions on machines that multiply words: two windows of a row and two outputs at once, so that each weight is read
// and spread out once for both windows.

namespace ctnn::quantization {
namespace detail {

// Windows of Runs runs of Length numbers, a multiple of four, each Step numbers after the one before.
template <std::size_t Runs, std::size_t Length, std::size_t Step>
struct windows_in_twos {
    // As many fours are written out.
    static constexpr std::size_t fours = [] {
        std::size_t most = Length / 4 < 6 ? Length / 4 : 6;
        while (Length / 4 % most != 0)
            --most;
        return most;
    }();

    // The outputs of `count` windows, of which the first has its runs at `row_begins`. IsOdd tells whether the count may be odd.
    template <bool IsOdd, std::size_t Inputs, std::size_t Outputs, class Integer>
    [[gnu::noinline]] static void run(dense_int8<Inputs, Outputs> const& dense,
                                      std::int16_t const* const* row_begins, std::size_t count,
                                      Integer* y) {
        constexpr std::size_t width = Runs * Length;
        auto const rounded = dense.rounding();
        std::size_t w = 0;
        for (; w + 1 < count; w += 2, y += 2 * Outputs) {
            std::int8_t const* weights = dense.weights.data();
            for (std::size_t j = 0; j + 1 < Outputs; j += 2, weights += width) {
                std::int32_t s00 = dense.biases.data()[j], s01 = dense.biases.data()[j + 1];
                std::int32_t s10 = s00, s11 = s01;
                for (std::size_t r = 0; r < Runs; ++r) {
                    std::int16_t const* x = row_begins[r] + w * Step;
                    for (std::size_t i = 0; i < Length; i += 4 * fours)
                        add_fours<fours, Step, width>(x, weights, s00, s01, s10, s11);
                }
                std::int32_t const first = dense.multipliers.data()[j];
                std::int32_t const second = dense.multipliers.data()[j + 1];
                y[j] = static_cast<Integer>(rounded(s00, first));
                y[j + 1] = static_cast<Integer>(rounded(s01, second));
                y[Outputs + j] = static_cast<Integer>(rounded(s10, first));
                y[Outputs + j + 1] = static_cast<Integer>(rounded(s11, second));
            }
            if constexpr (Outputs % 2 != 0) {
                last_of(dense, row_begins, w * Step, y);
                last_of(dense, row_begins, (w + 1) * Step, y + Outputs);
            }
        }
        if constexpr (IsOdd)
            if (w < count)
                one_window(dense, row_begins, w * Step, y);
    }

    // Those of the window that begins so many numbers after its rows.
    template <std::size_t Inputs, std::size_t Outputs, class Integer>
    [[gnu::noinline]] static void one_window(dense_int8<Inputs, Outputs> const& dense,
                                             std::int16_t const* const* row_begins,
                                             std::size_t from, Integer* y) {
        constexpr std::size_t width = Runs * Length;
        auto const rounded = dense.rounding();
        std::int8_t const* weights = dense.weights.data();
        for (std::size_t j = 0; j + 1 < Outputs; j += 2, weights += width) {
            std::int8_t const* second = weights + width;
            std::int32_t s0 = dense.biases.data()[j], s1 = dense.biases.data()[j + 1];
            for (std::size_t r = 0; r < Runs; ++r) {
                std::int16_t const* x = row_begins[r] + from;
                for (std::size_t i = 0; i < Length; i += 4 * fours)
                    add_fours<fours>(x, weights, second, s0, s1);
            }
            y[j] = static_cast<Integer>(rounded(s0, dense.multipliers.data()[j]));
            y[j + 1] = static_cast<Integer>(rounded(s1, dense.multipliers.data()[j + 1]));
        }
        if constexpr (Outputs % 2 != 0)
            last_of(dense, row_begins, from, y);
    }

private:
    // An output without another beside it.
    template <std::size_t Inputs, std::size_t Outputs, class Integer>
    [[gnu::always_inline]] static void last_of(dense_int8<Inputs, Outputs> const& dense,
                                               std::int16_t const* const* row_begins,
                                               std::size_t from, Integer* y) {
        std::int32_t sum = dense.biases.data()[Outputs - 1];
        std::int8_t const* weights = dense.weights.data() + (Outputs - 1) * dense.width;
        for (std::size_t r = 0; r < Runs; ++r, weights += Length)
            sum = dot<Length>(sum, row_begins[r] + from, weights);
        y[Outputs - 1] =
            static_cast<Integer>(dense.rounding()(sum, dense.multipliers.data()[Outputs - 1]));
    }
};

// A grid of one place for each window, which are all places.
template <class Grid>
inline constexpr bool has_windows_of_a_place =
    Grid::places == 1 && !Grid::is_padded && Grid::count * Grid::channels == Grid::input_size;

// row(where the rows of its first window begin, that window, how many windows) for each row of windows of a Grid.
template <class Grid, class Row>
[[gnu::always_inline]] inline void for_each_row_of_windows(std::int16_t const* x,
                                                           std::int16_t outside, Row const& row) {
    if constexpr (has_windows_of_a_place<Grid>) {
        row(&x, std::size_t{0}, Grid::count); // all are one row
    } else {
        using padded = placed::padded_rows<std::int16_t, Grid>;
        padded of_input(x, outside);
        std::int16_t const* row_begins[padded::rows];
        for (std::size_t w = 0; w < padded::count; ++w) {
            of_input.find(w, +row_begins);
            row(+row_begins, w * Grid::last.count, Grid::last.count);
        }
    }
}

template <class Windows>
inline constexpr bool is_grid_with_rows = false;
template <class Windows>
    requires requires {
        Windows::last;
        Windows::run_length;
    }
inline constexpr bool is_grid_with_rows<Windows> = Windows::rank <= 2;

// Whether a run of a window is whole fours, and begins at a multiple of four bytes.
template <class Grid>
inline constexpr bool has_whole_fours =
    Grid::run_length % 4 == 0 && Grid::step % 2 == 0 &&
    placed::padded_rows<std::int16_t, Grid>::pitch % 2 == 0 &&
    2 * Grid::step <= most_offset_of_two&& Grid::size <= most_offset;

template <class Grid>
inline constexpr bool goes_in_twos = false;
template <class Grid>
    requires is_grid_with_rows<Grid>
inline constexpr bool goes_in_twos<Grid> =
    has_words && Grid::last.dilation == 1 &&
    (has_whole_fours<Grid> || 2 * in_fours<Grid::size> <= most_offset_of_two);

// Windows of channels alone.
template <class Windows>
inline constexpr bool goes_by_channels = false;
template <class Windows>
    requires is_grid_with_rows<typename Windows::grid>
inline constexpr bool goes_by_channels<Windows> = Windows::channels == 1;

} // namespace detail

// The outputs of a layer with one window. (Shorter rows are not worth the call.)
template <std::size_t Inputs, std::size_t Outputs, class Integer>
[[gnu::always_inline]] constexpr void run_dense(dense_int8<Inputs, Outputs> const& dense,
                                                std::int16_t const* x, Integer* y) {
    constexpr std::size_t width = in_fours<Inputs>;
    if constexpr (detail::has_words && Outputs > 1 && width >= 32)
        if (!std::is_constant_evaluated())
            return detail::windows_in_twos<1, width, 0>::one_window(dense, &x, 0, y);
    dense.run(x, y);
}

// The outputs of windows of channels alone.
template <class Windows, std::size_t Outputs, class Integer>
[[gnu::always_inline]] inline void
run_by_channels(dense_int8<Windows::size, Windows::groups * Outputs> const& dense,
                std::int16_t const* x, std::int16_t outside, Integer* y) {
    using grid = typename Windows::grid;
    detail::for_each_row_of_windows<grid>(
        x, outside,
        [&](std::int16_t const* const* row_begins, std::size_t first, std::size_t count) {
            detail::channels_alone<grid, Outputs>::run(dense, row_begins, count,
                                                       y + first * Windows::groups * Outputs);
        });
}

// The outputs of all windows of a Grid.
template <class Grid, std::size_t Outputs, class Integer>
[[gnu::always_inline]] inline void run_in_twos(dense_int8<Grid::size, Outputs> const& dense,
                                               std::int16_t const* x, std::int16_t outside,
                                               Integer* y) {
    constexpr std::size_t length = Grid::run_length, runs = Grid::size / length;
    constexpr bool is_odd =
        (detail::has_windows_of_a_place<Grid> ? Grid::count : Grid::last.count) % 2 != 0;
    detail::for_each_row_of_windows<Grid>(
        x, outside,
        [&](std::int16_t const* const* row_begins, std::size_t first, std::size_t count) {
            Integer* to = y + first * Outputs;
            if constexpr (detail::has_whole_fours<Grid>) {
                detail::windows_in_twos<runs, length, Grid::step>::template run<is_odd>(
                    dense, row_begins, count, to);
            } else {
                // Two windows are copied.
                constexpr std::size_t width = in_fours<Grid::size>;
                alignas(4) std::int16_t windows[2 * width]{};
                std::int16_t const* const here = windows;
                for (std::size_t w = 0; w < count; w += 2, to += 2 * Outputs) {
                    std::size_t const some = w + 1 < count ? 2 : 1;
                    for (std::size_t k = 0; k < some; ++k)
#pragma GCC unroll 8
                        for (std::size_t r = 0; r < runs; ++r)
                            __builtin_memcpy(windows + k * width + r * length,
                                             row_begins[r] + (w + k) * Grid::step,
                                             length * sizeof(std::int16_t));
                    detail::windows_in_twos<1, width, width>::template run<is_odd>(dense, &here,
                                                                                   some, to);
                }
            }
        });
}

} // namespace ctnn::quantization
