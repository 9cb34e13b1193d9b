#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/detail/linear/column_sums.hpp>
#include <ctnn/verify/detail/linear/lines.hpp>
#include <ctnn/verify/detail/linear/machine_functionals.hpp>
#include <ctnn/verify/detail/linear/rounding_errors.hpp>
#include <ctnn/verify/detail/linear/window_rows.hpp>
#include <type_traits>

// Forward symbolic intervals (ReluVal, Neurify): for each neuron a lower and an upper linear function of
// the inputs, carried forward from layer to layer. Their bounds are wider than those of a function that
// is carried back, but one pass serves all neurons.
//
// An input is m + r t, where m and r are the middle and the radius of its side of the box and t is from
// -1 to 1. The functions of neuron j are C - D and C + D. C and D each have one coefficient for each t,
// and a constant.
//
// - A layer: sum w y is between sum w C - sum |w| D and sum w C + sum |w| D.
// - An activation's lines: for v between C - D and C + D, s v + i is at least s C - |s| D + i and at most
//   s C + |s| D + i. So the coefficients of its middle and its half-width are half the sums and half the
//   differences of two of these.
//
// The roundings of the program (program_error) and of these functions go into the constants of D. Let N
// be the sum of the magnitudes of the coefficients of C - D and C + D. It is at least that of C's and D's,
// because these are half their sum and half their difference. All numbers here are sums of products with
// coefficients, and each is rounded at most as often as own_error has room for:
//
// - After the activation the magnitudes add up to at most G = s N + i, where s and i are the larger slope
//   and intercept. The sums of the next layer's products are off by at most own_error times sum |w| G.
//   So own_error G is added to D's constant: the next layer multiplies it by |w|.
// - That layer's bias is covered by its own share of its magnitude, as in linear_chain.hpp.
// - A bound taken from the functions is off by at most own_error N.
//
// If the functions leave more between them than a neuron's interval is wide, the interval replaces them.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// Whether a network has such functions: with many inputs they cost more than they save.
template <class Network>
inline constexpr bool has_forward_functions = Network::depth > 3 && Network::input_size <= 8;

template <class Number>
constexpr void get(Number& to, double const* from) {
    if constexpr (std::is_same_v<Number, double>)
        to = *from;
    else
        read(to, from);
}
template <class Number>
constexpr void put(double* to, Number const& from) {
    if constexpr (std::is_same_v<Number, double>)
        *to = from;
    else
        write(to, from);
}
template <class Number>
constexpr Number absolute(Number const& x) {
    return x < Number{} ? -x : x;
}

// Rows of numbers of a layer's neurons, after its activation. The next layer multiplies the first ones by
// its weights: the middles of intervals, and C. It multiplies the others by the weights' magnitudes: the
// radii of intervals, the largest magnitudes in them, and D.
template <std::size_t Slopes, std::size_t Size>
struct neuron_rows {
    static constexpr bool has_functions = Slopes > 0;
    static constexpr std::size_t functions = has_functions ? Slopes + 1 : 0;
    static constexpr std::size_t stride = whole_chunks(Size);
    static constexpr std::size_t c = 1, radius = 1 + functions, most = radius + 1, d = most + 1;
    static constexpr std::size_t rows = d + functions;
    static constexpr std::size_t middle = 0;

    double numbers[rows * stride];

    constexpr double* row(std::size_t k) { return numbers + k * stride; }
    constexpr double const* row(std::size_t k) const { return numbers + k * stride; }

    // The start of a layer's sums.
    constexpr void set(double const* biases) {
        if constexpr (has_functions)
            for (double& x : numbers)
                x = 0;
        for (std::size_t j = 0; j < Size; ++j) {
            double const b = biases[j];
            numbers[middle * stride + j] = b;
            numbers[radius * stride + j] = 0;
            numbers[most * stride + j] = b < 0 ? -b : b;
            if constexpr (has_functions)
                numbers[c * stride + j] = b;
        }
    }

    // Functions that are the same for all inputs.
    constexpr void begin_level(double const* low, double const* high) {
        for (double& x : numbers)
            x = 0;
        for (std::size_t j = 0; has_functions && j < Size; ++j) {
            double const a = low[j], b = high[j];
            numbers[c * stride + j] = 0.5 * a + 0.5 * b;
            numbers[d * stride + j] = (0.5 * b - 0.5 * a) + 2 * unit * magnitude_of(a, b);
        }
    }

    constexpr void set_intervals(double const* low, double const* high) {
        for (std::size_t j = 0; j < Size; ++j) {
            double const a = low[j], b = high[j], size = magnitude_of(a, b);
            numbers[middle * stride + j] = 0.5 * a + 0.5 * b;
            numbers[radius * stride + j] = (0.5 * b - 0.5 * a) + 2 * unit * size;
            numbers[most * stride + j] = size;
        }
    }
};

// The functions of the first layer: of sums of the inputs, which intervals also have (the rest are zeros).
template <class Bound, std::size_t Inputs, std::size_t Size>
constexpr void begin_functions(neuron_rows<0, Inputs> const& inputs, double const* weights,
                               bool const* taken, neuron_rows<Inputs, Size>& to) {
    for (std::size_t j = 0; j < Size; ++j)
        to.row(to.c)[j] = to.row(to.middle)[j];
    for_each_row<Bound>(weights, taken, [&](std::size_t k, double const* w, std::size_t first) {
        double const r = inputs.row(inputs.radius)[k];
        double* const slopes = to.row(to.c + 1 + k) + first;
        for (std::size_t j = 0; j < Bound::channels; ++j)
            slopes[j] = r * w[j];
    });
}

// Or of the inputs themselves.
template <std::size_t Inputs>
constexpr void begin_functions(neuron_rows<0, Inputs> const& inputs,
                               neuron_rows<Inputs, Inputs>& to) {
    for (double& x : to.numbers)
        x = 0;
    for (std::size_t k = 0; k < Inputs; ++k) {
        to.row(to.c)[k] = inputs.row(inputs.middle)[k];
        to.row(to.c + 1 + k)[k] = inputs.row(inputs.radius)[k];
    }
}

// How much the numbers before relus that may bend change with each input over the width of the box, according to C:
// slopes[neuron * Slopes + input]. (Other neurons have none.)
template <std::size_t Slopes, std::size_t Size>
struct functions_before_bends {
    double slopes[Slopes * Size];

    constexpr void keep(neuron_rows<Slopes, Size> const& rows, double const* low,
                        double const* high) {
        for (std::size_t j = 0; j < Size; ++j)
            for (std::size_t k = 0; low[j] < 0 && high[j] > 0 && k < Slopes; ++k)
                slopes[j * Slopes + k] = rows.row(rows.c + 1 + k)[j];
    }
};
template <std::size_t Size>
struct functions_before_bends<0, Size> {};

// The gap between functions: only roundings, because all neurons were always on or off; the same for all
// inputs; or dependent on them.
enum class apart { by_roundings, by_constants, by_functions };

template <std::size_t Slopes, std::size_t Size>
constexpr number_rows<double> rows_of(neuron_rows<Slopes, Size>& rows) {
    return {rows.row(rows.middle), rows.row(rows.radius), rows.stride};
}

// Bounds of the neurons' functions, and N.
template <std::size_t Slopes, std::size_t Size>
struct bounds_of_functions {
    static constexpr std::size_t stride = whole_chunks(Size);
    double low[stride], high[stride], size[stride];

    template <class Number, std::size_t Step>
    constexpr void find(neuron_rows<Slopes, Size> const& rows, apart which, double error) {
        for (std::size_t j = 0; j < (Step == 1 ? Size : stride); j += Step) {
            Number c, d, below{}, above{};
            for (std::size_t k = 1; k <= Slopes; ++k) {
                get(c, rows.row(rows.c + k) + j);
                if (which == apart::by_functions) {
                    get(d, rows.row(rows.d + k) + j);
                    below = below + absolute<Number>(c - d);
                    above = above + absolute<Number>(c + d);
                } else {
                    below = below + absolute<Number>(c);
                }
            }
            if (which != apart::by_functions)
                above = below;
            get(c, rows.row(rows.c) + j), get(d, rows.row(rows.d) + j);
            Number const at_low = c - d, at_high = c + d;
            Number const all =
                (absolute<Number>(at_low) + below) + (absolute<Number>(at_high) + above);
            put<Number>(low + j, (at_low - below) - error * all);
            put<Number>(high + j, (at_high + above) + error * all);
            put<Number>(size + j, all);
        }
    }

    constexpr void find(neuron_rows<Slopes, Size> const& rows, apart which, double error) {
        if (std::is_constant_evaluated())
            find<double, 1>(rows, which, error);
        else
            find<chunk, chunk_lanes>(rows, which, error);
    }
};
template <std::size_t Size>
struct bounds_of_functions<0, Size> {};

// Lines of a layer's neurons, and the intervals after the activation.
template <std::size_t Size>
struct rows_of_lines {
    static constexpr std::size_t stride = whole_chunks(Size);
    double low_slope[stride], low_intercept[stride], high_slope[stride], high_intercept[stride];

    constexpr void set(std::size_t j, lines const& y) {
        low_slope[j] = y.low_slope, low_intercept[j] = y.low_intercept;
        high_slope[j] = y.high_slope, high_intercept[j] = y.high_intercept;
    }
};

// Takes functions from before the activation to after it.
template <class Number, std::size_t Step, std::size_t Slopes, std::size_t Size>
constexpr void pass_lines(rows_of_lines<Size> const& y, double const* size, double error,
                          apart before, apart after, neuron_rows<Slopes, Size>& rows) {
    bool const keeps_all = before == apart::by_roundings;
    for (std::size_t j = 0; j < (Step == 1 ? Size : rows.stride); j += Step) {
        Number low_slope, low, high_slope, high, all, c, d, radius, middle;
        get(low_slope, y.low_slope + j), get(high_slope, y.high_slope + j);
        get(low, y.low_intercept + j), get(high, y.high_intercept + j);
        get(all, size + j);
        get(middle, rows.row(rows.middle) + j), get(radius, rows.row(rows.radius) + j);
        Number const a = absolute<Number>(low_slope), b = absolute<Number>(high_slope);
        Number const c_of_c = 0.5 * (high_slope + low_slope), c_of_d = 0.5 * (b - a);
        Number const d_of_c = 0.5 * (high_slope - low_slope), d_of_d = 0.5 * (b + a);
        Number const slope = a > b ? a : b;
        Number const at_0 = absolute<Number>(low) > absolute<Number>(high) ? absolute<Number>(low)
                                                                           : absolute<Number>(high);
        get(c, rows.row(rows.c) + j), get(d, rows.row(rows.d) + j);
        Number const rounding = error * (slope * all + at_0);
        Number const constant = (c_of_c * c + c_of_d * d) + 0.5 * (high + low);
        Number const width = (d_of_c * c + d_of_d * d) + (0.5 * (high - low) + rounding);
        // (a NaN is not below anything)
        Number const enough = Number{} + 1e100;
        Number const kept = keeps_all ? Number{} : width <= radius ? all : enough;
        put<Number>(rows.row(rows.c) + j, kept < enough ? constant : middle);
        put<Number>(rows.row(rows.d) + j, kept < enough ? width : radius);
        for (std::size_t k = 1; k <= Slopes; ++k) {
            get(c, rows.row(rows.c + k) + j);
            Number next_c = c_of_c * c, next_d = d_of_c * c;
            if (before == apart::by_functions) {
                get(d, rows.row(rows.d + k) + j);
                next_c = next_c + c_of_d * d;
                next_d = next_d + d_of_d * d;
            }
            put<Number>(rows.row(rows.c + k) + j, kept < enough ? next_c : Number{});
            if (after == apart::by_functions)
                put<Number>(rows.row(rows.d + k) + j, kept < enough ? next_d : Number{});
        }
    }
}

// The same for a layer; its lines tell how far apart the functions are after it.
template <std::size_t Slopes, std::size_t Size>
constexpr apart pass_through(lines const* between, bounds_of_functions<Slopes, Size> const& found,
                             double error, apart before, neuron_rows<Slopes, Size>& rows) {
    rows_of_lines<Size> y;
    apart after = before;
    for (std::size_t j = 0; j < Size; ++j) {
        lines const& line = between[j];
        y.set(j, line);
        apart const here = line.low_slope != line.high_slope           ? apart::by_functions
                           : line.low_intercept != line.high_intercept ? apart::by_constants
                                                                       : apart::by_roundings;
        after = here > after ? here : after;
    }
    if (std::is_constant_evaluated())
        pass_lines<double, 1>(y, found.size, error, before, after, rows);
    else
        pass_lines<chunk, chunk_lanes>(y, found.size, error, before, after, rows);
    return after;
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
