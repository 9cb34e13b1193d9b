#include "catch.hpp"
#include <ctnn/math/is_nan.hpp>
#include <limits>

namespace {

using ctnn::math::is_nan;

template <class Scalar>
constexpr bool cases() {
    using limits = std::numeric_limits<Scalar>;
    return is_nan(limits::quiet_NaN()) && is_nan(-limits::quiet_NaN()) && !is_nan(Scalar(0)) &&
           !is_nan(limits::infinity()) && !is_nan(-limits::infinity()) && !is_nan(limits::max()) &&
           !is_nan(limits::denorm_min());
}
static_assert(cases<double>());
static_assert(cases<float>());

} // namespace

TEST_CASE("is_nan tells NaN from numbers") {
    double volatile zero = 0;
    float volatile zero_float = 0;
    CHECK(is_nan(zero / zero));
    CHECK(is_nan(zero_float / zero_float));
    CHECK_FALSE(is_nan(1 / zero));
    CHECK_FALSE(is_nan(zero));
}
