#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <ctnn/text/detail/big_integer.hpp>
#include <limits>
#include <type_traits>

// Decimal numbers in text to the nearest binary number, ties to the even one, as strtod does.
// Where the digits and the power of ten are both exact in binary, one multiplication or division
// rounds rightly (W. D. Clinger, "How to read floating point numbers accurately", 1990). The rest
// is done in integers, as long as it takes.

namespace ctnn::detail {

// The significant digits of a number without its sign: `digits`, the first 19 of them, times ten to
// `exponent`, and whether others but zeros follow.
struct decimal {
    std::uint64_t digits = 0;
    std::int64_t exponent = 0;
    int count = 0;
    bool cut = false;
    char const* first = nullptr; // the first of them in the text
    char const* last = nullptr;  // after the last one; a point may be among them
};

// Reads what strtod does, but for hexadecimal numbers, infinities and NaN. False if there is
// anything else between p and end.
constexpr bool scan_decimal(char const* p, char const* end, decimal& number, char point = '.') {
    bool any = false;
    bool fraction = false;
    for (; p != end; ++p) {
        unsigned const digit = static_cast<unsigned>(*p) - '0';
        if (digit > 9) {
            if (*p != point || fraction)
                break;
            fraction = true;
            continue;
        }
        any = true;
        if (number.count == 19) {
            number.cut = number.cut || digit != 0;
            number.exponent += fraction ? 0 : 1;
            continue;
        }
        number.exponent -= fraction ? 1 : 0;
        if (number.count == 0 && digit == 0)
            continue;
        if (number.count++ == 0)
            number.first = p;
        number.digits = number.digits * 10 + digit;
    }
    number.last = p;
    if (!any)
        return false;
    if (p == end)
        return true;
    if (*p != 'e' && *p != 'E')
        return false;
    ++p;
    bool const negative = p != end && *p == '-';
    if (p != end && (*p == '-' || *p == '+'))
        ++p;
    if (p == end)
        return false;
    std::int64_t exponent = 0;
    for (; p != end; ++p) {
        unsigned const digit = static_cast<unsigned>(*p) - '0';
        if (digit > 9)
            return false;
        if (exponent < 1'000'000'000'000) // longer than any text
            exponent = exponent * 10 + digit;
    }
    number.exponent += negative ? -exponent : exponent;
    return true;
}

inline constexpr double double_powers_of_10[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                 1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
inline constexpr float float_powers_of_10[] = {1e0F, 1e1F, 1e2F, 1e3F, 1e4F, 1e5F,
                                               1e6F, 1e7F, 1e8F, 1e9F, 1e10F};

// digits times ten to exponent, where that takes one rounding; false where it does not.
constexpr bool scale_exactly(std::uint64_t digits, std::int64_t exponent, double& value) {
    if (digits > std::uint64_t{1} << 53 || exponent < -22 || exponent > 22)
        return false;
    value = static_cast<double>(digits);
    if (exponent < 0)
        value /= double_powers_of_10[-exponent];
    else if (exponent > 0)
        value *= double_powers_of_10[exponent];
    return true;
}

constexpr bool scale_exactly(std::uint64_t digits, std::int64_t exponent, float& value) {
    if (digits <= std::uint64_t{1} << 24 && exponent >= -10 && exponent <= 10) {
        value = static_cast<float>(digits);
        if (exponent < 0)
            value /= float_powers_of_10[-exponent];
        else if (exponent > 0)
            value *= float_powers_of_10[exponent];
        return true;
    }
    // The double next to the number is on the same side of the middle of two floats as the number,
    // unless it is that middle.
    double wide = 0;
    if (!scale_exactly(digits, exponent, wide) || wide < 0x1p-126 || wide > 0x1p127)
        return false;
    if ((std::bit_cast<std::uint64_t>(wide) & 0x1fffffff) == 0x10000000)
        return false;
    value = static_cast<float>(wide);
    return true;
}

// A number of at least 64 bits: top, its first bit set, times two to exponent, and whether there
// are others but zeros below.
struct binary {
    std::uint64_t top;
    int exponent;
    bool more;
};

#if defined(__SIZEOF_INT128__)
inline constexpr std::uint64_t powers_of_5[] = {1,
                                                5,
                                                25,
                                                125,
                                                625,
                                                3125,
                                                15625,
                                                78125,
                                                390625,
                                                1953125,
                                                9765625,
                                                48828125,
                                                244140625,
                                                1220703125,
                                                6103515625,
                                                30517578125,
                                                152587890625,
                                                762939453125,
                                                3814697265625,
                                                19073486328125,
                                                95367431640625,
                                                476837158203125,
                                                2384185791015625,
                                                11920928955078125,
                                                59604644775390625,
                                                298023223876953125,
                                                1490116119384765625,
                                                7450580596923828125};

// digits / 10^power, digits not 0: the same as to_binary, where the machine has words for it.
constexpr binary divide_by_power_of_10(std::uint64_t digits, std::int64_t power) {
    __extension__ using wide = unsigned __int128;
    std::uint64_t const divisor = powers_of_5[power];
    int const zeros = std::countl_zero(digits);
    int const shift = 63 - std::countl_zero(divisor);
    wide const dividend = static_cast<wide>(digits << zeros) << shift;
    auto const quotient = static_cast<std::uint64_t>(dividend / divisor);
    int const more_zeros = std::countl_zero(quotient);
    return {quotient << more_zeros, -zeros - shift - more_zeros - static_cast<int>(power),
            dividend != static_cast<wide>(quotient) * divisor};
}
#endif

// Puts all the digits in the text into integer, which is 0; gives how many they are.
constexpr int take_all_digits(decimal const& number, big_integer& integer) {
    // No middle of two doubles has more than 767 digits, so what follows those only says that the
    // number is a little larger.
    constexpr int enough = 768;
    int count = 0;
    std::uint32_t chunk = 0;
    std::uint32_t chunk_size = 1;
    bool more = false;
    auto const take = [&](std::uint32_t digit) {
        chunk = chunk * 10 + digit;
        chunk_size *= 10;
        ++count;
        if (chunk_size == 1'000'000'000) {
            integer.multiply_add(chunk_size, chunk);
            chunk = 0;
            chunk_size = 1;
        }
    };
    for (char const* p = number.first; p != number.last && !more; ++p) {
        std::uint32_t const digit = static_cast<unsigned>(*p) - '0';
        if (digit > 9) // the point
            continue;
        if (count < enough)
            take(digit);
        else
            more = digit != 0;
    }
    if (more)
        take(1);
    integer.multiply_add(chunk_size, chunk);
    return count;
}

// Exactly so: 10^-343 < number < 10^311, not 0.
constexpr binary to_binary(decimal const& number) {
    big_integer numerator(number.cut ? 0 : number.digits);
    int exponent = static_cast<int>(number.exponent);
    if (number.cut)
        exponent -= take_all_digits(number, numerator) - number.count;
    binary result{0, exponent, false};
    if (exponent >= 0) {
        numerator.multiply_by_power_of_5(exponent);
        result.exponent += numerator.bits() - 64;
        result.top = numerator.top(result.more);
        return result;
    }
    // numerator / 5^-exponent, both shifted so that the quotient has 63 or 64 bits.
    big_integer denominator(1);
    denominator.multiply_by_power_of_5(-exponent);
    int shift = (32 - denominator.bits() % 32) % 32;
    if (int const missing = numerator.bits() - 63 - denominator.bits(); missing > shift)
        shift += (missing - shift + 31) / 32 * 32;
    denominator.shift_left(shift);
    int const numerator_shift = denominator.bits() + 63 - numerator.bits();
    numerator.shift_left(numerator_shift);
    result.exponent += shift - numerator_shift;
    result.top = numerator.divide(denominator);
    result.more = !numerator.is_zero();
    int const zeros = std::countl_zero(result.top);
    result.top <<= zeros;
    result.exponent -= zeros;
    return result;
}

// The nearest value of T; an infinity beyond the largest.
template <class T>
constexpr T round_to(binary const& number) {
    using limits = std::numeric_limits<T>;
    using word = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
    static_assert(limits::is_iec559 && sizeof(T) == sizeof(word));
    constexpr int smallest = limits::min_exponent - limits::digits; // the exponent of the last bit
    int exponent = number.exponent + 64 - limits::digits;
    if (exponent < smallest)
        exponent = smallest;
    int const shift = exponent - number.exponent;
    if (shift > 64)
        return 0;
    std::uint64_t significand = shift == 64 ? 0 : number.top >> shift;
    std::uint64_t const rest = shift == 64 ? number.top : number.top << (64 - shift);
    constexpr std::uint64_t half = std::uint64_t{1} << 63;
    if (rest > half || (rest == half && (number.more || (significand & 1) != 0)))
        ++significand;
    // A significand that grew a bit adds one to the exponent, where it belongs.
    std::uint64_t const bits =
        (static_cast<std::uint64_t>(exponent - smallest) << (limits::digits - 1)) + significand;
    constexpr auto infinity = std::bit_cast<word>(limits::infinity());
    return bits >= infinity ? limits::infinity() : std::bit_cast<T>(static_cast<word>(bits));
}

// digits times ten to exponent, for the numbers that most files have; false for others.
template <class T>
constexpr bool scale_quickly(std::uint64_t digits, std::int64_t exponent, T& value) {
    if (scale_exactly(digits, exponent, value))
        return true;
#if defined(__SIZEOF_INT128__)
    if (digits != 0 && exponent <= 0 && exponent >= -27) {
        value = round_to<T>(divide_by_power_of_10(digits, -exponent));
        return true;
    }
#endif
    return false;
}

// About how many steps an evaluator takes for to_binary, above what it takes for each byte of text.
constexpr std::size_t work_of(decimal const& number) {
    std::int64_t const power = number.exponent < 0 ? -number.exponent : number.exponent;
    std::int64_t const digits = number.cut ? number.last - number.first : number.count;
    auto const words = static_cast<std::size_t>((digits < 770 ? digits : 770) / 9 + power / 13 + 2);
    return 300 + words * 60 + words * words * 6;
}

// The nearest value of T, without a sign.
template <class T>
constexpr T nearest(decimal const& number, std::size_t& work) {
    T value = 0;
    if (number.digits == 0)
        return value;
    if (scale_quickly(number.digits, number.exponent, value)) {
        // What is cut off says nothing where the next greater digits give the same.
        T next = 0;
        if (!number.cut ||
            (scale_quickly(number.digits + 1, number.exponent, next) && next == value))
            return value;
    }
    std::int64_t const magnitude = number.exponent + number.count; // below 10^magnitude
    if (magnitude > std::numeric_limits<T>::max_exponent10 + 1)
        return std::numeric_limits<T>::infinity();
    if (magnitude < std::numeric_limits<T>::min_exponent10 - std::numeric_limits<T>::digits10 - 3)
        return 0;
    work += work_of(number);
    return round_to<T>(to_binary(number));
}

} // namespace ctnn::detail
