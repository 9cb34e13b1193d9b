#include "catch.hpp"
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <ctnn/math/detail/reduced_angle.hpp>
#include <iterator>
#include <limits>

namespace {

namespace detail = ctnn::math::detail;

// The words of both tables are the same digits of 2/pi.
constexpr bool tables_agree() {
    for (std::size_t i = 1; i < std::size(detail::two_over_pi_float); ++i) {
        std::uint64_t const both = detail::two_over_pi_double[(i + 1) / 2];
        if (detail::two_over_pi_float[i] !=
            static_cast<std::uint32_t>(i % 2 == 1 ? both >> 32 : both))
            return false;
    }
    return detail::two_over_pi_float[0] == 0 && detail::two_over_pi_double[0] == 0;
}
static_assert(tables_agree());

// Every number that is a power of two is a place where other words of the table begin to count. A float
// is a double, too, whose reduction has 32 digits more.
TEST_CASE("angles are reduced alike in float and in double") {
    for (float x = 0.5F; x < std::numeric_limits<float>::infinity(); x *= 2)
        for (float const significand : {1.0F, 1.25F, 1.57079637F, 1.9999998F}) {
            float const angle = x * significand;
            if (angle > std::numeric_limits<float>::max())
                continue;
            CAPTURE(angle);
            auto const narrow = detail::reduce_angle(angle);
            auto const wide = detail::reduce_angle(static_cast<double>(angle));
            CHECK(narrow.quadrant % 4 == wide.quadrant % 4);
            double const sum = static_cast<double>(narrow.high) + static_cast<double>(narrow.low);
            CHECK(std::fabs(sum - wide.high) <= 0x1p-29 * std::fabs(wide.high));
            CHECK(std::fabs(wide.high) <= 0.7853981633974484);
        }
}

} // namespace
