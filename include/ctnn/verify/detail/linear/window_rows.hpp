#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/detail/linear/column_sums.hpp>
#include <ctnn/verify/detail/linear/load_weights.hpp>
#include <ctnn/verify/detail/linear/machine_functionals.hpp>

// An affine layer window by window, with the weights of one window (load_weights.hpp). The sums of an output and of an
// input have the terms of the equivalent matrix, in its order, without those that are 0.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// row(input, its weights, output): for each input that is taken, in each window that contains it, the weights of the
// window's outputs; `output` is the first of these.
template <class Bound, class Row>
constexpr void for_each_row(double const* weights, bool const* taken, Row const& row) {
    using windows = typename Bound::windows;
    constexpr std::size_t channels = Bound::channels;
    for (std::size_t w = 0; w < windows::count; ++w) {
        double const* const of_window = weights_of_window<Bound>(weights, w);
        windows::for_each_run(w, [&](std::size_t place, std::size_t from, std::size_t length) {
            for (std::size_t n = 0; n < length; ++n)
                if (taken[from + n])
                    row(from + n, of_window + (place + n) * channels, w * channels);
        });
    }
}

// What add_columns does for a dense layer.
template <class Bound, std::size_t Stride, std::size_t Signed, std::size_t Magnitudes>
constexpr void add_columns_of_windows(double const* weights, bool const* taken,
                                      double const* of_weights, double const* of_magnitudes,
                                      number_rows<double> const& sums) {
    using windows = typename Bound::windows;
    constexpr std::size_t size = windows::size, channels = Bound::channels;
    constexpr std::size_t rows = Signed + Magnitudes, stride = whole_chunks(channels);
    double from[rows * size]{}, to[rows * stride]{};
    row_size places[size]{};
    for (std::size_t w = 0; w < windows::count; ++w) {
        bool inside[size]{};
        std::size_t count = 0;
        windows::for_each_run(w, [&](std::size_t place, std::size_t first, std::size_t length) {
            for (std::size_t n = 0; n < length; ++n)
                if (taken[first + n]) {
                    inside[place + n] = true;
                    places[count++] = static_cast<row_size>(place + n);
                    for (std::size_t k = 0; k < Signed; ++k)
                        from[k * size + place + n] = of_weights[k * Stride + first + n];
                    for (std::size_t k = 0; k < Magnitudes; ++k)
                        from[(Signed + k) * size + place + n] =
                            of_magnitudes[k * Stride + first + n];
                }
        });
        for (std::size_t k = 0; k < rows; ++k)
            for (std::size_t c = 0; c < channels; ++c)
                to[k * stride + c] = sums.template row<Signed>(k)[w * channels + c];
        add_columns<size, channels, size, Signed, Magnitudes>(
            weights_of_window<Bound>(weights, w), +inside, {places, count}, +from,
            from + Signed * size, {to, to + Signed * stride, stride});
        for (std::size_t k = 0; k < rows; ++k)
            for (std::size_t c = 0; c < channels; ++c)
                sums.template row<Signed>(k)[w * channels + c] = to[k * stride + c];
    }
}

// The range of inputs that a range of outputs depends on.
template <class Bound>
constexpr row_range inputs_of_windows(row_range outputs) {
    using windows = typename Bound::windows;
    row_range all{windows::input_size, 0};
    for (std::size_t w = outputs.first / Bound::channels; w * Bound::channels < outputs.end; ++w)
        windows::for_each_run(w, [&](std::size_t, std::size_t from, std::size_t length) {
            all.first = from < all.first ? from : all.first;
            all.end = from + length > all.end ? from + length : all.end;
        });
    return all.first < all.end ? all : row_range{0, 0};
}

// What multiply_rows does for a dense layer, for the outputs `from`, in their order. The rows of `next` start as zeros.
template <class Bound>
void multiply_windows(double const* weights, bool const* taken, rows_taken from, double const* a,
                      std::size_t width, double* next) {
    using windows = typename Bound::windows;
    constexpr std::size_t size = windows::size, channels = Bound::channels;
    row_size of_window[channels], places[size], inputs[size];
    for (std::size_t n = 0; n < from.count;) {
        std::size_t const w = from.places[n] / channels;
        std::size_t outputs = 0, count = 0;
        for (; n < from.count && from.places[n] / channels == w; ++n)
            of_window[outputs++] = static_cast<row_size>(from.places[n] % channels);
        windows::for_each_run(w, [&](std::size_t place, std::size_t first, std::size_t length) {
            for (std::size_t i = 0; i < length; ++i)
                if (taken[first + i]) {
                    places[count] = static_cast<row_size>(place + i);
                    inputs[count++] = static_cast<row_size>(first + i);
                }
        });
        add_rows_of_window({weights_of_window<Bound>(weights, w), channels, places, inputs, count},
                           {of_window, outputs}, a + w * channels * width, width, next);
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
