#include "math/oracle/sin.hpp"
#include "catch.hpp"
#include "math/oracle.hpp"
#include <bit>
#include <cstdint>
#include <ctnn/math/is_nan.hpp>
#include <ctnn/math/sin.hpp>
#include <limits>

namespace {

using ctnn::math::is_nan;
using ctnn::math::sin;

template <class Scalar>
constexpr bool same(Scalar x, Scalar y) {
    return oracle::to_bits(x) == oracle::to_bits(y);
}

template <class Scalar>
constexpr bool special_cases() {
    using limits = std::numeric_limits<Scalar>;
    return same(sin(Scalar(0)), Scalar(0)) && same(sin(-Scalar(0)), -Scalar(0)) &&
           same(sin(limits::denorm_min()), limits::denorm_min()) &&
           same(sin(-limits::denorm_min()), -limits::denorm_min()) &&
           is_nan(sin(limits::infinity())) && is_nan(sin(-limits::infinity())) &&
           is_nan(sin(limits::quiet_NaN()))&& noexcept(sin(Scalar(1)));
}

static_assert(special_cases<double>());
static_assert(special_cases<float>());

constexpr auto function = [](auto x) { return sin(x); };

// In the compiler: within 0.82 ulp of the exact values.
constexpr auto compiled_double = oracle::evaluate(function, oracle::sin_double);
constexpr auto compiled_float = oracle::evaluate(function, oracle::sin_float);
static_assert(oracle::largest_error(compiled_double, oracle::sin_double) <= 820);
static_assert(oracle::largest_error(compiled_float, oracle::sin_float) <= 820);

TEST_CASE("sin has the compiler's bits at run time") {
    CHECK(oracle::count_differences(function, compiled_double, oracle::sin_double) == 0);
    CHECK(oracle::count_differences(function, compiled_float, oracle::sin_float) == 0);
}

TEST_CASE("sin keeps its special cases at run time") {
    bool (*volatile run_double)() = special_cases<double>;
    bool (*volatile run_float)() = special_cases<float>;
    CHECK(run_double());
    CHECK(run_float());
}

// From the smallest number to the largest.
template <class Scalar, class Bits>
void is_odd_and_at_most_one(Bits step) {
    auto const infinity = oracle::to_bits(std::numeric_limits<Scalar>::infinity());
    int count = 0;
    for (Bits bits = 1; bits < infinity; bits = static_cast<Bits>(bits + step), ++count) {
        auto const x = std::bit_cast<Scalar>(bits);
        CAPTURE(x);
        REQUIRE(same(sin(-x), -sin(x)));
        REQUIRE(sin(x) <= 1);
        REQUIRE(sin(x) >= -1);
    }
    CHECK(count > 1000);
}

TEST_CASE("sin is odd and at most one") {
    is_odd_and_at_most_one<float>(std::uint32_t{0x0001d7c3});
    is_odd_and_at_most_one<double>(std::uint64_t{0x00037c3a91b25e47});
}

} // namespace
