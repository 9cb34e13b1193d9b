#include "catch.hpp"
#include <bit>
#include <cstdint>
#include <ctnn/math/abs.hpp>
#include <limits>

namespace {

using ctnn::math::abs;

template <class Scalar>
constexpr bool cases() {
    using limits = std::numeric_limits<Scalar>;
    return abs(Scalar(2)) == 2 && abs(Scalar(-2)) == 2 && abs(limits::lowest()) == limits::max() &&
           abs(-limits::denorm_min()) == limits::denorm_min() &&
           abs(-limits::infinity()) == limits::infinity() &&
           abs(limits::quiet_NaN()) != abs(limits::quiet_NaN());
}
static_assert(cases<double>());
static_assert(cases<float>());
static_assert(std::bit_cast<std::uint64_t>(abs(-0.0)) == 0);
static_assert(std::bit_cast<std::uint32_t>(abs(-0.0F)) == 0);

} // namespace

TEST_CASE("abs removes the sign") {
    double volatile x = -1.5, zero = -0.0;
    float volatile y = -1.5F;
    CHECK(abs(x) == 1.5);
    CHECK(abs(y) == 1.5F);
    CHECK(std::bit_cast<std::uint64_t>(abs(zero)) == 0);
}
