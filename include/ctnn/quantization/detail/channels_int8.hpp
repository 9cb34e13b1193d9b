#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/quantization/detail/dense_int8.hpp>
#include <ctnn/quantization/detail/words_int8.hpp>
#include <ctnn/tensor/detail/for_each_index.hpp>

// Convolutions of each channel alone.

namespace ctnn::quantization::detail {

using ctnn::detail::for_each_index;

// One or two windows of a row of a Grid, whose rows begin at `row_begins`: Outputs of each channel.
template <class Grid, std::size_t Outputs>
struct channels_alone {
    static constexpr std::size_t channels = Grid::channels, columns = channels * Outputs;
    static constexpr std::size_t kernel = Grid::last.kernel, rows = Grid::places / kernel;
    static constexpr std::size_t width = in_fours<Grid::places>;
    static constexpr std::size_t stride = Grid::last.stride * channels;
    static constexpr std::size_t pitch = Grid::last.dilation * channels;
    // Where pairs of channels are words.
    static constexpr bool has_pairs = has_words && Outputs == 1 && channels % 2 == 0 &&
                                      Grid::places <= 32 &&
                                      2 * (kernel * pitch + stride) <= most_offset;

    template <class Integer>
    [[gnu::noinline]] static void run(dense_int8<Grid::places, columns> const& dense,
                                      std::int16_t const* const* row_begins, std::size_t count,
                                      Integer* y) {
        std::size_t w = 0;
        if constexpr (has_pairs)
            for (; w + 1 < count; w += 2)
                run_pairs<2>(dense, row_begins, w * stride, y + w * columns);
        for (; w < count; ++w)
            if constexpr (has_pairs)
                run_pairs<1>(dense, row_begins, w * stride, y + w * columns);
            else
                run_one(dense, row_begins, w * stride, y + w * columns);
    }

private:
    static constexpr bool is_written_out = Grid::places <= 32;
    // Where the weight of a place is in its row.
    template <class Row, class K>
    static constexpr std::size_t number = place_of(Row::value* kernel + K::value);

    template <class Integer>
    [[gnu::always_inline]] static void run_one(dense_int8<Grid::places, columns> const& dense,
                                               std::int16_t const* const* row_begins,
                                               std::size_t from, Integer* y) {
        auto const rounded = dense.rounding();
        std::int8_t const* weights = dense.weights.data();
        for (std::size_t j = 0; j < columns; ++j, weights += width) {
            std::int32_t sum = dense.biases.data()[j];
            std::size_t const first = from + j / Outputs;
            if constexpr (is_written_out)
                for_each_index<rows>([&](auto row) __attribute__((always_inline)) {
                    std::int16_t const* const x = row_begins[row] + first;
                    for_each_index<kernel>([&](auto k) __attribute__((always_inline)) {
                        sum += x[k * pitch] * weights[number<decltype(row), decltype(k)>];
                    });
                });
            else
                for (std::size_t row = 0; row < rows; ++row)
                    for (std::size_t k = 0; k < kernel; ++k)
                        sum += row_begins[row][first + k * pitch] *
                               weights[place_of(row * kernel + k)];
            y[j] = static_cast<Integer>(rounded(sum, dense.multipliers.data()[j]));
        }
    }

    template <std::size_t Windows, class Integer>
    [[gnu::always_inline]] static void run_pairs(dense_int8<Grid::places, columns> const& dense,
                                                 std::int16_t const* const* row_begins,
                                                 std::size_t from, Integer* y) {
        auto const rounded = dense.rounding();
        std::int8_t const* weights = dense.weights.data();
        for (std::size_t j = 0; j < columns; j += 2, weights += 2 * width) {
            std::int32_t s00 = dense.biases.data()[j], s01 = dense.biases.data()[j + 1];
            std::int32_t s10 = s00, s11 = s01;
            for_each_index<rows>([&](auto row) __attribute__((always_inline)) {
                std::int16_t const* const x = row_begins[row] + from + j;
                std::uint32_t here = 0, there = 0;
                for_each_index<kernel>([&](auto k) __attribute__((always_inline)) {
                    constexpr std::size_t at_weight = number<decltype(row), decltype(k)>;
                    here =
                        k > 0 && Windows == 2 && stride == pitch ? there : load_two<k * pitch>(x);
                    if constexpr (Windows == 2) {
                        there = load_two<k * pitch + stride>(x);
                        add_channels<at_weight, width>(here, there, weights, s00, s01, s10, s11);
                    } else {
                        add_channels<at_weight, width>(here, weights, s00, s01);
                    }
                });
            });
            std::int32_t const first = dense.multipliers.data()[j];
            std::int32_t const second = dense.multipliers.data()[j + 1];
            y[j] = static_cast<Integer>(rounded(s00, first));
            y[j + 1] = static_cast<Integer>(rounded(s01, second));
            if constexpr (Windows == 2) {
                y[columns + j] = static_cast<Integer>(rounded(s10, first));
                y[columns + j + 1] = static_cast<Integer>(rounded(s11, second));
            }
        }
    }
};

} // namespace ctnn::quantization::detail
