#include <ctnn/number/real.hpp>

#include "../catch.hpp"

namespace {

template <ctnn::real Number>
constexpr double twice = 2 * Number.value;

} // namespace

TEST_CASE("a real is a number as a template argument", "[activation]") {
    STATIC_REQUIRE(twice<0.25> == 0.5);
    STATIC_REQUIRE(twice<-1e300> == -2e300);
    STATIC_REQUIRE(twice<3> == 6);
}
