#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/detail/linear/lines.hpp>
#include <limits>

// What is rounded in linear bounds. They are computed in double, and hold for the numbers of the
// program as well as for numbers that are never rounded.
//
// - A neuron's magnitude S is a bound of sum |w| |y| + |b|, where y are the numbers before it. The
//   program's own sum is off by at most `program_error` S (Higham: n + 1 roundings of it, in any
//   order).
// - A coefficient that is rounded changes the function by its error times what it multiplies. For
//   the functions a' W and a' b that is at most `own_error` times sum |a'| S as well.
// - Terms of the constant are first added up for each layer. Adding up the layers costs two roundings for
//   each, of at most the sum of all |a'| S: far less than `own_error` of it.
// - So sums of |a'| S over a layer bound everything. They are kept as squares, because the sum of n
//   numbers is at most the root of n times the sum of their squares, which needs no absolute values.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// Roundings in double, each at most half an epsilon: a generous bound for any of the sums here, for a
// layer of Inputs and Outputs.
template <std::size_t Inputs, std::size_t Outputs>
inline constexpr double own_error = unit* static_cast<double>(Inputs + Outputs + 40);

template <class T, std::size_t Inputs>
inline constexpr double program_error = 0.505 *
                                        static_cast<double>(std::numeric_limits<T>::epsilon()) *
                                        static_cast<double>(Inputs + 2);

// More than can get lost when products of T become subnormal, in units of a magnitude.
template <class T>
inline constexpr double magnitude_of_nothing = sizeof(T) == 4 ? 1e-30 : 1e-150;
// The same of the squares here.
inline constexpr double slack_of_nothing = 1e-130;

constexpr double magnitude_of(double a, double b) {
    double const x = a < 0 ? -a : a, y = b < 0 ? -b : b;
    return x > y ? x : y;
}

// Whether the bounds of `count` sums of Inputs numbers are all known. (Numbers above the second limit could turn
// what is too small for a double into products that matter.)
template <class Scalar, std::size_t Inputs>
constexpr bool are_in_range(std::size_t count, double const* low, double const* high,
                            double const* magnitude) {
    constexpr double largest = static_cast<double>((std::numeric_limits<Scalar>::max)()) / 4;
    constexpr double most = largest < 1e100 ? largest : 1e100;
    bool all = Inputs <= 65'535 && count <= 65'535; // (as many as a row_size counts)
    for (std::size_t j = 0; j < count; ++j)
        all = all && -most < low[j] && low[j] < most && -most < high[j] && high[j] < most &&
              magnitude[j] < most;
    return all;
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
