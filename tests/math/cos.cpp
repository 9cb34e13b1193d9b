#include "math/oracle/cos.hpp"
#include "catch.hpp"
#include "math/oracle.hpp"
#include <bit>
#include <cstdint>
#include <ctnn/math/cos.hpp>
#include <ctnn/math/is_nan.hpp>
#include <limits>

namespace {

using ctnn::math::cos;
using ctnn::math::is_nan;

template <class Scalar>
constexpr bool same(Scalar x, Scalar y) {
    return oracle::to_bits(x) == oracle::to_bits(y);
}

template <class Scalar>
constexpr bool special_cases() {
    using limits = std::numeric_limits<Scalar>;
    return same(cos(Scalar(0)), Scalar(1)) && same(cos(-Scalar(0)), Scalar(1)) &&
           same(cos(limits::denorm_min()), Scalar(1)) &&
           same(cos(-limits::denorm_min()), Scalar(1)) && is_nan(cos(limits::infinity())) &&
           is_nan(cos(-limits::infinity())) &&
           is_nan(cos(limits::quiet_NaN()))&& noexcept(cos(Scalar(1)));
}

static_assert(special_cases<double>());
static_assert(special_cases<float>());

// What a cosine schedule begins and ends with.
static_assert(cos(3.141592653589793) == -1 && cos(3.14159265F) == -1);

constexpr auto function = [](auto x) { return cos(x); };

// In the compiler: within 0.82 ulp of the exact values.
constexpr auto compiled_double = oracle::evaluate(function, oracle::cos_double);
constexpr auto compiled_float = oracle::evaluate(function, oracle::cos_float);
static_assert(oracle::largest_error(compiled_double, oracle::cos_double) <= 820);
static_assert(oracle::largest_error(compiled_float, oracle::cos_float) <= 820);

TEST_CASE("cos has the compiler's bits at run time") {
    CHECK(oracle::count_differences(function, compiled_double, oracle::cos_double) == 0);
    CHECK(oracle::count_differences(function, compiled_float, oracle::cos_float) == 0);
}

TEST_CASE("cos keeps its special cases at run time") {
    bool (*volatile run_double)() = special_cases<double>;
    bool (*volatile run_float)() = special_cases<float>;
    CHECK(run_double());
    CHECK(run_float());
}

// From the smallest number to the largest.
template <class Scalar, class Bits>
void is_even_and_at_most_one(Bits step) {
    auto const infinity = oracle::to_bits(std::numeric_limits<Scalar>::infinity());
    int count = 0;
    for (Bits bits = 1; bits < infinity; bits = static_cast<Bits>(bits + step), ++count) {
        auto const x = std::bit_cast<Scalar>(bits);
        CAPTURE(x);
        REQUIRE(same(cos(-x), cos(x)));
        REQUIRE(cos(x) <= 1);
        REQUIRE(cos(x) >= -1);
    }
    CHECK(count > 1000);
}

TEST_CASE("cos is even and at most one") {
    is_even_and_at_most_one<float>(std::uint32_t{0x0001d7c3});
    is_even_and_at_most_one<double>(std::uint64_t{0x00037c3a91b25e47});
}

} // namespace
