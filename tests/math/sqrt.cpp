#include "math/oracle/sqrt.hpp"
#include "catch.hpp"
#include "math/oracle.hpp"
#include <bit>
#include <cstdint>
#include <ctnn/math/is_nan.hpp>
#include <ctnn/math/sqrt.hpp>
#include <limits>

namespace {

using ctnn::math::is_nan;
using ctnn::math::sqrt;

template <class Scalar>
constexpr bool same(Scalar x, Scalar y) {
    return oracle::to_bits(x) == oracle::to_bits(y);
}

template <class Scalar>
constexpr bool special_cases() {
    using limits = std::numeric_limits<Scalar>;
    constexpr Scalar root_of_smallest =
        sizeof(Scalar) == 8 ? Scalar(0x1p-537) : Scalar(0x1.6a09e6p-75);
    constexpr Scalar below_4 = 4 - 2 * limits::epsilon();
    return same(sqrt(Scalar(0)), Scalar(0)) && same(sqrt(-Scalar(0)), -Scalar(0)) &&
           same(sqrt(Scalar(1)), Scalar(1)) && same(sqrt(Scalar(9)), Scalar(3)) &&
           same(sqrt(1 - limits::epsilon() / 2), 1 - limits::epsilon() / 2) &&
           same(sqrt(1 + limits::epsilon()), Scalar(1)) &&
           same(sqrt(below_4), 2 - limits::epsilon()) &&
           same(sqrt(limits::denorm_min()), root_of_smallest) &&
           same(sqrt(limits::infinity()), limits::infinity()) && is_nan(sqrt(Scalar(-1))) &&
           is_nan(sqrt(-limits::denorm_min())) && is_nan(sqrt(-limits::infinity())) &&
           is_nan(sqrt(limits::quiet_NaN()))&& noexcept(sqrt(below_4));
}

static_assert(special_cases<double>());
static_assert(special_cases<float>());

constexpr auto function = [](auto x) { return sqrt(x); };

// In the compiler: within 0.5 ulp of the exact values.
constexpr auto compiled_double = oracle::evaluate(function, oracle::sqrt_double);
constexpr auto compiled_float = oracle::evaluate(function, oracle::sqrt_float);
static_assert(oracle::largest_error(compiled_double, oracle::sqrt_double) <= 500);
static_assert(oracle::largest_error(compiled_float, oracle::sqrt_float) <= 500);

TEST_CASE("sqrt has the compiler's bits at run time") {
    CHECK(oracle::count_differences(function, compiled_double, oracle::sqrt_double) == 0);
    CHECK(oracle::count_differences(function, compiled_float, oracle::sqrt_float) == 0);
}

TEST_CASE("sqrt keeps its special cases at run time") {
    bool (*volatile run_double)() = special_cases<double>;
    bool (*volatile run_float)() = special_cases<float>;
    CHECK(run_double());
    CHECK(run_float());
}

TEST_CASE("sqrt in software has the bits of the instruction") {
    // Arguments spread over all exponents by a multiplicative sequence.
    std::uint64_t state = 1;
    for (int i = 0; i < 100000; ++i) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        auto const x = std::bit_cast<double>((state >> 1) % 0x7ff0000000000000U);
        auto const y = std::bit_cast<float>(static_cast<std::uint32_t>(state >> 33) % 0x7f800000U);
        if (x > 0 && y > 0) {
            REQUIRE(same(ctnn::math::detail::sqrt_in_software(x), sqrt(x)));
            REQUIRE(same(ctnn::math::detail::sqrt_in_software(y), sqrt(y)));
        }
    }
}

} // namespace
