#include "catch.hpp"
#include <ctnn/math/is_finite.hpp>
#include <limits>

namespace {

using ctnn::math::is_finite;

template <class Scalar>
constexpr bool cases() {
    using limits = std::numeric_limits<Scalar>;
    return is_finite(Scalar(0)) && is_finite(limits::max()) && is_finite(limits::lowest()) &&
           is_finite(limits::denorm_min()) && !is_finite(limits::infinity()) &&
           !is_finite(-limits::infinity()) && !is_finite(limits::quiet_NaN());
}
static_assert(cases<double>());
static_assert(cases<float>());

} // namespace

TEST_CASE("is_finite tells numbers from infinities and NaN") {
    double volatile zero = 0;
    float volatile zero_float = 0;
    CHECK(is_finite(zero));
    CHECK_FALSE(is_finite(1 / zero));
    CHECK_FALSE(is_finite(zero / zero));
    CHECK_FALSE(is_finite(-1 / zero_float));
}
