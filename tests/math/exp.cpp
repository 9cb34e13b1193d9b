#include "math/oracle/exp.hpp"
#include "catch.hpp"
#include "math/oracle.hpp"
#include <bit>
#include <cstdint>
#include <ctnn/math/exp.hpp>
#include <ctnn/math/is_nan.hpp>
#include <limits>

namespace {

using ctnn::math::exp;
using ctnn::math::is_nan;

template <class Scalar>
constexpr bool same(Scalar x, Scalar y) {
    return oracle::to_bits(x) == oracle::to_bits(y);
}

template <class Scalar>
constexpr bool special_cases() {
    using limits = std::numeric_limits<Scalar>;
    constexpr bool is_double = sizeof(Scalar) == 8;
    // The last argument that gives a finite value, the first that does not, and so at the other end.
    constexpr Scalar last = is_double ? Scalar(0x1.62e42fefa39efp+9) : Scalar(0x1.62e42ep+6);
    constexpr Scalar over = is_double ? Scalar(0x1.62e42fefa39f0p+9) : Scalar(0x1.62e430p+6);
    constexpr Scalar tiny = is_double ? Scalar(-0x1.74910d52d3051p+9) : Scalar(-0x1.9fe368p+6);
    constexpr Scalar under = is_double ? Scalar(-0x1.74910d52d3052p+9) : Scalar(-0x1.9fe36ap+6);
    return same(exp(Scalar(0)), Scalar(1)) && same(exp(-Scalar(0)), Scalar(1)) &&
           same(exp(limits::denorm_min()), Scalar(1)) && same(exp(-limits::min()), Scalar(1)) &&
           same(exp(limits::infinity()), limits::infinity()) &&
           same(exp(-limits::infinity()), Scalar(0)) && is_nan(exp(limits::quiet_NaN())) &&
           exp(last) < limits::infinity() && same(exp(over), limits::infinity()) &&
           same(exp(limits::max()), limits::infinity()) && same(exp(tiny), limits::denorm_min()) &&
           same(exp(under), Scalar(0)) &&
           same(exp(limits::lowest()), Scalar(0))&& noexcept(exp(last));
}

static_assert(special_cases<double>());
static_assert(special_cases<float>());

constexpr auto function = [](auto x) { return exp(x); };

// In the compiler: within 0.9 ulp of the exact values.
constexpr auto compiled_double = oracle::evaluate(function, oracle::exp_double);
constexpr auto compiled_float = oracle::evaluate(function, oracle::exp_float);
static_assert(oracle::largest_error(compiled_double, oracle::exp_double) <= 900);
static_assert(oracle::largest_error(compiled_float, oracle::exp_float) <= 900);

TEST_CASE("exp has the compiler's bits at run time") {
    CHECK(oracle::count_differences(function, compiled_double, oracle::exp_double) == 0);
    CHECK(oracle::count_differences(function, compiled_float, oracle::exp_float) == 0);
}

TEST_CASE("exp keeps its special cases at run time") {
    bool (*volatile run_double)() = special_cases<double>;
    bool (*volatile run_float)() = special_cases<float>;
    CHECK(run_double());
    CHECK(run_float());
}

TEST_CASE("exp does not fall where its reduction changes") {
    // At (n + 1/2) ln 2 the power of two changes; 64 neighbouring floats about each such place.
    for (int n = -149; n < 128; ++n) {
        float x = (static_cast<float>(n) + 0.5F) * 0.693147181F;
        std::uint32_t bits = oracle::to_bits(x) + (x < 0 ? 32U : 0U - 32U);
        float before = exp(std::bit_cast<float>(bits));
        for (int step = 0; step < 64; ++step) {
            bits += x < 0 ? 0U - 1U : 1U;
            float const after = exp(std::bit_cast<float>(bits));
            CAPTURE(n, step);
            REQUIRE(after >= before);
            before = after;
        }
    }
}

} // namespace
