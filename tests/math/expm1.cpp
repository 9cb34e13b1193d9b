#include "math/oracle/expm1.hpp"
#include "catch.hpp"
#include "math/oracle.hpp"
#include <bit>
#include <cstdint>
#include <ctnn/math/expm1.hpp>
#include <ctnn/math/is_nan.hpp>
#include <limits>

namespace {

using ctnn::math::expm1;
using ctnn::math::is_nan;

template <class Scalar>
constexpr bool same(Scalar x, Scalar y) {
    return oracle::to_bits(x) == oracle::to_bits(y);
}

template <class Scalar>
constexpr bool special_cases() {
    using limits = std::numeric_limits<Scalar>;
    constexpr bool is_double = sizeof(Scalar) == 8;
    constexpr Scalar last = is_double ? Scalar(0x1.62e42fefa39efp+9) : Scalar(0x1.62e42ep+6);
    constexpr Scalar over = is_double ? Scalar(0x1.62e42fefa39f0p+9) : Scalar(0x1.62e430p+6);
    return same(expm1(Scalar(0)), Scalar(0)) && same(expm1(-Scalar(0)), -Scalar(0)) &&
           same(expm1(limits::denorm_min()), limits::denorm_min()) &&
           same(expm1(-limits::denorm_min()), -limits::denorm_min()) &&
           same(expm1(limits::min()), limits::min()) &&
           same(expm1(limits::infinity()), limits::infinity()) &&
           same(expm1(-limits::infinity()), Scalar(-1)) && is_nan(expm1(limits::quiet_NaN())) &&
           expm1(last) < limits::infinity() && same(expm1(over), limits::infinity()) &&
           same(expm1(Scalar(-100)), Scalar(-1)) &&
           same(expm1(limits::lowest()), Scalar(-1))&& noexcept(expm1(last));
}

static_assert(special_cases<double>());
static_assert(special_cases<float>());

constexpr auto function = [](auto x) { return expm1(x); };

// In the compiler: within 0.9 ulp of the exact values.
constexpr auto compiled_double = oracle::evaluate(function, oracle::expm1_double);
constexpr auto compiled_float = oracle::evaluate(function, oracle::expm1_float);
static_assert(oracle::largest_error(compiled_double, oracle::expm1_double) <= 900);
static_assert(oracle::largest_error(compiled_float, oracle::expm1_float) <= 900);

TEST_CASE("expm1 has the compiler's bits at run time") {
    CHECK(oracle::count_differences(function, compiled_double, oracle::expm1_double) == 0);
    CHECK(oracle::count_differences(function, compiled_float, oracle::expm1_float) == 0);
}

TEST_CASE("expm1 keeps its special cases at run time") {
    bool (*volatile run_double)() = special_cases<double>;
    bool (*volatile run_float)() = special_cases<float>;
    CHECK(run_double());
    CHECK(run_float());
}

} // namespace
