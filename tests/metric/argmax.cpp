#include <ctnn/metric/argmax.hpp>

#include "../catch.hpp"
#include "../support/compare.hpp"

namespace {

using ctnn::argmax;

static_assert(argmax(std::array{1.0, 3.0, 2.0}) == 1);
static_assert(argmax(std::array{-1.0f}) == 0);
static_assert(argmax(std::array{1, 2, 3}) == 2);

} // namespace

TEST_CASE("argmax is the first of the largest", "[metric]") {
    CHECK(argmax(compare::opaque(std::array{5.0, 3.0, 5.0})) == 0);
    CHECK(argmax(std::array{0.0, 0.0, 0.0}) == 0);
    CHECK(argmax(std::array{-0.0, 0.0}) == 0);
    double const infinity = compare::infinity<double>;
    CHECK(argmax(std::array{-infinity, -1e308, infinity, 1e308}) == 2);
}

TEST_CASE("argmax never chooses a NaN where there is a number", "[metric]") {
    double const bad = compare::not_a_number<double>;
    CHECK(argmax(compare::opaque(std::array{bad, 1.0, 2.0})) == 2);
    CHECK(argmax(std::array{1.0, bad, 0.5}) == 0);
    CHECK(argmax(std::array{bad, bad, -compare::infinity<double>}) == 2);
    CHECK(argmax(std::array{-1.0, -2.0, bad}) == 0);
    CHECK(argmax(std::array{bad, bad, bad}) == 0);
}
