#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/number/detail/interval_end.hpp>
#include <limits>
#include <type_traits>

// The numbers in a condition. Moving a term to the other side of a comparison, or adding two, must not round:
// a different condition would be proven. A result that is not a double ends a constant; at run time, it
// becomes a NaN, so the condition is not valid.

namespace ctnn::error {

inline void numbers_in_a_condition_add_up_to_no_double_so_write_the_result() {}
inline void an_output_in_a_condition_is_divided_by_zero() {}

} // namespace ctnn::error

namespace ctnn::verify::detail {

inline constexpr double no_double = std::numeric_limits<double>::quiet_NaN();

// A finite number as an odd significand, or 0, times 2^exponent.
struct odd_parts {
    std::uint64_t significand;
    int exponent;

    explicit constexpr odd_parts(double x) {
        auto const bits = std::bit_cast<std::uint64_t>(x);
        auto const biased = static_cast<int>(bits >> 52 & 0x7ff);
        significand =
            (bits & ((std::uint64_t{1} << 52) - 1)) | (biased == 0 ? 0 : std::uint64_t{1} << 52);
        exponent = -1074 + (biased == 0 ? 0 : biased - 1);
        int const zeros = significand == 0 ? 0 : std::countr_zero(significand);
        significand >>= zeros;
        exponent += zeros;
    }
};

// In a constant, each of these ends the build where it would round: it calls what is not constexpr.
constexpr double exact_product(double a, double b) {
    if (!math::is_finite(a) || !math::is_finite(b))
        return no_double;
    odd_parts const x(a), y(b);
    if (x.significand == 0 || y.significand == 0)
        return 0;
    bool const is_short = std::bit_width(x.significand) + std::bit_width(y.significand) <= 54;
    int const width =
        is_short ? static_cast<int>(std::bit_width(x.significand * y.significand)) : 64;
    int const exponent = x.exponent + y.exponent;
    if (width <= 53 && exponent >= -1074 && exponent + width <= 1024)
        return a * b;
    error::numbers_in_a_condition_add_up_to_no_double_so_write_the_result();
    return no_double;
}

// (D. E. Knuth, The Art of Computer Programming 2, 4.2.2)
constexpr double exact_sum(double a, double b) {
    constexpr double most = (std::numeric_limits<double>::max)() / 2;
    if (!math::is_finite(a) || !math::is_finite(b))
        return no_double;
    if (a <= most && a >= -most && b <= most && b >= -most) {
        double const sum = a + b, added = sum - a;
        if ((a - (sum - added)) + (b - added) == 0)
            return sum;
    }
    error::numbers_in_a_condition_add_up_to_no_double_so_write_the_result();
    return no_double;
}

// What can be written as a number in a condition. (A variable, so that compilers explain it in a line.)
template <class T>
constexpr bool is_condition_number =
    (std::is_arithmetic_v<T> && !std::same_as<T, bool>) || number::detail::goes_in_steps<T>;

template <class T>
constexpr bool is_a_double(T x) {
    if constexpr (std::integral<T>) {
        auto magnitude = static_cast<std::uint64_t>(x);
        if constexpr (std::signed_integral<T>)
            magnitude = x < 0 ? 0 - magnitude : magnitude;
        return magnitude == 0 || std::bit_width(magnitude >> std::countr_zero(magnitude)) <= 53;
    } else if constexpr (std::same_as<T, long double>) {
        return !(x == x) || static_cast<long double>(static_cast<double>(x)) == x;
    } else {
        return true;
    }
}

template <class T>
constexpr double exact_number(T x) {
    if (is_a_double(x))
        return static_cast<double>(x);
    error::numbers_in_a_condition_add_up_to_no_double_so_write_the_result();
    return no_double;
}

} // namespace ctnn::verify::detail
