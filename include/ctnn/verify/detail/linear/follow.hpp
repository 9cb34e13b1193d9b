#pragma once

#include <cstddef>
#include <ctnn/concept/detail/curve_of.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/detail/linear/input_chain.hpp>
#include <ctnn/verify/detail/linear/linear_chain.hpp>
#include <ctnn/verify/detail/linear/lines.hpp>
#include <ctnn/verify/detail/linear/load_weights.hpp>
#include <ctnn/verify/detail/linear/minimum.hpp>
#include <type_traits>
#include <utility>

// Finds where functions that were carried back are smallest: starts at the corner of the box that their
// coefficients point to and goes forward along the lines that they chose. This is only a hint where to search
// next. No proof rests on it, and its roundings do not matter.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// v = bias + sum of weights[h * stride] y[h]
template <std::size_t... H>
constexpr double forwards(double const* weights, std::size_t stride, double bias, double const* y,
                          std::index_sequence<H...>) {
    double v = bias;
    ((v += weights[H * stride] * y[H * minimum_lanes]), ...);
    return v;
}

// In pieces, because clang does not nest folds of more than 256 operands.
template <std::size_t Size>
constexpr double forwards(double const* weights, std::size_t stride, double bias, double const* y) {
    constexpr std::size_t at_once = Size < 64 ? Size : 64, whole = Size / at_once * at_once;
    double v = bias;
    for (std::size_t h = 0; h < whole; h += at_once)
        v = forwards(weights + h * stride, stride, v, y + h * minimum_lanes,
                     std::make_index_sequence<at_once>{});
    if constexpr (whole < Size)
        v = forwards(weights + whole * stride, stride, v, y + whole * minimum_lanes,
                     std::make_index_sequence<Size - whole>{});
    return v;
}

// The sums of an affine layer that are taken, over rows of numbers, window by window.
template <class Bound>
constexpr void follow_sums(double const* weights, double const* biases, bool const* taken,
                           double const* x, std::size_t count, double* v) {
    using windows = typename Bound::windows;
    constexpr std::size_t size = windows::size, channels = Bound::channels;
    double window[windows::is_whole ? 1 : size * minimum_lanes]{};
    for (std::size_t w = 0; w < windows::count; ++w) {
        double const* from = x;
        if constexpr (!windows::is_whole) {
            windows::template gather<minimum_lanes>(x, w, +window);
            from = window;
        }
        double const* const of_window = weights_of_window<Bound>(weights, w);
        for (std::size_t i = w * channels; i < (w + 1) * channels; ++i)
            for (std::size_t k = 0; taken[i] && k < count; ++k)
                v[i * minimum_lanes + k] =
                    forwards<size>(of_window + i % channels, channels, biases[i], from + k);
    }
}

// From a number before an activation to the number after it. The loss there is the difference between relu and
// its line, times the coefficient; its sign tells the side of the bend.
template <class Activation>
constexpr double follow_line(lines const& y, double v, double& loss) {
    double const a = loss;
    double const on_line =
        a < 0 ? y.high_slope * v + y.high_intercept : y.low_slope * v + y.low_intercept;
    if constexpr (ctnn::detail::rectifies_at_zero<Activation>)
        loss = v > 0 ? a * (v - on_line) : a * on_line;
    return on_line;
}

// Computes the numbers after a layer's activation, in rows, and writes what `rows` asks for.
template <class Network, int Index>
constexpr void follow(linear_chain<Network, Index> const& chain, minimum_rows const& rows,
                      double* y) {
    using here = linear_chain<Network, Index>;
    if constexpr (Index < 0) {
        for (std::size_t i = 0; i < here::outputs; ++i)
            for (std::size_t k = 0; k < rows.count; ++k)
                y[i * minimum_lanes + k] = rows.at_inputs[i * functionals_at_once + k] < 0
                                               ? chain.y_high[i]
                                               : chain.y_low[i];
    } else {
        double x[here::inputs * minimum_lanes]{};
        follow(chain.before, rows, x);
        if constexpr (here::is_affine_layer)
            follow_sums<typename here::layer>(chain.weights, chain.biases, chain.taken, x,
                                              rows.count, y);
        for (std::size_t i = 0; i < here::outputs; ++i)
            for (std::size_t k = 0; chain.taken[i] && k < rows.count; ++k) {
                double v{};
                if constexpr (here::is_affine_layer)
                    v = y[i * minimum_lanes + k];
                else if constexpr (here::is_opaque_layer || here::has_branches)
                    v = 0.5 * chain.low[i] + 0.5 * chain.high[i];
                else
                    v = x[i * minimum_lanes + k];
                if (std::size_t const slot = rows.slot_by_number[here::number + i]; slot != no_slot)
                    rows.values[slot * minimum_lanes + k] = v;
                y[i * minimum_lanes + k] = follow_line<typename here::activation>(
                    chain.between[i], v, rows.losses[(here::number + i) * minimum_lanes + k]);
            }
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
