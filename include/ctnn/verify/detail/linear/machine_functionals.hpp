#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/math/sqrt.hpp>
#include <ctnn/verify/detail/linear/lines.hpp>

// The run-time form of functionals.hpp: rows are as wide as the number of functions, rounded up to whole
// vectors, and loops take their sizes as arguments, so that there is only one of each. In each lane the
// operations and their order are the same, and so are the bits. What chooses between numbers of chunks is a template of
// Number, which is double, so that a program that proves nothing does not instantiate them.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

using row_size = unsigned short;

// How many doubles go into one operation. The distance of rows is a multiple of it.
inline constexpr std::size_t chunk_lanes =
    kernel::vectorizable<double> ? kernel::vector_bytes / sizeof(double) : 1;
using chunk = kernel::vector<double, chunk_lanes>;

constexpr std::size_t whole_chunks(std::size_t lanes) {
    return (lanes + chunk_lanes - 1) / chunk_lanes * chunk_lanes;
}

inline chunk& read(chunk& to, double const* from) {
    __builtin_memcpy(&to, from, sizeof to);
    return to;
}
inline void write(double* to, chunk const& from) {
    __builtin_memcpy(to, &from, sizeof from);
}

struct minimum_rows; // minimum.hpp

// The counterpart of linear_functions. Row i begins at `a[i * width]`.
struct machine_functions {
    std::size_t width;
    double *constant, *layers, *others;
    double* at_inputs;
    minimum_rows const* minimum;
};

// Rows from `first` up to but not including `end`: no others have coefficients.
struct row_range {
    std::size_t first, end;
};

// The numbers of a layer whose coefficients are not 0, in their order.
struct rows_taken {
    row_size const* places;
    std::size_t count;

    rows_taken within(row_range in) const {
        std::size_t first = 0, end = count;
        while (first < end && places[first] < in.first)
            ++first;
        while (first < end && places[end - 1] >= in.end)
            --end;
        return {places + first, end - first};
    }
};

inline void clear_rows(row_range in, std::size_t width, double* a) {
    for (std::size_t i = in.first * width; i < in.end * width; ++i)
        a[i] = 0;
}

// Rows rows times Chunks vectors of sums, in registers.
template <std::size_t Rows, std::size_t Chunks, bool Adds = false>
inline void multiply_tile(double const* const* weights, rows_taken from, double const* a,
                          std::size_t width, double* const* to) {
    chunk sums[Rows][Chunks]{};
    if constexpr (Adds)
        for (std::size_t r = 0; r < Rows; ++r)
            for (std::size_t c = 0; c < Chunks; ++c)
                read(sums[r][c], to[r] + c * chunk_lanes);
    for (std::size_t n = 0; n < from.count; ++n) {
        std::size_t const i = from.places[n];
        chunk parts[Chunks];
#pragma GCC unroll 8
        for (std::size_t c = 0; c < Chunks; ++c)
            read(parts[c], a + i * width + c * chunk_lanes);
#pragma GCC unroll 8
        for (std::size_t r = 0; r < Rows; ++r) {
            double const w = weights[r][i];
#pragma GCC unroll 8
            for (std::size_t c = 0; c < Chunks; ++c)
                sums[r][c] = sums[r][c] + w * parts[c];
        }
    }
#pragma GCC unroll 8
    for (std::size_t r = 0; r < Rows; ++r)
#pragma GCC unroll 8
        for (std::size_t c = 0; c < Chunks; ++c)
            write(to[r] + c * chunk_lanes, sums[r][c]);
}

template <std::size_t Chunks>
inline void multiply_columns(double const* weights, std::size_t stride, rows_taken from,
                             double const* a, std::size_t width, rows_taken to, double* next) {
    constexpr std::size_t rows = Chunks == 1 ? 8 : 4;
    for (std::size_t n = 0; n < to.count; n += rows) {
        double const* w[rows]{};
        double* sums[rows]{};
        // (the last ones are computed more than once)
        for (std::size_t r = 0; r < rows; ++r) {
            std::size_t const h = to.places[n + r < to.count ? n + r : to.count - 1];
            w[r] = weights + h * stride, sums[r] = next + h * width;
        }
        multiply_tile<rows, Chunks>(w, from, a, width, sums);
    }
}

// next[h] = sum of weights[h * stride + i] a[i]
template <class Number>
inline void multiply_rows(Number const* weights, std::size_t stride, rows_taken from,
                          Number const* a, std::size_t width, rows_taken to, double* next) {
    std::size_t k = 0;
    for (; k + 3 * chunk_lanes <= width; k += 3 * chunk_lanes)
        multiply_columns<3>(weights, stride, from, a + k, width, to, next + k);
    if (k + 2 * chunk_lanes == width)
        multiply_columns<2>(weights, stride, from, a + k, width, to, next + k);
    else if (k < width)
        multiply_columns<1>(weights, stride, from, a + k, width, to, next + k);
}

// For a window: the weights of its numbers, `stride` apart, and the numbers that are taken, with their inputs.
struct window_to {
    double const* weights;
    std::size_t stride;
    row_size const *places, *inputs;
    std::size_t count;
};

template <std::size_t Chunks>
inline void add_columns_of_window(window_to const& to, rows_taken from, double const* a,
                                  std::size_t width, double* next) {
    constexpr std::size_t rows = Chunks == 1 ? 8 : 4;
    for (std::size_t n = 0; n < to.count; n += rows) {
        double const* w[rows]{};
        double* sums[rows]{};
        // (the last ones are computed more than once, from their old values)
        for (std::size_t r = 0; r < rows; ++r) {
            std::size_t const k = n + r < to.count ? n + r : to.count - 1;
            w[r] = to.weights + to.places[k] * to.stride, sums[r] = next + to.inputs[k] * width;
        }
        multiply_tile<rows, Chunks, true>(w, from, a, width, sums);
    }
}

// next[input] += sum of the weights of its place in the window times a[output]
template <class Number>
inline void add_rows_of_window(window_to const& to, rows_taken from, Number const* a,
                               std::size_t width, double* next) {
    std::size_t k = 0;
    for (; k + 3 * chunk_lanes <= width; k += 3 * chunk_lanes)
        add_columns_of_window<3>(to, from, a + k, width, next + k);
    if (k + 2 * chunk_lanes == width)
        add_columns_of_window<2>(to, from, a + k, width, next + k);
    else if (k < width)
        add_columns_of_window<1>(to, from, a + k, width, next + k);
}

// a[I] times one number where it is negative, another where it is not.
inline chunk either(chunk const& a, double if_negative, double if_not) {
    return a * (a < chunk{} ? chunk{} + if_negative : chunk{} + if_not);
}

// The neurons of a layer whose lines are not the identity, with the squares of the intercepts' errors.
struct relaxed_rows {
    rows_taken rows;
    lines const* between;
    bool const* is_bent;
    double const* error_squares;
};

// Takes coefficients from after an activation to before it, Chunks vectors of each row, so that the sums
// stay in registers.
template <std::size_t Chunks>
inline void relax_columns(relaxed_rows const& relaxed, double* a, std::size_t first,
                          machine_functions const& f) {
    chunk others[Chunks], moved[Chunks]{};
    bool any = false;
#pragma GCC unroll 8
    for (std::size_t c = 0; c < Chunks; ++c)
        read(others[c], f.others + first + c * chunk_lanes);
    for (std::size_t n = 0; n < relaxed.rows.count; ++n) {
        std::size_t const i = relaxed.rows.places[n];
        if (!relaxed.is_bent[i])
            continue;
        any = true;
        lines const y = relaxed.between[i];
        double const square = relaxed.error_squares[i];
        double* const row = a + i * f.width + first;
#pragma GCC unroll 8
        for (std::size_t c = 0; c < Chunks; ++c) {
            chunk x;
            read(x, row + c * chunk_lanes);
            others[c] = others[c] + square * (x * x);
            moved[c] = moved[c] + either(x, y.high_intercept, y.low_intercept);
            write(row + c * chunk_lanes, either(x, y.high_slope, y.low_slope));
        }
    }
    if (any)
#pragma GCC unroll 8
        for (std::size_t c = 0; c < Chunks; ++c) {
            chunk sum;
            double* const to = f.constant + first + c * chunk_lanes;
            write(to, read(sum, to) + moved[c]);
            write(f.others + first + c * chunk_lanes, others[c]);
        }
}

// The products of the coefficients with what `layers` and `constant` take of them.
template <std::size_t Chunks>
inline void add_layer_columns(double const* magnitude, double const* biases, rows_taken from,
                              double square, double const* a, std::size_t first,
                              machine_functions const& f) {
    chunk squares[Chunks]{}, moved[Chunks]{}, x, sum;
    for (std::size_t n = 0; n < from.count; ++n) {
        std::size_t const i = from.places[n];
        double const size = magnitude[i], bias = biases[i];
#pragma GCC unroll 8
        for (std::size_t c = 0; c < Chunks; ++c) {
            read(x, a + i * f.width + first + c * chunk_lanes);
            chunk const scaled = size * x;
            squares[c] = squares[c] + scaled * scaled;
            moved[c] = moved[c] + bias * x;
        }
    }
#pragma GCC unroll 8
    for (std::size_t c = 0; c < Chunks; ++c) {
        std::size_t const k = first + c * chunk_lanes;
        write(f.constant + k, read(sum, f.constant + k) + moved[c]);
        write(f.layers + k, read(sum, f.layers + k) + square * squares[c]);
    }
}

template <class Number>
inline void relax_rows(relaxed_rows const& relaxed, Number* a, machine_functions const& f) {
    std::size_t k = 0;
    for (; k + 4 * chunk_lanes <= f.width; k += 4 * chunk_lanes)
        relax_columns<4>(relaxed, a, k, f);
    if (k + 2 * chunk_lanes <= f.width) {
        relax_columns<2>(relaxed, a, k, f);
        k += 2 * chunk_lanes;
    }
    if (k < f.width)
        relax_columns<1>(relaxed, a, k, f);
}

template <class Number>
inline void add_layer(Number const* magnitude, Number const* biases, rows_taken from, double square,
                      double const* a, machine_functions const& f) {
    std::size_t k = 0;
    for (; k + 4 * chunk_lanes <= f.width; k += 4 * chunk_lanes)
        add_layer_columns<4>(magnitude, biases, from, square, a, k, f);
    if (k + 2 * chunk_lanes <= f.width) {
        add_layer_columns<2>(magnitude, biases, from, square, a, k, f);
        k += 2 * chunk_lanes;
    }
    if (k < f.width)
        add_layer_columns<1>(magnitude, biases, from, square, a, k, f);
}

// The least value of one row over its input.
inline void add_least(double low, double high, double square, double const* row, double* sums,
                      machine_functions const& f) {
    for (std::size_t k = 0; k < f.width; k += chunk_lanes) {
        chunk a, sum;
        read(a, row + k);
        write(f.others + k, read(sum, f.others + k) + square * (a * a));
        write(sums + k, read(sum, sums + k) + either(a, high, low));
    }
}

// Chosen numbers of a row, and after them their negatives. Everything is in whole chunks, so what is after
// both rows is also read and written.
inline void choose(double const* from, std::size_t const* which, std::size_t count, double* to) {
    if (which[count - 1] - which[0] == count - 1) {
        chunk x;
        for (std::size_t k = 0; k < count; k += chunk_lanes)
            write(to + k, read(x, from + which[0] + k));
        for (std::size_t k = 0; k < count; k += chunk_lanes)
            write(to + count + k, -read(x, from + which[0] + k));
    } else {
        for (std::size_t k = 0; k < count; ++k) {
            double const x = from[which[k]];
            to[k] = x, to[count + k] = -x;
        }
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
