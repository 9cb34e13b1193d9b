#include <ctnn/number/fixed_point.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <ctnn/concept/scalar.hpp>
#include <limits>
#include <type_traits>

#include "../catch.hpp"
#include "fixed_point_oracle.hpp"

namespace {

using ctnn::fixed_point;

template <class T>
constexpr bool is_a_scalar =
    ctnn::concepts::scalar<T>&& std::totally_ordered<T>&& std::is_standard_layout_v<T>&&
        std::is_trivially_default_constructible_v<T>&& std::is_constructible_v<T, int>&&
            std::is_constructible_v<T, double>&& std::is_constructible_v<T, float> &&
    !std::is_convertible_v<double, T> && !std::is_convertible_v<T, double>;

static_assert(is_a_scalar<fixed_point<3, 4>> && sizeof(fixed_point<3, 4>) == 1);
static_assert(is_a_scalar<fixed_point<3, 12>> && sizeof(fixed_point<3, 12>) == 2);
static_assert(is_a_scalar<fixed_point<7, 24>> && sizeof(fixed_point<7, 24>) == 4);

// A structural type: every supported compiler takes it as a template's argument.
template <fixed_point<3, 12> x>
constexpr double value_of = static_cast<double>(x);
static_assert(value_of<fixed_point<3, 12>(1.5)> == 1.5);

using q = fixed_point<3, 4>; // -8 to 7.9375 in steps of 0.0625
static_assert(q{} == q(0) && q(1).raw == 16 && q(-8) == q::lowest() && q(8) == q::largest());
static_assert(static_cast<float>(q(-2.25)) == -2.25F && static_cast<double>(q::step()) == 0.0625);

// To the nearest, the even one of two; beyond the ends the ends; a NaN is 0.
static_assert(q(0.03125).raw == 0 && q(0.09375).raw == 2 && q(-0.09375).raw == -2);
static_assert(q(0.0312500001).raw == 1 && q(-0.0312500001).raw == -1);
static_assert(q(100.0) == q::largest() && q(-1e300) == q::lowest() && q(5e-324) == q(0));
static_assert(q(std::numeric_limits<double>::infinity()) == q::largest());
static_assert(q(-std::numeric_limits<float>::infinity()) == q::lowest());
static_assert(q(std::numeric_limits<double>::quiet_NaN()) == q(0));
static_assert(q(-std::numeric_limits<float>::quiet_NaN()) == q(0));
static_assert(q(std::numeric_limits<std::int64_t>::min()) == q::lowest());
static_assert(q(std::numeric_limits<std::uint64_t>::max()) == q::largest());
static_assert(fixed_point<15, 16>(-2).raw == -0x20000 &&
              fixed_point<15, 16>(40000U).raw == INT32_MAX);

// From format to format.
static_assert(q(fixed_point<3, 12>(1.53)) == q(1.5) && q(fixed_point<7, 8>(-100.0)) == q::lowest());
static_assert(fixed_point<3, 12>(q(-1.5)).raw == -1.5 * 4096);

// Nothing is undefined: what has no value has a defined one.
static_assert(q(1) / q(0) == q::largest() && q(-1) / q(0) == q::lowest() && q(0) / q(0) == q(0));
static_assert(-q::lowest() == q::largest() && abs(q::lowest()) == q::largest());
static_assert(log(q(0)) == q::lowest() && log(q(-1)) == q::lowest() && sqrt(q(-1)) == q(0));
static_assert(log1p(q(-1)) == q::lowest() && log1p(q(-3)) == q::lowest());
static_assert(q::lowest() / q(-0.0625) == q::largest() && q::lowest() / q(0.0625) == q::lowest());
static_assert(is_finite(q::largest()) && !is_nan(q(0)));

// A count need not be a number of the format.
static_assert(divided_by_count(q(4), 100).raw == 1 && divided_by_count(q(-4), 3).raw == -21);
static_assert(divided_by_count(q(0.25), 8).raw == 0 && divided_by_count(q(0.75), 8).raw == 2);

template <class Fixed, class Raw>
std::size_t wrong_pair(Raw a, Raw b) {
    using namespace fixed_point_oracle;
    auto const x = Fixed::from_raw(a), y = Fixed::from_raw(b);
    constexpr std::int64_t one = std::int64_t{1} << Fixed::fraction_bits;
    constexpr int bits = Fixed::bits;
    return std::size_t{(x + y).raw != within<bits>(std::int64_t{a} + b)} +
           std::size_t{(x - y).raw != within<bits>(std::int64_t{a} - b)} +
           std::size_t{(x * y).raw != within<bits>(nearest(std::int64_t{a} * b, one))} +
           std::size_t{(x / y).raw != within<bits>(quotient<bits>(a, b, one))} +
           std::size_t{(x < y) != (a < b)} + std::size_t{(x == y) != (a == b)} +
           std::size_t{(x > y) != (a > b)} + std::size_t{(x <= y) != (a <= b)};
}

template <class Fixed>
std::size_t wrong_pairs() {
    std::size_t wrong = 0;
    for (int a = -128; a < 128; ++a)
        for (int b = -128; b < 128; ++b)
            wrong += wrong_pair<Fixed>(static_cast<std::int8_t>(a), static_cast<std::int8_t>(b));
    return wrong;
}

// Ends, their neighbours and random numbers.
template <class Fixed>
std::size_t wrong_samples() {
    using raw = typename Fixed::storage;
    auto const special = fixed_point_oracle::special<raw>();
    std::size_t wrong = 0;
    for (raw const a : special)
        for (raw const b : special)
            wrong += wrong_pair<Fixed>(a, b);
    fixed_point_oracle::generator next;
    for (int i = 0; i < 100'000; ++i) {
        auto const a = next.template number<raw>();
        wrong += wrong_pair<Fixed>(a, next.template number<raw>());
    }
    return wrong;
}

template <class Fixed>
constexpr std::int64_t checksum(std::int64_t start, std::int64_t step) {
    std::int64_t sum = 0;
    using raw = typename Fixed::storage;
    for (std::int64_t a = start; a <= std::numeric_limits<raw>::max(); a += step) {
        auto const x = Fixed::from_raw(static_cast<raw>(a));
        auto const y = Fixed::from_raw(static_cast<raw>(a / 3 + 5));
        for (auto const z : {x + y, x - y, x * y, x / y, exp(x), expm1(x), log(x), log1p(x),
                             tanh(x), erf(x), sqrt(x), logistic(x), abs(x), -x})
            sum = sum * 31 % 1'000'003 + z.raw;
    }
    return sum;
}

} // namespace

TEST_CASE("every pair of numbers of 8 bits", "[fixed_point]") {
    CHECK(wrong_pairs<fixed_point<1, 6>>() == 0);
    CHECK(wrong_pairs<fixed_point<3, 4>>() == 0);
    CHECK(wrong_pairs<fixed_point<6, 1>>() == 0);
}

TEST_CASE("pairs of numbers of 16 and 32 bits", "[fixed_point]") {
    CHECK(wrong_samples<fixed_point<1, 14>>() == 0);
    CHECK(wrong_samples<fixed_point<3, 12>>() == 0);
    CHECK(wrong_samples<fixed_point<14, 1>>() == 0);
    CHECK(wrong_samples<fixed_point<1, 30>>() == 0);
    CHECK(wrong_samples<fixed_point<15, 16>>() == 0);
    CHECK(wrong_samples<fixed_point<30, 1>>() == 0);
}

TEST_CASE("every number goes to floating point and back", "[fixed_point]") {
    std::size_t wrong = 0;
    for (std::int32_t raw = -32768; raw < 32768; ++raw) {
        auto const x = fixed_point<3, 12>::from_raw(static_cast<std::int16_t>(raw));
        wrong += static_cast<double>(x) != raw / 4096.0;
        wrong += fixed_point<3, 12>(static_cast<float>(x)) != x;
        wrong += fixed_point<3, 12>(static_cast<double>(x)) != x;
        // The half of a step above goes to the even one.
        auto const next = fixed_point<3, 12>((raw + 0.5) / 4096);
        wrong += next.raw != (raw == 32767 ? raw : raw + raw % 2 * (raw < 0 ? -1 : 1));
    }
    CHECK(wrong == 0);
}

TEST_CASE("the compiler computes what the machine computes", "[fixed_point]") {
    static constexpr std::array expected{checksum<fixed_point<3, 4>>(-128, 3),
                                         checksum<fixed_point<3, 12>>(-32768, 613),
                                         checksum<fixed_point<1, 14>>(-32768, 617),
                                         checksum<fixed_point<7, 24>>(INT32_MIN, 39916801)};
    int volatile one = 1;
    std::int64_t const by = one;
    CHECK(expected[0] == checksum<fixed_point<3, 4>>(-128, 3 * by));
    CHECK(expected[1] == checksum<fixed_point<3, 12>>(-32768, 613 * by));
    CHECK(expected[2] == checksum<fixed_point<1, 14>>(-32768, 617 * by));
    CHECK(expected[3] == checksum<fixed_point<7, 24>>(INT32_MIN, 39916801 * by));
}
