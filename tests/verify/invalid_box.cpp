// A box with an end that is not finite, or with a lower end above the upper one, holds nothing that anybody can have meant.
// Bounds of it are `everything`; verdicts have a problem (question_problem.cpp).

#include <ctnn/ctnn.hpp>

#include "../catch.hpp"
#include "../support/compare.hpp"

namespace {

using namespace ctnn;

template <class Scalar>
using model = network<Scalar, input<2>, dense<3, relu>, dense<2>>;
constexpr auto net = initialize<model<float>>(he_uniform{}, 1);
using fixed = fixed_point<7, 8>;
constexpr auto in_fixed_point = convert<fixed>(net);

template <class T, std::size_t Size>
constexpr bool say_nothing(std::array<interval<T>, Size> const& y) {
    bool nothing = true;
    for (auto const& each : y)
        nothing = nothing && each.lower == interval<T>::everything().lower &&
                  each.upper == interval<T>::everything().upper;
    return nothing;
}

constexpr bool is_told(box<float, 2> const& inputs) {
    auto const derivatives = gradient_bounds(net, inputs);
    return !inputs.is_valid() && say_nothing(bounds(net, inputs)) &&
           say_nothing(linear_bounds(net, inputs)) && say_nothing(derivatives[0]) &&
           say_nothing(derivatives[1]) &&
           say_nothing(verify::difference_bounds(net, in_fixed_point, inputs)) &&
           verify::lipschitz_bound(net, inputs) == compare::infinity<double>;
}
static_assert(is_told({{1, 1}, {-1, 2}}));
static_assert(is_told({{1, 1}, {1, 0.999f}}));
static_assert(is_told({{-compare::infinity<float>, 1}, {1, 1}}));
#if !defined(__clang__) // of which a constant computes no NaN
static_assert(is_told({{1, 1}, {1, compare::not_a_number<float>}}));
#endif

// In fixed point nothing is infinite: there, one wrong side would look like bounds of all other boxes.
constexpr fixed minus_one(-1), one(1), two(2);
constexpr box<fixed, 2> reversed{{one, one}, {minus_one, two}},
    in_order{{minus_one, one}, {one, two}};
static_assert(say_nothing(bounds(in_fixed_point, reversed)));
static_assert(!say_nothing(bounds(in_fixed_point, in_order)));

} // namespace

TEST_CASE("bounds of a box that is not valid are everything", "[verify]") {
    CHECK(is_told(compare::opaque(box<float, 2>{{1, 1}, {-1, 2}})));
    CHECK(say_nothing(bounds(in_fixed_point, compare::opaque(reversed))));
}
