#include <ctnn/verify/box.hpp>

#include <array>
#include <limits>

#include "../catch.hpp"

namespace {

using pair = std::array<float, 2>;

constexpr ctnn::box unit{pair{0, 0}, pair{1, 1}};
static_assert(std::is_same_v<decltype(unit), ctnn::box<float, 2> const>);
static_assert(unit.is_valid());
static_assert(unit.contains({0, 1}) && !unit.contains({0, 1.5f}) && !unit.contains({-0.5f, 0}));
static_assert(!unit.contains({0, std::numeric_limits<float>::quiet_NaN()}));

static_assert(!ctnn::box<float, 1>{{1}, {0}}.is_valid());
static_assert(!ctnn::box<float, 1>{{0}, {std::numeric_limits<float>::infinity()}}.is_valid());
static_assert(!ctnn::box<float, 1>{{std::numeric_limits<float>::quiet_NaN()}, {1}}.is_valid());

// 0.1f + 0.2f as real numbers lies between floats: the box has both of them.
constexpr auto around = ctnn::box<float, 1>::around({0.1f}, 0.2f);
static_assert(static_cast<double>(around.upper[0]) >=
              static_cast<double>(0.1f) + static_cast<double>(0.2f));
static_assert(static_cast<double>(around.lower[0]) <=
              static_cast<double>(0.1f) - static_cast<double>(0.2f));
static_assert(around.upper[0] - around.lower[0] < 0.4001f);
static_assert(ctnn::box<float, 1>::around({0.5f}, 0).contains({0.5f}));

} // namespace

TEST_CASE("a box around a point has all that is as near as its radius", "[verify]") {
    for (float x = 0.001f; x < 1000; x *= 1.37f)
        for (float radius = 1e-9f; radius < 10; radius *= 3.1f) {
            auto const box = ctnn::box<float, 1>::around({x}, radius);
            double const exact = static_cast<double>(x), r = static_cast<double>(radius);
            CHECK(static_cast<double>(box.lower[0]) <= exact - r);
            CHECK(static_cast<double>(box.upper[0]) >= exact + r);
        }
}
