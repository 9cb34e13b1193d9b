#include <ctnn/detail/braces.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network.hpp>
#include <type_traits>

#include "../catch.hpp"

namespace {

using namespace ctnn;

constexpr network<double, input<2>, relu> two{};
constexpr network<float, input<1>, relu> alone{};
static_assert(two({1, 2.5}) == std::array{1.0, 2.5});
static_assert(two({{1, 2.5}}) == std::array{1.0, 2.5});
static_assert(two({std::array{1.0, 2.5}}) == std::array{1.0, 2.5});
static_assert(alone({3}) == std::array{3.0f});
static_assert(alone({0.25f}) == std::array{0.25f});

// As of a std::array's, a number of braces must fit the scalar.
template <class Number>
concept can_be_its_input = requires(Number number) {
    alone({number});
};
static_assert(can_be_its_input<float> && !can_be_its_input<char const*>);

// A call with an array that does not fit is no call at all, for those who ask.
static_assert(std::is_invocable_v<decltype(two), std::array<double, 2>>);
static_assert(!std::is_invocable_v<decltype(two), std::array<double, 3>>);
static_assert(!std::is_invocable_v<decltype(two), std::array<float, 2>>);

} // namespace

TEST_CASE("an array is passed on as it is, and braces as the array that they are", "[network]") {
    std::array const x{1.0, 2.0};
    CHECK(&detail::array_of(x) == &x);
    detail::input_braces<network<double, input<2>, relu>> const braces{1.0, 2.0};
    CHECK(detail::array_of(braces) == x);
}
