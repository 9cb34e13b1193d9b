#pragma once

#include <cstddef>
#include <ctnn/detail/arithmetic_in_use.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/math/sqrt.hpp>
#include <ctnn/verify/detail/linear/lines.hpp>

// What functionals.hpp does in constants, as the machine does it: rows as wide as the functions that
// there are, rounded up to whole vectors, and loops over sizes that are numbers, so that there is one
// of each. Lane by lane the operations and their order are the same, and so are the bits.

CTNN_NAMESPACE(ctnn::verify::detail) {

using row_size = unsigned short;

// How many doubles go into one operation, and how far apart rows are rounded up to.
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

// What linear_functions is there. Row i begins at `a[i * width]`.
struct machine_functions {
    std::size_t width;
    double *constant, *layers, *others;
    double* at_inputs;
    minimum_rows const* minimum;
};

// The numbers of a layer of which the coefficients are not 0.
struct rows_taken {
    row_size const* at;
    std::size_t count;
};

// Rows rows times Chunks vectors of sums, in registers.
template <std::size_t Rows, std::size_t Chunks>
inline void multiply_tile(double const* const* weights, rows_taken from, double const* a,
                          std::size_t width, double* const* to) {
    chunk sums[Rows][Chunks]{};
    for (std::size_t n = 0; n < from.count; ++n) {
        std::size_t const i = from.at[n];
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
            std::size_t const h = to.at[n + r < to.count ? n + r : to.count - 1];
            w[r] = weights + h * stride, sums[r] = next + h * width;
        }
        multiply_tile<rows, Chunks>(w, from, a, width, sums);
    }
}

// next[h] = sum of weights[h * stride + i] a[i]
inline void multiply_rows(double const* weights, std::size_t stride, rows_taken from,
                          double const* a, std::size_t width, rows_taken to, double* next) {
    std::size_t k = 0;
    for (; k + 3 * chunk_lanes <= width; k += 3 * chunk_lanes)
        multiply_columns<3>(weights, stride, from, a + k, width, to, next + k);
    if (k + 2 * chunk_lanes == width)
        multiply_columns<2>(weights, stride, from, a + k, width, to, next + k);
    else if (k < width)
        multiply_columns<1>(weights, stride, from, a + k, width, to, next + k);
}

// The products of the coefficients with what `layers` and `constant` take of them.
inline void add_layer(double const* magnitude, double const* biases, rows_taken from, double square,
                      double const* a, machine_functions const& f) {
    for (std::size_t k = 0; k < f.width; k += chunk_lanes) {
        chunk squares{}, moved{}, row, sum;
        for (std::size_t n = 0; n < from.count; ++n) {
            std::size_t const i = from.at[n];
            read(row, a + i * f.width + k);
            chunk const scaled = magnitude[i] * row;
            squares = squares + scaled * scaled;
            moved = moved + biases[i] * row;
        }
        write(f.constant + k, read(sum, f.constant + k) + moved);
        write(f.layers + k, read(sum, f.layers + k) + square * squares);
    }
}

// a[I] times one number where it is negative, another where it is not.
inline chunk either(chunk const& a, double if_negative, double if_not) {
    return a * (a < chunk{} ? chunk{} + if_negative : chunk{} + if_not);
}

// Takes one row of coefficients from behind an activation to before it.
inline void add_relaxed(lines const& y, double square, double* row, double* moved,
                        machine_functions const& f) {
    for (std::size_t k = 0; k < f.width; k += chunk_lanes) {
        chunk a, sum;
        read(a, row + k);
        write(f.others + k, read(sum, f.others + k) + square * (a * a));
        write(moved + k, read(sum, moved + k) + either(a, y.high_intercept, y.low_intercept));
        write(row + k, either(a, y.high_slope, y.low_slope));
    }
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

inline void add_to(double* to, double const* a, std::size_t width) {
    for (std::size_t k = 0; k < width; ++k)
        to[k] += a[k];
}

// Adds the middle, the radius and the magnitude of a dense layer's sums to what is there. All is in
// whole chunks: what is behind the last sum is read and written as well.
inline void affine_in_rows(double const* weights, std::size_t inputs, std::size_t outputs,
                           double const* middle, double const* radius, double const* most,
                           double* to_middle, double* to_radius, double* to_magnitude) {
    for (std::size_t j = 0; j < outputs; j += chunk_lanes) {
        chunk w, c, r, s;
        read(c, to_middle + j), read(r, to_radius + j), read(s, to_magnitude + j);
        for (std::size_t i = 0; i < inputs; ++i)
            if (most[i] > 0) {
                read(w, weights + i * outputs + j);
                c = c + w * middle[i];
                w = w < chunk{} ? -w : w;
                r = r + w * radius[i];
                s = s + w * most[i];
            }
        write(to_middle + j, c), write(to_radius + j, r), write(to_magnitude + j, s);
    }
}

} // CTNN_NAMESPACE(ctnn::verify::detail)
