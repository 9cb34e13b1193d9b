// The elementary functions of fixed_point beside those of the standard library in long double: of all
// numbers of 8 and 16 bits, of every 65,537th of 32 bits.

#include <ctnn/number/fixed_point.hpp>

#include <cmath>
#include <cstdint>
#include <limits>

#include "../catch.hpp"

namespace {

using ctnn::fixed_point;

// The largest error, in steps, of a result that is not beyond the format's ends.
template <class Fixed, class Function, class Exact>
double largest_error(Function const& function, Exact const& exact) {
    using limits = std::numeric_limits<typename Fixed::storage>;
    constexpr std::int64_t step = Fixed::bits == 32 ? 65'537 : 1;
    long double worst = 0;
    for (std::int64_t raw = limits::min(); raw <= limits::max(); raw += step) {
        auto const x = Fixed::from_raw(static_cast<typename Fixed::storage>(raw));
        long double const y = std::ldexp(exact(static_cast<long double>(x)), Fixed::fraction_bits);
        if (std::isnan(y))
            continue;
        long double const most = limits::max(), least = limits::min();
        long double const wanted = y > most ? most : y < least ? least : y;
        long double const error = std::fabs(wanted - function(x).raw);
        worst = error > worst ? error : worst;
    }
    return static_cast<double>(worst);
}

static_assert(sizeof(ctnn::number::detail::erf_table<16>) == 288);
static_assert(sizeof(ctnn::number::detail::erf_table<32>) == 720);

struct bounds {
    double exp, expm1, log, log1p, tanh, erf, logistic;
};

#define CTNN_CHECK(name, bound)                                                                    \
    CHECK(largest_error<Fixed>([](Fixed x) { return name(x); },                                    \
                               [](long double x) { return std::name(x); }) < (bound))

template <class Fixed>
void check(bounds const& at_most) {
    INFO(Fixed::integer_bits << " and " << Fixed::fraction_bits << " bits");
    CTNN_CHECK(exp, at_most.exp);
    CTNN_CHECK(expm1, at_most.expm1);
    CTNN_CHECK(log, at_most.log);
    CTNN_CHECK(log1p, at_most.log1p);
    CTNN_CHECK(tanh, at_most.tanh);
    CTNN_CHECK(erf, at_most.erf);
    CTNN_CHECK(sqrt, 0.5);
    CHECK(largest_error<Fixed>([](Fixed x) { return logistic(x); },
                               [](long double x) { return 1 / (1 + std::exp(-x)); }) <
          at_most.logistic);
}

// docs/fixed_point.md has these figures.
constexpr bounds of_8_bits{0.501, 0.501, 0.501, 0.501, 0.501, 0.501, 0.501};
constexpr bounds of_more{0.78, 0.78, 0.63, 0.75, 0.63, 0.66, 0.68};
constexpr bounds of_one_integer_bit{0.75, 1.05, 0.78, 1.0, 0.79, 1.18, 0.78};

} // namespace

TEST_CASE("functions of 8 bits", "[fixed_point]") {
    check<fixed_point<1, 6>>(of_8_bits);
    check<fixed_point<2, 5>>(of_8_bits);
    check<fixed_point<3, 4>>(of_8_bits);
    check<fixed_point<4, 3>>(of_8_bits);
    check<fixed_point<5, 2>>(of_8_bits);
    check<fixed_point<6, 1>>(of_8_bits);
}

TEST_CASE("functions of 16 bits", "[fixed_point]") {
    check<fixed_point<1, 14>>(of_one_integer_bit);
    check<fixed_point<2, 13>>(of_more);
    check<fixed_point<3, 12>>(of_more);
    check<fixed_point<4, 11>>(of_more);
    check<fixed_point<5, 10>>(of_more);
    check<fixed_point<7, 8>>(of_more);
    check<fixed_point<10, 5>>(of_more);
    check<fixed_point<14, 1>>(of_more);
}

TEST_CASE("functions of 32 bits", "[fixed_point]") {
    check<fixed_point<1, 30>>(of_one_integer_bit);
    check<fixed_point<3, 28>>(of_more);
    check<fixed_point<7, 24>>(of_more);
    check<fixed_point<15, 16>>(of_more);
    check<fixed_point<30, 1>>(of_more);
}

TEST_CASE("functions at the places that everybody knows", "[fixed_point]") {
    using q = fixed_point<3, 12>;
    CHECK(exp(q(0)) == q(1));
    CHECK(exp(q(-8)).raw == 1); // 1.37 steps
    CHECK(exp(q(3)) == q::largest());
    CHECK(log(q(1)) == q(0));
    CHECK(tanh(q(0)) == q(0));
    CHECK(erf(q(0)) == q(0));
    CHECK(tanh(q(-7)) == q(-1));
    CHECK(erf(q(7)) == q(1));
    CHECK(sqrt(q(4)) == q(2));
    CHECK(logistic(q(0)) == q(0.5));
}
