#include <ctnn/data/sample.hpp>

#include <array>
#include <type_traits>

#include "../catch.hpp"

namespace {

constexpr ctnn::sample one{std::array{0.1, 0.7}, std::array{1.0}};
static_assert(std::is_same_v<decltype(one),
                             ctnn::sample<std::array<double, 2>, std::array<double, 1>> const>);
static_assert(std::is_trivially_copyable_v<decltype(one)>);
static_assert(sizeof(one) == 3 * sizeof(double));

} // namespace

TEST_CASE("samples compare by input and target", "[train]") {
    auto other = one;
    CHECK(other == one);
    other.input[1] = 0;
    CHECK(other != one);
    other = one;
    other.target[0] = 0;
    CHECK(other != one);
}
