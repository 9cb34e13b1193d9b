#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/number/detail/exact_moments.hpp>
#include <ctnn/number/detail/exact_sum.hpp>
#include <ctnn/number/detail/from_floating.hpp>
#include <ctnn/number/detail/functions.hpp>
#include <ctnn/number/detail/word.hpp>
#include <limits>
#include <type_traits>

namespace ctnn::error {
// (not constexpr: a constant that calls it ends the build)
inline void a_fixed_point_overflowed_of_which_that_is_excluded() {}
} // namespace ctnn::error

// A namespace of its own, because argument-dependent lookup would find ctnn::tanh, the activation,
// beside the function.
namespace ctnn::number {
namespace detail {

template <int IntegerBits, int FractionBits>
constexpr auto format_diagnosis() {
    constexpr int bits = 1 + IntegerBits + FractionBits;
    if constexpr (IntegerBits < 1 || FractionBits < 1)
        return typename error::fixed_point_with<
            IntegerBits, FractionBits>::needs_at_least_one_bit_on_each_side_of_the_point{};
    else if constexpr (bits != 8 && bits != 16 && bits != 32)
        return typename error::fixed_point_with<IntegerBits, FractionBits>::template has_bits<
            bits>::but_needs_8_16_or_32_with_its_sign{};
    else
        return error::none{};
}

template <int Bits>
using storage_of = std::conditional_t<Bits == 8, std::int8_t,
                                      std::conditional_t<Bits == 16, std::int16_t, std::int32_t>>;

} // namespace detail

/// What a fixed_point does where a result is beyond its first or its last number: it becomes that
/// number, or there is none such, which somebody has proven (ctnn::verify::without_saturation).
///
/// Shape:    an enumeration.
/// Errors:   where there is one after all, the bits above the format's are lost; in a constant it ends
///           the build.
/// Example:  docs/examples/no_overflow.cpp
enum class overflow { saturates, is_excluded };

/// A fixed-point number: `raw` / 2^FractionBits, from -2^IntegerBits to just below 2^IntegerBits, in
/// integers alone. `fixed_point<3, 12>` has 16 bits (one is the sign's), from -8 to 8 in steps of
/// 1/4096.
///
/// Each operation gives the number nearest to the exact result, the even one of two, and the first or
/// the last number where the result is beyond them. Sums, differences and comparisons are exact
/// within the range. Layers do not round in between: the sum of a neuron's products is kept whole and
/// rounded once (docs/fixed_point.md).
///
/// Shape:    an integer of 8, 16 or 32 bits: IntegerBits + FractionBits + 1 must be one of these, and
///           each of the two at least 1. Trivially copyable, a structural type.
/// Gradient: none; products below half a step are 0, and a gradient that small moves nothing.
/// Cost:     + and - one integer operation and a saturation, * one more and a rounding; / one
///           division. The same instructions for all numbers, except where docs/fixed_point.md says
///           so. No floating point, but in conversions from and to it.
/// Errors:   nothing is infinite or a NaN: x / 0 is the first or the last number by the sign of x,
///           0 / 0 is 0, log of 0 and of negative numbers the first number, sqrt of negative ones 0.
///           A NaN converts to 0, an infinity to the first or the last number. Another number of
///           bits does not compile.
/// Source:   this library; formats as in ARM's Q notation, Q4.12 being fixed_point<3, 12>.
/// Example:  docs/examples/iris_fixed_point.cpp
template <int IntegerBits, int FractionBits, overflow Overflow = overflow::saturates>
    requires ctnn::detail::fits<decltype(detail::format_diagnosis<IntegerBits, FractionBits>())>
struct fixed_point {
    static constexpr int integer_bits = IntegerBits;
    static constexpr int fraction_bits = FractionBits;
    static constexpr int bits = 1 + IntegerBits + FractionBits;
    static constexpr bool saturates = Overflow == overflow::saturates;
    using storage = detail::storage_of<bits>;

    storage raw;

    fixed_point() = default;

    template <std::floating_point Number>
        requires(sizeof(Number) <= 8)
    [[gnu::always_inline]] explicit constexpr fixed_point(Number number) noexcept
        : raw(detail::from_floating<storage>(static_cast<double>(number), FractionBits)) {}

    template <std::integral Number>
    explicit constexpr fixed_point(Number number) noexcept : raw(from_integer(number)) {}

    template <int Integer, int Fraction, overflow Other>
    explicit constexpr fixed_point(fixed_point<Integer, Fraction, Other> other) noexcept
        : raw(from_other<Fraction>(other.raw)) {}

    [[gnu::always_inline]] static constexpr fixed_point from_raw(storage value) noexcept {
        fixed_point result;
        result.raw = value;
        return result;
    }

    // What an operation stores. (Conversions always saturate.)
    template <class Integer>
    [[gnu::always_inline]] static constexpr fixed_point from_result(Integer steps) noexcept {
        if constexpr (saturates)
            return from_raw(detail::saturate<storage>(steps));
        if (std::is_constant_evaluated() && steps != static_cast<storage>(steps))
            error::a_fixed_point_overflowed_of_which_that_is_excluded();
        return from_raw(static_cast<storage>(steps));
    }

    // A product of two `raw`, or a sum of such.
    template <class Sum>
    [[gnu::always_inline]] static constexpr fixed_point from_product(Sum const& sum) noexcept {
        if constexpr (saturates)
            return from_raw(detail::round_shift_and_saturate<storage, FractionBits>(sum));
        else
            return from_result(detail::round_shift(sum, FractionBits));
    }

    static constexpr fixed_point lowest() noexcept {
        return from_raw((std::numeric_limits<storage>::min)());
    }
    static constexpr fixed_point largest() noexcept {
        return from_raw((std::numeric_limits<storage>::max)());
    }
    // One step, from each number to the next.
    static constexpr fixed_point step() noexcept { return from_raw(1); }

    // Exact in double, and in float with up to 16 bits.
    template <std::floating_point Number>
    explicit constexpr operator Number() const noexcept {
        constexpr Number size = Number(1) / static_cast<Number>(std::int64_t{1} << FractionBits);
        return static_cast<Number>(raw) * size;
    }

    // The sum of Terms products, rounded once.
    template <std::size_t Terms>
    using exact_sum = detail::exact_sum<fixed_point, Terms>;
    // Mean and deviation, each rounded once.
    using exact_moments = detail::exact_moments<fixed_point>;

    CTNN_SHORT_OPERATION friend constexpr fixed_point operator-(fixed_point x) noexcept {
        return nearest(-detail::word<half>{x.raw});
    }

    CTNN_SHORT_OPERATION friend constexpr fixed_point operator+(fixed_point x,
                                                                fixed_point y) noexcept {
        return nearest(detail::word<half>{x.raw} + detail::word<half>{y.raw});
    }

    CTNN_SHORT_OPERATION friend constexpr fixed_point operator-(fixed_point x,
                                                                fixed_point y) noexcept {
        return nearest(detail::word<half>{x.raw} - detail::word<half>{y.raw});
    }

    CTNN_SHORT_OPERATION friend constexpr fixed_point operator*(fixed_point x,
                                                                fixed_point y) noexcept {
        return from_product(detail::word<half>{x.raw} * detail::word<half>{y.raw});
    }

    friend constexpr fixed_point operator/(fixed_point x, fixed_point y) noexcept {
        constexpr detail::word<half> beyond = detail::word<half>{1} << (2 * half - 2);
        bool const is_zero = y.raw == 0;
        auto const dividend = static_cast<detail::unsigned_word<half>>(magnitude(x))
                              << FractionBits;
        auto const divisor =
            static_cast<detail::unsigned_word<half>>(magnitude(y) + detail::word<half>{is_zero});
        detail::word<half> const size =
            static_cast<detail::word<half>>(detail::divide(dividend, divisor));
        detail::word<half> const found =
            is_zero ? (x.raw == 0 ? detail::word<half>{0} : beyond) : size;
        detail::word<half> const sign =
            (detail::word<half>{x.raw} ^ detail::word<half>{y.raw}) >> (2 * half - 1);
        return nearest((found ^ sign) - sign);
    }

    constexpr fixed_point& operator+=(fixed_point other) noexcept { return *this = *this + other; }
    constexpr fixed_point& operator-=(fixed_point other) noexcept { return *this = *this - other; }
    constexpr fixed_point& operator*=(fixed_point other) noexcept { return *this = *this * other; }
    constexpr fixed_point& operator/=(fixed_point other) noexcept { return *this = *this / other; }

    [[gnu::always_inline]] friend constexpr bool operator==(fixed_point, fixed_point) = default;
    [[gnu::always_inline]] friend constexpr auto operator<=>(fixed_point, fixed_point) = default;

    // Of two, without a branch.
    friend constexpr fixed_point larger(fixed_point x, fixed_point y) noexcept {
        return from_raw(static_cast<storage>(
            detail::greater(detail::word<half>{x.raw}, detail::word<half>{y.raw})));
    }

    // x / count: the count need not be a number of this format.
    friend constexpr fixed_point divided_by_count(fixed_point x, std::size_t count) noexcept {
        auto const size = static_cast<std::uint64_t>(magnitude(x));
        std::uint64_t const parts = count == 0 ? 1 : count;
        auto const mean = static_cast<std::int64_t>(detail::divide(size, parts));
        return nearest(static_cast<detail::word<half>>(x.raw < 0 ? -mean : mean));
    }

    // (x - y) / z, where the difference may be beyond the last number.
    friend constexpr fixed_point quotient_of_difference(fixed_point x, fixed_point y,
                                                        fixed_point z) noexcept {
        std::int64_t const difference = static_cast<std::int64_t>(x.raw) - y.raw;
        bool const is_negative = (difference < 0) != (z.raw < 0);
        auto const dividend = static_cast<std::uint64_t>(difference < 0 ? -difference : difference)
                              << FractionBits;
        auto const divisor = static_cast<std::uint64_t>(magnitude(z));
        std::uint64_t const beyond = difference == 0 ? 0 : std::uint64_t{1} << 62;
        auto const size =
            static_cast<std::int64_t>(divisor == 0 ? beyond : detail::divide(dividend, divisor));
        return from_result(is_negative ? -size : size);
    }

    friend constexpr bool is_nan(fixed_point) noexcept { return false; }
    friend constexpr bool is_finite(fixed_point) noexcept { return true; }

    friend constexpr fixed_point(abs)(fixed_point x) noexcept { return nearest(magnitude(x)); }

    friend constexpr fixed_point sqrt(fixed_point x) noexcept {
        detail::word<half> const y = x.raw < 0 ? detail::word<half>{0} : detail::word<half>{x.raw};
        auto const root = detail::functions<half>::sqrt(static_cast<detail::unsigned_word<half>>(y)
                                                        << FractionBits);
        return nearest(static_cast<detail::word<half>>(root));
    }

    friend constexpr fixed_point exp(fixed_point x) noexcept {
        return nearest(detail::functions<half>::exp(x.raw, FractionBits).rounded(FractionBits));
    }

    friend constexpr fixed_point expm1(fixed_point x) noexcept {
        detail::word<half> const power =
            detail::functions<half>::exp(x.raw, FractionBits).rounded(FractionBits);
        return nearest(power - (detail::word<half>{1} << FractionBits));
    }

    friend constexpr fixed_point log(fixed_point x) noexcept { return log_of(x.raw); }
    friend constexpr fixed_point log1p(fixed_point x) noexcept {
        return log_of(detail::word<half>{x.raw} + (detail::word<half>{1} << FractionBits));
    }

    friend constexpr fixed_point tanh(fixed_point x) noexcept {
        return odd(x, detail::functions<half>::tanh(magnitude(x), FractionBits));
    }

    friend constexpr fixed_point erf(fixed_point x) noexcept {
        return odd(x, detail::functions<half>::erf(magnitude(x), FractionBits));
    }

    // 1 / (1 + exp(-x)), for which exp(-x) would be beyond the last number.
    friend constexpr fixed_point logistic(fixed_point x) noexcept {
        detail::word<half> const value =
            detail::functions<half>::logistic(magnitude(x), FractionBits);
        // 1 - value where x is negative.
        detail::word<half> const sign = sign_of(x);
        return nearest(((value ^ sign) - sign) + ((detail::word<half>{1} << FractionBits) & sign));
    }

private:
    static constexpr int half = bits == 32 ? 32 : 16;

    [[gnu::always_inline]] static constexpr fixed_point nearest(detail::word<half> x) noexcept {
        return from_result(x);
    }

    // All bits 1 where x is negative.
    static constexpr detail::word<half> sign_of(fixed_point x) noexcept {
        return detail::word<half>{x.raw} >> (2 * half - 1);
    }

    static constexpr detail::word<half> magnitude(fixed_point x) noexcept {
        detail::word<half> const sign = sign_of(x);
        return (detail::word<half>{x.raw} ^ sign) - sign;
    }

    // The value with the sign of x.
    static constexpr fixed_point odd(fixed_point x, detail::word<half> value) noexcept {
        detail::word<half> const sign = sign_of(x);
        return nearest((value ^ sign) - sign);
    }

    static constexpr fixed_point log_of(detail::word<half> x) noexcept {
        detail::word<half> const y = x > 0 ? x : detail::word<half>{1};
        detail::word<half> const value =
            detail::functions<half>::log(static_cast<detail::unsigned_word<half>>(y), FractionBits);
        return nearest(x > 0 ? value : -(detail::word<half>{1} << (2 * half - 2)));
    }

    template <std::integral Number>
    static constexpr storage from_integer(Number number) noexcept {
        constexpr std::int64_t most = std::int64_t{1} << IntegerBits;
        std::int64_t value = 0;
        if constexpr (std::is_signed_v<Number>)
            value = number < -most ? -most : number > most ? most : number;
        else
            value = number > static_cast<std::uint64_t>(most) ? most
                                                              : static_cast<std::int64_t>(number);
        return detail::saturate<storage>(value * (std::int64_t{1} << FractionBits));
    }

    template <int Fraction>
    static constexpr storage from_other(std::int64_t value) noexcept {
        if constexpr (Fraction > FractionBits)
            return detail::saturate<storage>(detail::round_shift(value, Fraction - FractionBits));
        else
            return detail::saturate<storage>(value *
                                             (std::int64_t{1} << (FractionBits - Fraction)));
    }
};

} // namespace ctnn::number

namespace ctnn {
using number::fixed_point;
using number::overflow;
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
