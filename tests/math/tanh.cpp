#include "math/oracle/tanh.hpp"
#include "catch.hpp"
#include "math/oracle.hpp"
#include <bit>
#include <cstdint>
#include <ctnn/math/is_nan.hpp>
#include <ctnn/math/tanh.hpp>
#include <limits>

namespace {

using ctnn::math::is_nan;
using ctnn::math::tanh;

template <class Scalar>
constexpr bool same(Scalar x, Scalar y) {
    return oracle::to_bits(x) == oracle::to_bits(y);
}

template <class Scalar>
constexpr bool special_cases() {
    using limits = std::numeric_limits<Scalar>;
    return same(tanh(Scalar(0)), Scalar(0)) && same(tanh(-Scalar(0)), -Scalar(0)) &&
           same(tanh(limits::denorm_min()), limits::denorm_min()) &&
           same(tanh(-limits::denorm_min()), -limits::denorm_min()) &&
           same(tanh(limits::min()), limits::min()) && same(tanh(limits::infinity()), Scalar(1)) &&
           same(tanh(-limits::infinity()), Scalar(-1)) && same(tanh(limits::max()), Scalar(1)) &&
           same(tanh(limits::lowest()), Scalar(-1)) && same(tanh(Scalar(20)), Scalar(1)) &&
           is_nan(tanh(limits::quiet_NaN()))&& noexcept(tanh(Scalar(1)));
}

static_assert(special_cases<double>());
static_assert(special_cases<float>());

constexpr auto function = [](auto x) { return tanh(x); };

// In the compiler: within 0.9 ulp of the exact values.
constexpr auto compiled_double = oracle::evaluate(function, oracle::tanh_double);
constexpr auto compiled_float = oracle::evaluate(function, oracle::tanh_float);
static_assert(oracle::largest_error(compiled_double, oracle::tanh_double) <= 900);
static_assert(oracle::largest_error(compiled_float, oracle::tanh_float) <= 900);

TEST_CASE("tanh has the compiler's bits at run time") {
    CHECK(oracle::count_differences(function, compiled_double, oracle::tanh_double) == 0);
    CHECK(oracle::count_differences(function, compiled_float, oracle::tanh_float) == 0);
}

TEST_CASE("tanh keeps its special cases at run time") {
    bool (*volatile run_double)() = special_cases<double>;
    bool (*volatile run_float)() = special_cases<float>;
    CHECK(run_double());
    CHECK(run_float());
}

TEST_CASE("tanh is odd and at most one") {
    for (float x = 0; x < 12; x += 0.0625F) {
        CAPTURE(x);
        REQUIRE(same(tanh(-x), -tanh(x)));
        REQUIRE(tanh(x) <= 1);
        REQUIRE(same(tanh(-static_cast<double>(x)), -tanh(static_cast<double>(x))));
        REQUIRE(tanh(static_cast<double>(x)) <= 1);
    }
}

} // namespace
