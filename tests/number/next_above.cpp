#include <ctnn/number/next_above.hpp>
#include <ctnn/number/next_below.hpp>

#include <cmath>
#include <limits>

#include "../catch.hpp"

namespace {

using ctnn::number::next_above;
using ctnn::number::next_below;

template <class T>
constexpr bool holds() {
    using limits = std::numeric_limits<T>;
    return next_above(T(1)) == T(1) + limits::epsilon() &&
           next_below(T(1)) == T(1) - limits::epsilon() / 2 &&
           next_above(T(0)) == limits::denorm_min() && next_above(-T(0)) == limits::denorm_min() &&
           next_below(T(0)) == -limits::denorm_min() && next_above(-limits::denorm_min()) == T(0) &&
           next_above(limits::max()) == limits::infinity() &&
           next_below(-limits::max()) == -limits::infinity() &&
           next_above(-limits::infinity()) == -limits::infinity() &&
           next_below(limits::infinity()) == limits::infinity() &&
           next_above(limits::quiet_NaN()) != next_above(limits::quiet_NaN());
}
static_assert(holds<float>());
static_assert(holds<double>());

} // namespace

TEST_CASE("the next numbers are those of the C library", "[number]") {
    double const infinity = std::numeric_limits<double>::infinity();
    double x = 0x1p-1074;
    for (int i = 0; i < 1200; ++i, x *= -3.1) {
        CHECK(next_above(x) == std::nextafter(x, infinity));
        CHECK(next_below(x) == std::nextafter(x, -infinity));
    }
}
