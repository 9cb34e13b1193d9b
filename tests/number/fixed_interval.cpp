// Intervals of fixed-point numbers beside all numbers in them.

#include <ctnn/number/detail/fixed_interval.hpp>

#include <array>
#include <cstdint>
#include <ctnn/activation/softplus.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/number/interval.hpp>

#include "../catch.hpp"

namespace {

using ctnn::fixed_point;
using ctnn::interval;

using q = fixed_point<3, 4>;
constexpr q raw(int steps) {
    return q::from_raw(static_cast<std::int8_t>(steps));
}

constexpr bool are(interval<q> const& x, q lower, q upper) {
    return x.lower == lower && x.upper == upper;
}
static_assert(are(interval<q>{q(-1), q(2)} + interval<q>{q(-3), q(7)}, q(-4), q::largest()));
static_assert(are(interval<q>{q(-1), q(2)} - interval<q>{q(-3), q(7)}, q(-8), q(5)));
static_assert(are(interval<q>{q(-1), q(2)} * interval<q>{q(-3), q(3.5)}, q(-6), q(7)));
static_assert(are(interval<q>{q(-1), q(2)} / interval<q>{q(0.5), q(1)}, q(-2), q(4)));
static_assert(are(interval<q>{q(1), q(2)} / interval<q>{q(-1), q(0)}, q::lowest(), q::largest()));
static_assert(are(-interval<q>{q(-8), q(2)}, q(-2), q::largest()));
static_assert(are(interval<q>::of(q(2), q(1)), q::lowest(), q::largest()));
static_assert(are(interval<q>{q(7), q(7.5)}.widened(9), raw(7 * 16 - 9), q::largest()));

// Every number in an interval gives one in the interval's result, and the ends are reached but for
// `loose` steps.
template <class Of>
void check_all(Of const& of, int loose) {
    for (int a = -128; a < 128; a += 3)
        for (int b = a; b < 128; b += 5) {
            auto const y = of(interval<q>{raw(a), raw(b)});
            int least = 127, most = -128;
            for (int x = a; x <= b; ++x) {
                int const found = of(raw(x)).raw;
                least = found < least ? found : least;
                most = found > most ? found : most;
            }
            bool const holds = y.lower.raw <= least && most <= y.upper.raw;
            bool const is_tight = least - y.lower.raw <= loose && y.upper.raw - most <= loose;
            if (!holds || !is_tight) {
                INFO(a << " to " << b << ": " << least << " to " << most << " in "
                       << int{y.lower.raw} << " to " << int{y.upper.raw});
                CHECK(holds);
                CHECK(is_tight);
            }
        }
}

template <class Operation>
void check_pairs(Operation const& of) {
    for (int a = -128; a < 120; a += 37)
        for (int b : {a, a + 1, a + 7})
            for (int c = -125; c < 120; c += 31)
                for (int d : {c, c + 2, c + 6}) {
                    auto const z = of(interval<q>{raw(a), raw(b)}, interval<q>{raw(c), raw(d)});
                    bool holds = true;
                    for (int x = a; x <= b; ++x)
                        for (int y = c; y <= d; ++y)
                            holds = holds && z.contains(of(raw(x), raw(y)));
                    CHECK(holds);
                }
}

TEST_CASE("intervals of 8 bits hold what every number in them gives") {
    check_all([](auto x) { return -x; }, 0);
    check_all([](auto x) { return abs(x); }, 0);
    check_all([](auto x) { return sqrt(x); }, 0);
    check_all([](auto x) { return exp(x); }, 0);
    check_all([](auto x) { return expm1(x); }, 0);
    check_all([](auto x) { return log(x); }, 0);
    check_all([](auto x) { return log1p(x); }, 0);
    check_all([](auto x) { return tanh(x); }, 0);
    check_all([](auto x) { return logistic(x); }, 0);
    check_all([](auto x) { return erf(x); }, 1);
    check_pairs([](auto x, auto y) { return x + y; });
    check_pairs([](auto x, auto y) { return x - y; });
    check_pairs([](auto x, auto y) { return x * y; });
    check_pairs([](auto x, auto y) { return x / y; });
}

// By how many steps the function falls anywhere.
template <class Fixed, class Function>
int falls(Function const& function) {
    using storage = typename Fixed::storage;
    int highest = Fixed::lowest().raw, most = 0;
    for (int steps = Fixed::lowest().raw; steps <= Fixed::largest().raw; ++steps) {
        int const y = function(Fixed::from_raw(static_cast<storage>(steps))).raw;
        most = highest - y > most ? highest - y : most;
        highest = y > highest ? y : highest;
    }
    return most;
}

template <class Fixed>
void check_growth() {
    INFO(Fixed::integer_bits << " and " << Fixed::fraction_bits << " bits");
    using ctnn::number::detail::steps_that_a_function_falls;
    constexpr int most = steps_that_a_function_falls<Fixed>;
    CHECK(falls<Fixed>([](Fixed x) { return exp(x); }) <= most);
    CHECK(falls<Fixed>([](Fixed x) { return expm1(x); }) <= most);
    CHECK(falls<Fixed>([](Fixed x) { return log(x); }) <= most);
    CHECK(falls<Fixed>([](Fixed x) { return log1p(x); }) <= most);
    CHECK(falls<Fixed>([](Fixed x) { return tanh(x); }) <= most);
    CHECK(falls<Fixed>([](Fixed x) { return logistic(x); }) <= most);
    CHECK(falls<Fixed>([](Fixed x) { return sqrt(x); }) <= 0);
    CHECK(falls<Fixed>([](Fixed x) { return ctnn::softplus::value(x); }) <= most);
    CHECK(falls<Fixed>([](Fixed x) { return erf(x); }) <=
          ctnn::number::detail::steps_that_erf_falls<Fixed>);
}

template <int Bits, int... Fraction>
void check_formats(std::integer_sequence<int, Fraction...>) {
    (check_growth<fixed_point<Bits - 2 - Fraction, Fraction + 1>>(), ...);
}

TEST_CASE("functions of 8 and 16 bits grow with every number") {
    check_formats<8>(std::make_integer_sequence<int, 6>{});
    check_formats<16>(std::make_integer_sequence<int, 14>{});
}

} // namespace
