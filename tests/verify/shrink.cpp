// The part of a box that open rows leave: by hand, by every float, and by points.

#include <ctnn/verify/detail/search/shrink.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <ctnn/verify/detail/search/check_box.hpp>
#include <limits>

#include "../catch.hpp"
#include "../soundness/nets.hpp"

namespace {

using real = long double; // 64 bits, where it matters
namespace verify = ctnn::verify;
using ctnn::box, ctnn::dense, ctnn::input, ctnn::relu;
using verify::detail::box_state, verify::detail::check_box, verify::detail::shrunk_box;

template <class T, std::size_t Size>
constexpr shrunk_box<T, Size> left_by(box<T, Size> const& whole, double bound,
                                      std::array<double, Size> const& slopes) {
    shrunk_box<T, Size> left{whole};
    left.leave(whole, bound, slopes.data(), 1);
    return left;
}

// x + 2 y - 17/16 is above 0 but where x is below 17/16 and y below 17/32: its bound is -17/16 in the first corner.
constexpr box<double, 2> sixteen{{0, 0}, {16, 16}};
constexpr double bound = -1.0;
constexpr auto first_corner = left_by(sixteen, bound, {1, 2});
static_assert(first_corner.in.lower == sixteen.lower);
static_assert(first_corner.in.upper[0] >= 1.0625 && first_corner.in.upper[0] < 1.0625 + 1e-14);
static_assert(first_corner.in.upper[1] >= 0.53125 && first_corner.in.upper[1] < 0.53125 + 1e-14);
static_assert(first_corner.margin == 0.0625);
constexpr auto last_corner = left_by(sixteen, bound, {-1, -2});
static_assert(last_corner.in.upper == sixteen.upper);
static_assert(last_corner.in.lower[0] <= 14.9375 && last_corner.in.lower[0] > 14.9375 - 1e-13);
static_assert(last_corner.in.lower[1] <= 15.46875 && last_corner.in.lower[1] > 15.46875 - 1e-13);

// Both leave nothing, one after the other; as two rows they leave all, and the smaller margin counts.
constexpr auto both = [] {
    shrunk_box<double, 2> left = first_corner;
    double const slopes[]{-1, -2};
    left.leave(sixteen, 2 * bound, slopes, 1);
    return left;
}();
static_assert(both.is_empty() && !first_corner.is_empty() && both.margin == 0.0625);
constexpr auto hull = [] {
    shrunk_box<double, 2> left = left_by(sixteen, 2 * bound, {1, 2});
    left.add(last_corner);
    return left;
}();
static_assert(hull.in == sixteen && hull.margin == 0.0625);

// Nothing is cut off by what tells nothing.
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
static_assert(left_by(sixteen, -infinity, {1, 2}).in == sixteen);
static_assert(left_by(sixteen, no_number, {1, 2}).in == sixteen);
static_assert(left_by(sixteen, 0, {1, 2}).in == sixteen);
static_assert(left_by(sixteen, bound, {0, 1e-300}).in == sixteen);
static_assert(left_by(sixteen, -1e300, {1e-300, 1e300}).in == sixteen);
static_assert(left_by(sixteen, bound, {0, 0}).margin == infinity);

// How many halves.
static_assert(verify::detail::halves_taken_off<double, 2>(sixteen, sixteen) == 0);
static_assert(verify::detail::halves_taken_off<double, 2>(sixteen, {{0, 0}, {16, 9}}) == 0);
static_assert(verify::detail::halves_taken_off<double, 2>(sixteen, {{8, 0}, {16, 16}}) == 1);
static_assert(verify::detail::halves_taken_off<double, 2>(sixteen, {{8, 0}, {16, 3}}) == 3);

// Whether slope x + d is at least the margin from the cut on, computed in 64 bits.
template <class T>
bool is_outside_proven(shrunk_box<T, 1> const& left, box<T, 1> const& whole, double slope,
                       double at_least_end, bool& was_cut) {
    bool good = left.in.lower[0] >= whole.lower[0] && left.in.upper[0] <= whole.upper[0];
    auto const value = [&](T x) {
        auto const from = static_cast<real>(slope > 0 ? whole.lower[0] : whole.upper[0]);
        return static_cast<real>(slope) * (static_cast<real>(x) - from) +
               static_cast<real>(at_least_end);
    };
    if (left.in.upper[0] < whole.upper[0]) {
        was_cut = true;
        good = good && value(left.in.upper[0]) >= static_cast<real>(left.margin);
    }
    if (left.in.lower[0] > whole.lower[0]) {
        was_cut = true;
        good = good && value(left.in.lower[0]) >= static_cast<real>(left.margin);
    }
    return good;
}

} // namespace

TEMPLATE_TEST_CASE("all of what is cut off is proven, the cut included", "[verify]", float,
                   double) {
    soundness::draw random(61);
    std::size_t wrong = 0, cuts = 0, tight = 0;
    for (int k = 0; k < 200'000; ++k) {
        // Slopes and deficits of a few bits or many, boxes at 0 or far away from it.
        double const scale = std::ldexp(1.0, static_cast<int>(random.below(40)) - 20);
        double const far =
            random.below(2) == 0 ? 0 : std::ldexp(1.0, static_cast<int>(random.below(24)));
        TestType const low = static_cast<TestType>(far + random.between(-1, 1));
        TestType const high =
            static_cast<TestType>(static_cast<double>(low) + random.unit() + (far + 1) * 1e-3);
        box<TestType, 1> const whole{{low}, {high}};
        double slope = scale * (random.below(2) == 0 ? 1 : -1);
        if (random.below(2) == 0)
            slope *= 0.1 + random.unit();
        double const width = static_cast<double>(high) - static_cast<double>(low);
        double const deficit = -std::fabs(slope) * width * random.unit();
        auto const left = left_by<TestType, 1>(whole, deficit, {slope});
        bool was_cut = false;
        wrong += !is_outside_proven(left, whole, slope, deficit, was_cut);
        cuts += was_cut;
        // Not more than two numbers of the scalar and a little are given away.
        double const reach = -deficit * (1 + verify::detail::margin_of_parts) / std::fabs(slope);
        double const kept = slope > 0
                                ? static_cast<double>(left.in.upper[0]) - static_cast<double>(low)
                                : static_cast<double>(high) - static_cast<double>(left.in.lower[0]);
        double const step =
            static_cast<double>(std::numeric_limits<TestType>::epsilon()) * (far + 4);
        tight += !was_cut || kept <= reach * (1 + 1e-12) + 2 * step;
    }
    CHECK(wrong == 0);
    CHECK(cuts > 100'000);
    CHECK(tight == 200'000);
}

namespace {

template <std::size_t Outputs>
using row_of = std::array<verify::linear_constraint<Outputs>, 3>;

// By how much the best constraint of a row is above 0 there; as it comes, for points that are compared with room.
template <std::size_t Outputs>
double best_of(row_of<Outputs> const& row, std::array<float, Outputs> const& y) {
    double best = -std::numeric_limits<double>::infinity();
    for (auto const& one : row) {
        double sum = one.constant;
        for (std::size_t j = 0; j < Outputs; ++j)
            sum += one.coefficients[j] * static_cast<double>(y[j]);
        best = std::max(best, sum);
    }
    return best;
}

} // namespace

TEMPLATE_TEST_CASE(
    "no point contradicts what is left of a box", "[verify]",
    (ctnn::network<float, input<3>, dense<6, relu>, dense<6, relu>, dense<3>>),
    (ctnn::network<float, input<3>, dense<4, relu>, dense<4, relu>, dense<4, relu>, dense<4, relu>,
                   dense<3>>),
    (ctnn::network<float, input<3>, dense<6, ctnn::tanh>, dense<3, ctnn::sigmoid>>)) {
    soundness::draw random(62);
    std::size_t wrong = 0, shrunk = 0, held = 0, outside = 0;
    for (int k = 0; k < 1500; ++k) {
        auto const one = soundness::network<TestType>(random);
        auto const in = soundness::box<float, 3>(random);
        // Two rows of three constraints, moved to where the largest of each is nearly 0 somewhere.
        verify::condition<3, 2, 3> wanted{};
        for (auto& row : wanted.rows) {
            for (auto& constraint : row)
                for (double& c : constraint.coefficients)
                    c = random.below(3) == 0 ? 0 : std::round(4 * random.between(-1, 1)) / 4;
            double least = 1e9;
            for (int points = 0; points < 30; ++points)
                least = std::min(least, best_of(row, one(soundness::point(random, in))));
            for (auto& constraint : row)
                constraint.constant = 1e-2 * std::fabs(least) * random.between(-0.5, 1) - least;
        }
        auto const found = check_box(one, in, wanted);
        held += found.state == box_state::holds;
        if (found.state == box_state::violated)
            wrong += !wanted.is_violated_by(one(found.suspect));
        double const margin = found.state == box_state::holds ? found.margin
                              : found.is_shrunk               ? found.margin_of_rest
                                                : -std::numeric_limits<double>::infinity();
        shrunk += found.is_shrunk;
        for (int points = 0; points < 100 && margin > -1; ++points) {
            auto const x = soundness::point(random, in);
            if (found.state != box_state::holds && found.part.contains(x))
                continue;
            ++outside;
            auto const y = one(x);
            wrong += !wanted.is_satisfied_by(y);
            for (auto const& row : wanted.rows)
                wrong += best_of(row, y) < margin * (1 - 1e-9) - 1e-12;
        }
    }
    CHECK(wrong == 0);
    CHECK(shrunk > 100);
    CHECK(held > 100);
    CHECK(outside > 20'000);
}

TEST_CASE("a verdict with shrunk boxes is that of every float", "[verify]") {
    using model = ctnn::network<float, input<1>, dense<5, relu>, dense<4, relu>, dense<2>>;
    soundness::draw random(63);
    std::size_t proven = 0, violated = 0, shrunk = 0;
    for (int k = 0; k < 70; ++k) {
        auto const one = soundness::network<model>(random);
        float const from = static_cast<float>(random.between(-1, 1));
        float to = from;
        for (int i = 0; i < 400; ++i)
            to = ctnn::number::next_above(to);
        double least = 1e9; // of the larger of both outputs
        for (float x = from; x <= to; x = ctnn::number::next_above(x)) {
            auto const y = one(std::array{x});
            least = std::min(least, static_cast<double>(std::max(y[0], y[1])));
        }
        for (double beyond : {0.0, 1e-9, 1e-7, -1e-7}) {
            verify::condition<2, 1, 2> const wanted{
                {{{{{{{1, 0}}, beyond - least}, {{{0, 1}}, beyond - least}}}}}};
            shrunk += check_box(one, {{from}, {to}}, wanted).is_shrunk;
            auto const v = verify::prove(one, {{from}, {to}}, wanted, 5000);
            CHECK_FALSE((v.proven() && beyond <= 0));
            CHECK_FALSE((v.violated() && beyond > 0));
            if (v.proven()) // (the constant is rounded)
                CHECK(v.margin <= static_cast<double>(static_cast<real>(beyond - least) +
                                                      static_cast<real>(least)));
            if (v.violated())
                CHECK(wanted.is_violated_by(one(v.counterexample)));
            proven += v.proven(), violated += v.violated();
        }
    }
    CHECK(proven > 100);
    CHECK(violated > 100);
    CHECK(shrunk > 35);
}

// What rows leave one after the other.
namespace {

using number = ctnn::network<float, input<1>, dense<1>>;
using left_of_number = verify::detail::shrunk_box<float, 1>;
constexpr left_of_number some{{{0.25f}, {0.5f}}, 0.5};
constexpr left_of_number more{{{0.375f}, {0.75f}}, 0.25};
constexpr left_of_number none{{{0.75f}, {0.25f}}, 0.125};
template <class... Rows>
constexpr auto left_by_rows(Rows const&... rows) {
    verify::detail::least_bound<number> least;
    (least.leave(rows), ...);
    return least;
}
static_assert(!left_by_rows(none, none).is_open && left_by_rows(none).left.margin == 0.125);
static_assert(left_by_rows(none, some).left.in == some.in &&
              left_by_rows(some, none).left.in == some.in);
static_assert(left_by_rows(some, none).is_open && left_by_rows(some, none).left.margin == 0.125);
constexpr box<float, 1> from_quarter{{0.25f}, {0.75f}};
static_assert(left_by_rows(some, none, more).left.in == from_quarter &&
              left_by_rows(more, some).left.in == from_quarter);
static_assert(left_by_rows(some, more).left.margin == 0.25);

// x > 0.2 or x < 0.5, with so many constraints that they are not combined: what one leaves the other does not.
constexpr number itself{{{{1}}, {0}}};
constexpr auto many = [] {
    verify::condition<1, 1, 18> wanted{};
    for (auto& constraint : wanted.rows[0])
        constraint = {{1}, -0.2};
    wanted.rows[0][7] = {{-1}, 0.5};
    return wanted;
}();
constexpr auto by_both = verify::prove(itself, {{0}, {1}}, many, 1);
static_assert(by_both.proven() && by_both.margin > 0.012 && by_both.margin < 0.0126);
// The least of a second row's bounds counts as well.
constexpr auto with_another = [] {
    verify::condition<1, 2, 18> wanted{};
    wanted.rows[1] = many.rows[0];
    for (auto& constraint : wanted.rows[0])
        constraint = {{1}, 0.001};
    return wanted;
}();
constexpr auto by_three = verify::prove(itself, {{0}, {1}}, with_another, 1);
static_assert(by_three.proven() && by_three.margin > 0.0009 && by_three.margin <= 0.001);

} // namespace

TEST_CASE("a margin is not above that of what was cut off", "[verify]") {
    using model = ctnn::network<float, input<2>, dense<6, relu>, dense<6, relu>, dense<1>>;
    soundness::draw random(66);
    std::size_t proven = 0, least = 0;
    for (int k = 0; k < 600; ++k) {
        auto const one = soundness::network<model>(random);
        auto const in = soundness::box<float, 2>(random);
        double lowest = 1e9;
        for (int points = 0; points < 200; ++points)
            lowest = std::min(lowest, static_cast<double>(one(soundness::point(random, in))[0]));
        verify::condition<1, 1, 1> const wanted{
            {{{{{{{1}}, 0.02 * (1 + std::fabs(lowest)) - lowest}}}}}};
        auto const found = check_box(one, in, wanted);
        auto const v = verify::prove(one, in, wanted, 200);
        if (!found.is_shrunk || !v.proven())
            continue;
        ++proven;
        CHECK(v.margin <= found.margin_of_rest);
        least += v.margin == found.margin_of_rest;
    }
    CHECK(proven > 20);
    CHECK(least > 5);
}
