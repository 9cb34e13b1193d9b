#include "math/oracle/log1p.hpp"
#include "catch.hpp"
#include "math/oracle.hpp"
#include <bit>
#include <cstdint>
#include <ctnn/math/is_nan.hpp>
#include <ctnn/math/log1p.hpp>
#include <limits>

namespace {

using ctnn::math::is_nan;
using ctnn::math::log1p;

template <class Scalar>
constexpr bool same(Scalar x, Scalar y) {
    return oracle::to_bits(x) == oracle::to_bits(y);
}

template <class Scalar>
constexpr bool special_cases() {
    using limits = std::numeric_limits<Scalar>;
    constexpr Scalar largest =
        sizeof(Scalar) == 8 ? Scalar(0x1.62e42fefa39efp+9) : Scalar(0x1.62e430p+6);
    return same(log1p(Scalar(0)), Scalar(0)) && same(log1p(-Scalar(0)), -Scalar(0)) &&
           same(log1p(limits::denorm_min()), limits::denorm_min()) &&
           same(log1p(-limits::denorm_min()), -limits::denorm_min()) &&
           same(log1p(limits::min()), limits::min()) &&
           same(log1p(Scalar(-1)), -limits::infinity()) &&
           same(log1p(limits::infinity()), limits::infinity()) &&
           is_nan(log1p(-1 - limits::epsilon())) && is_nan(log1p(-limits::infinity())) &&
           is_nan(log1p(limits::quiet_NaN())) &&
           same(log1p(limits::max()), largest)&& noexcept(log1p(largest));
}

static_assert(special_cases<double>());
static_assert(special_cases<float>());

constexpr auto function = [](auto x) { return log1p(x); };

// In the compiler: within 0.9 ulp of the exact values.
constexpr auto compiled_double = oracle::evaluate(function, oracle::log1p_double);
constexpr auto compiled_float = oracle::evaluate(function, oracle::log1p_float);
static_assert(oracle::largest_error(compiled_double, oracle::log1p_double) <= 900);
static_assert(oracle::largest_error(compiled_float, oracle::log1p_float) <= 900);

TEST_CASE("log1p has the compiler's bits at run time") {
    CHECK(oracle::count_differences(function, compiled_double, oracle::log1p_double) == 0);
    CHECK(oracle::count_differences(function, compiled_float, oracle::log1p_float) == 0);
}

TEST_CASE("log1p keeps its special cases at run time") {
    bool (*volatile run_double)() = special_cases<double>;
    bool (*volatile run_float)() = special_cases<float>;
    CHECK(run_double());
    CHECK(run_float());
}

} // namespace
