#include "catch.hpp"
#include <bit>
#include <climits>
#include <cmath>
#include <cstdint>
#include <ctnn/math/scale_by_power_of_two.hpp>
#include <limits>

namespace {

using ctnn::math::scale_by_power_of_two;

template <class Scalar>
constexpr bool cases() {
    using limits = std::numeric_limits<Scalar>;
    constexpr Scalar infinity = limits::infinity();
    constexpr int top = limits::max_exponent, bottom = limits::min_exponent - limits::digits;
    return scale_by_power_of_two(Scalar(3), 4) == 48 &&
           scale_by_power_of_two(Scalar(-3), -1) == Scalar(-1.5) &&
           scale_by_power_of_two(Scalar(1), bottom) == limits::denorm_min() &&
           scale_by_power_of_two(Scalar(1), bottom - 1) == 0 && // a tie goes to even
           scale_by_power_of_two(Scalar(1.5), bottom - 1) == limits::denorm_min() &&
           scale_by_power_of_two(limits::denorm_min(), -bottom) == 1 &&
           scale_by_power_of_two(Scalar(1.5), top) == infinity &&
           scale_by_power_of_two(Scalar(-1), INT_MAX) == -infinity &&
           scale_by_power_of_two(Scalar(1), INT_MIN) == 0 &&
           scale_by_power_of_two(Scalar(0), INT_MAX) == 0 &&
           scale_by_power_of_two(limits::max(), 0) == limits::max() &&
           scale_by_power_of_two(infinity, INT_MIN) == infinity &&
           scale_by_power_of_two(limits::quiet_NaN(), 3) !=
               scale_by_power_of_two(limits::quiet_NaN(), 3);
}
static_assert(cases<double>());
static_assert(cases<float>());
static_assert(std::bit_cast<std::uint64_t>(scale_by_power_of_two(-0.0, 5)) == 1ULL << 63);

} // namespace

TEST_CASE("scale_by_power_of_two agrees with ldexp in every bit") {
    std::uint64_t state = 1;
    for (int i = 0; i < 100000; ++i) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        auto const x = std::bit_cast<double>(state);
        auto const y = std::bit_cast<float>(static_cast<std::uint32_t>(state >> 32));
        int const exponent = static_cast<int>((state >> 20) % 4401) - 2200;
        if (x == x) {
            REQUIRE(std::bit_cast<std::uint64_t>(scale_by_power_of_two(x, exponent)) ==
                    std::bit_cast<std::uint64_t>(std::ldexp(x, exponent)));
        }
        if (y == y) {
            REQUIRE(std::bit_cast<std::uint32_t>(scale_by_power_of_two(y, exponent / 8)) ==
                    std::bit_cast<std::uint32_t>(std::ldexp(y, exponent / 8)));
        }
    }
}
