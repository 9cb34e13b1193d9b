#include "math/oracle/log.hpp"
#include "catch.hpp"
#include "math/oracle.hpp"
#include <bit>
#include <cstdint>
#include <ctnn/math/is_nan.hpp>
#include <ctnn/math/log.hpp>
#include <limits>

namespace {

using ctnn::math::is_nan;
using ctnn::math::log;

template <class Scalar>
constexpr bool same(Scalar x, Scalar y) {
    return oracle::to_bits(x) == oracle::to_bits(y);
}

template <class Scalar>
constexpr bool special_cases() {
    using limits = std::numeric_limits<Scalar>;
    constexpr Scalar largest =
        sizeof(Scalar) == 8 ? Scalar(0x1.62e42fefa39efp+9) : Scalar(0x1.62e430p+6);
    constexpr Scalar smallest =
        sizeof(Scalar) == 8 ? Scalar(-0x1.74385446d71c3p+9) : Scalar(-0x1.9d1da0p+6);
    return same(log(Scalar(1)), Scalar(0)) && same(log(Scalar(0)), -limits::infinity()) &&
           same(log(-Scalar(0)), -limits::infinity()) &&
           same(log(limits::infinity()), limits::infinity()) && is_nan(log(Scalar(-1))) &&
           is_nan(log(-limits::denorm_min())) && is_nan(log(-limits::infinity())) &&
           is_nan(log(limits::quiet_NaN())) && same(log(limits::max()), largest) &&
           same(log(limits::denorm_min()), smallest)&& noexcept(log(largest));
}

static_assert(special_cases<double>());
static_assert(special_cases<float>());

constexpr auto function = [](auto x) { return log(x); };

// In the compiler: within 0.9 ulp of the exact values.
constexpr auto compiled_double = oracle::evaluate(function, oracle::log_double);
constexpr auto compiled_float = oracle::evaluate(function, oracle::log_float);
static_assert(oracle::largest_error(compiled_double, oracle::log_double) <= 900);
static_assert(oracle::largest_error(compiled_float, oracle::log_float) <= 900);

TEST_CASE("log has the compiler's bits at run time") {
    CHECK(oracle::count_differences(function, compiled_double, oracle::log_double) == 0);
    CHECK(oracle::count_differences(function, compiled_float, oracle::log_float) == 0);
}

TEST_CASE("log keeps its special cases at run time") {
    bool (*volatile run_double)() = special_cases<double>;
    bool (*volatile run_float)() = special_cases<float>;
    CHECK(run_double());
    CHECK(run_float());
}

} // namespace
