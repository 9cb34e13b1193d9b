#include <ctnn/number/interval.hpp>

#include <array>
#include <cmath>
#include <concepts>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/math/fma.hpp>
#include <limits>
#include <type_traits>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

namespace {

using ctnn::interval;
namespace math = ctnn::math;
using numbers = interval<double>;

static_assert(ctnn::concepts::scalar<interval<float>>);
static_assert(ctnn::concepts::scalar<numbers>);
static_assert(sizeof(interval<float>) == 2 * sizeof(float));
static_assert(std::is_trivially_default_constructible_v<numbers>);
static_assert(!std::is_convertible_v<double, numbers>);
static_assert(!std::is_convertible_v<numbers, double>);
static_assert(static_cast<numbers>(0.5).lower == 0.5 && static_cast<numbers>(0.5).upper == 0.5);

constexpr bool is(numbers const& x, double lower, double upper) {
    return x.lower == lower && x.upper == upper;
}
constexpr bool is_everything(numbers const& x) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    return is(x, -infinity, infinity) && !is_finite(x);
}

static_assert(is(-numbers(1, 2), -2, -1));
static_assert(is(numbers(1, 2) + numbers(-3, 5), -2, 7));
static_assert(is(numbers(1, 2) - numbers(-3, 5), -4, 5));
static_assert(is(numbers(-1, 2) * numbers(-3, 5), -6, 10));
static_assert(is(numbers(-2, -1) * numbers(-3, -2), 2, 6));
static_assert(is(numbers(1, 2) / numbers(4, 8), 0.125, 0.5));
static_assert(is(numbers(1, 2) / numbers(-8, -4), -0.5, -0.125));
static_assert(is(abs(numbers(-3, 2)), 0, 3) && is(abs(numbers(-3, -2)), 2, 3));
static_assert(is(abs(numbers(2, 3)), 2, 3) && is(sqrt(numbers(4, 9)), 2, 3));
static_assert(is(fma(numbers(-1, 2), numbers(-3, 5), numbers(1, 1)), -5, 11));
static_assert(numbers(1, 2).contains(1) && numbers(1, 2).contains(2) &&
              !numbers(1, 2).contains(2.5) && !numbers(1, 2).contains(0.5));

// What is not known stays unknown.
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
static_assert(is_everything(numbers::of(1, 0)) && is_everything(numbers::of(nan, 1)) &&
              is_everything(numbers::of(1, nan)) &&
              is_everything(numbers::of(0, std::numeric_limits<double>::infinity())));
static_assert(!numbers(nan, nan).contains(0) && !numbers::everything().contains(nan));
static_assert(is_everything(numbers(1, 2) / numbers(0, 1)));
static_assert(is_everything(numbers(1, 2) / numbers(-1, 0)));
static_assert(is_everything(numbers(1, 2) / numbers(-1, 1)));
static_assert(is_everything(sqrt(numbers(-1, 1))) && is_everything(log(numbers(0, 1))));
static_assert(is_everything(log1p(numbers(-1, 1))) && is_everything(exp(numbers(0, 710))));
constexpr numbers all = numbers::everything();
static_assert(is_everything(all + numbers(1, 2)) && is_everything(numbers(1, 2) + all));
static_assert(is_everything(all - numbers(1, 2)) && is_everything(numbers(1, 2) - all));
static_assert(is_everything(all * numbers(0, 0)) && is_everything(numbers(0, 0) * all));
static_assert(is_everything(all / numbers(1, 2)) && is_everything(numbers(1, 2) / all));
static_assert(is_everything(fma(all, numbers(0, 0), numbers(0, 0))) && is_everything(-all) &&
              is_everything(abs(all)) && is_everything(sqrt(all)) && is_everything(exp(all)) &&
              is_everything(sin(all)) && is_everything(cos(all)) &&
              is_everything(pow(all, numbers(1, 1))) && is_everything(pow(numbers(1, 1), all)) &&
              is_everything(expm1(all)) && is_everything(tanh(all)) && is_everything(erf(all)));

// The functions do not leave what they never leave.
static_assert(tanh(numbers(-50, 50)).lower == -1 && tanh(numbers(-50, 50)).upper == 1);
static_assert(exp(numbers(-800, 0)).lower == 0 && expm1(numbers(-800, 0)).lower == -1);
static_assert(is(cos(numbers(-100, 100)), -1, 1) && is(sin(numbers(3, 7.9)), -1, 1));
static_assert(sin(numbers(1, 2)).upper == 1 && cos(numbers(-1, 2)).upper == 1);
static_assert(sin(numbers(4, 5)).lower == -1 && cos(numbers(3, 4)).lower == -1);
static_assert(pow(numbers(0, 2), numbers(0.5, 200)).lower == 0);
static_assert(is_everything(pow(numbers(0, 2), numbers(0, 1))));
static_assert(is_everything(pow(numbers(-1, 2), numbers(2, 2))));
static_assert(is_everything(pow(numbers(1, 2), numbers(0, 1100))));
// Where the sine neither tops nor bottoms out, its ends are those of the angles.
static_assert(sin(numbers(1.58, 4.7)).upper < 0.99996 && sin(numbers(1.58, 4.7)).lower > -0.99993);
static_assert(cos(numbers(0.01, 3.13)).upper < 0.99996 &&
              cos(numbers(0.01, 3.13)).lower > -0.99994);
static_assert(sin(numbers(-1.5, 1.5)).upper < 0.9975 && sin(numbers(-1.5, 1.5)).lower > -0.9975);
// Widened by no more than a few last places.
static_assert(exp(numbers(1, 1)).upper - exp(numbers(1, 1)).lower < 1e-14);

template <class T>
struct pair_of_numbers {
    interval<T> x;
    T inside;
};

template <class T>
pair_of_numbers<T> random_pair(seeded::random_numbers& random, double least, double most) {
    double const a = random(least, most), b = random(least, most);
    T const low = static_cast<T>(a < b ? a : b), high = static_cast<T>(a < b ? b : a);
    double const share = random(-0.5, 1.5);
    double const at =
        static_cast<double>(low) + share * (static_cast<double>(high) - static_cast<double>(low));
    T const inside = static_cast<T>(at);
    return {{low, high}, inside < low ? low : inside > high ? high : inside};
}

} // namespace

TEMPLATE_TEST_CASE("an interval holds what numbers in it give", "[number]", float, double) {
    seeded::random_numbers random(11);
    int outside = 0;
    for (int i = 0; i < 20'000; ++i) {
        auto const [x, a] = random_pair<TestType>(random, -3, 3);
        auto const [y, b] = random_pair<TestType>(random, -3, 3);
        auto const [z, c] = random_pair<TestType>(random, 0.01, 3);
        auto const [t, d] = random_pair<TestType>(random, -3, -0.01);
        outside += !(x + y).contains(a + b);
        outside += !(x - y).contains(a - b);
        outside += !(x * y).contains(a * b);
        outside += !(x / z).contains(a / c);
        outside += !(x / t).contains(a / d);
        outside += !fma(x, y, t).contains(math::fma(a, b, d));
        outside += !abs(x).contains(math::abs(a));
        outside += !sqrt(z).contains(math::sqrt(c));
        outside += !exp(x).contains(math::exp(a));
        outside += !expm1(x).contains(math::expm1(a));
        outside += !log(z).contains(math::log(c));
        outside += !log1p(z).contains(math::log1p(c));
        outside += !tanh(x).contains(math::tanh(a));
        outside += !erf(x).contains(math::erf(a));
        outside += !sin(x).contains(math::sin(a));
        outside += !cos(x).contains(math::cos(a));
        outside += !pow(z, x).contains(math::pow(c, a));
    }
    CHECK(outside == 0);
}

// Of angles of any size, and intervals of up to a turn and a half.
TEMPLATE_TEST_CASE("the sine of an interval holds the sines of its angles", "[number]", float,
                   double) {
    seeded::random_numbers random(13);
    int outside = 0, narrow = 0;
    for (int i = 0; i < 20'000; ++i) {
        double const middle = random(-1, 1) * (i % 2 == 0 ? 12 : 1e6);
        auto const [x, a] = random_pair<TestType>(random, middle - 5, middle + 5);
        outside += !sin(x).contains(math::sin(a));
        outside += !cos(x).contains(math::cos(a));
        TestType const low = sin(x).lower, high = sin(x).upper;
        narrow += low > -1 || high < 1;
    }
    CHECK(outside == 0);
    CHECK(narrow > 10'000);
}

// The ends themselves are results: a bound that is one last place too narrow is found.
TEMPLATE_TEST_CASE("the operations of intervals are as narrow as can be", "[number]", float,
                   double) {
    seeded::random_numbers random(12);
    for (int i = 0; i < 2'000; ++i) {
        auto const x = random_pair<TestType>(random, -3, 3).x;
        auto const y = random_pair<TestType>(random, -3, 3).x;
        auto const sum = x + y, difference = x - y, product = x * y;
        CHECK(sum.lower == x.lower + y.lower);
        CHECK(sum.upper == x.upper + y.upper);
        CHECK(difference.lower == x.lower - y.upper);
        CHECK(difference.upper == x.upper - y.lower);
        std::array const corners{x.lower * y.lower, x.lower * y.upper, x.upper * y.lower,
                                 x.upper * y.upper};
        CHECK(product.lower == std::min({corners[0], corners[1], corners[2], corners[3]}));
        CHECK(product.upper == std::max({corners[0], corners[1], corners[2], corners[3]}));
    }
}
