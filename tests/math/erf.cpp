#include "math/oracle/erf.hpp"
#include "catch.hpp"
#include "math/oracle.hpp"
#include <bit>
#include <cstdint>
#include <ctnn/math/erf.hpp>
#include <ctnn/math/is_nan.hpp>
#include <limits>

namespace {

using ctnn::math::erf;
using ctnn::math::is_nan;

template <class Scalar>
constexpr bool same(Scalar x, Scalar y) {
    return oracle::to_bits(x) == oracle::to_bits(y);
}

template <class Scalar>
constexpr bool special_cases() {
    using limits = std::numeric_limits<Scalar>;
    return same(erf(Scalar(0)), Scalar(0)) && same(erf(-Scalar(0)), -Scalar(0)) &&
           same(erf(limits::denorm_min()), limits::denorm_min()) &&
           same(erf(-limits::denorm_min()), -limits::denorm_min()) &&
           same(erf(limits::infinity()), Scalar(1)) && same(erf(-limits::infinity()), Scalar(-1)) &&
           same(erf(limits::max()), Scalar(1)) && same(erf(limits::lowest()), Scalar(-1)) &&
           same(erf(Scalar(6)), Scalar(1)) &&
           is_nan(erf(limits::quiet_NaN()))&& noexcept(erf(Scalar(1)));
}

static_assert(special_cases<double>());
static_assert(special_cases<float>());

constexpr auto function = [](auto x) { return erf(x); };

// In the compiler: within 0.93 ulp of the exact values, where the largest error that a search found is
// among the arguments; float within 0.9.
constexpr auto compiled_double = oracle::evaluate(function, oracle::erf_double);
constexpr auto compiled_float = oracle::evaluate(function, oracle::erf_float);
static_assert(oracle::largest_error(compiled_double, oracle::erf_double) <= 930);
static_assert(oracle::largest_error(compiled_float, oracle::erf_float) <= 900);

TEST_CASE("erf has the compiler's bits at run time") {
    CHECK(oracle::count_differences(function, compiled_double, oracle::erf_double) == 0);
    CHECK(oracle::count_differences(function, compiled_float, oracle::erf_float) == 0);
}

TEST_CASE("erf keeps its special cases at run time") {
    bool (*volatile run_double)() = special_cases<double>;
    bool (*volatile run_float)() = special_cases<float>;
    CHECK(run_double());
    CHECK(run_float());
}

TEST_CASE("erf is odd and at most one") {
    for (float x = 0; x < 7; x += 0.0625F) {
        CAPTURE(x);
        REQUIRE(same(erf(-x), -erf(x)));
        REQUIRE(erf(x) <= 1);
        REQUIRE(same(erf(-static_cast<double>(x)), -erf(static_cast<double>(x))));
        REQUIRE(erf(static_cast<double>(x)) <= 1);
    }
}

} // namespace
