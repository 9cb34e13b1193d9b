// Products and sums of intervals, of which derivatives are made, beside exact ones: to the last bit.

#include <ctnn/verify/detail/gradient/gradient_chain.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <ctnn/number/interval.hpp>
#include <ctnn/verify/detail/product_sum.hpp>
#include <limits>

#include "../../catch.hpp"
#include "../../soundness/nets.hpp"

namespace {

using ctnn::interval;
using real = long double;

// Numbers of many sizes and both signs, some of them 0.
double drawn(soundness::draw& random) {
    std::size_t const kind = random.below(8);
    double const size = std::ldexp(random.between(1, 2), static_cast<int>(random.below(40)) - 20);
    return kind == 0 ? 0 : random.below(2) == 0 ? size : -size;
}
interval<double> drawn_interval(soundness::draw& random) {
    double const a = drawn(random), b = random.below(4) == 0 ? a : drawn(random);
    return {std::min(a, b), std::max(a, b)};
}

// Whether low <= a b, exactly: what the product was rounded by is a double.
bool is_at_most_product(double low, double a, double b) {
    double const p = a * b;
    return low <= p && (low < p || std::fma(a, b, -p) >= 0);
}
bool is_at_least_product(double high, double a, double b) {
    return is_at_most_product(-high, -a, b);
}

} // namespace

TEST_CASE("the product of two intervals holds all products, and is off by a last place",
          "[verify]") {
    soundness::draw random(81);
    bool holds = true, is_tight = true, keeps_signs = true;
    for (int k = 0; k < 200'000; ++k) {
        auto const x = drawn_interval(random), y = drawn_interval(random);
        auto const z = ctnn::verify::detail::product(x, y);
        double least = 1e300, most = -1e300;
        for (double const a : {x.lower, x.upper})
            for (double const b : {y.lower, y.upper}) {
                holds = holds && is_at_most_product(z.lower, a, b) &&
                        is_at_least_product(z.upper, a, b);
                least = std::min(least, a * b), most = std::max(most, a * b);
            }
        double const infinity = std::numeric_limits<double>::infinity();
        is_tight = is_tight && z.lower >= std::nextafter(least, -infinity) &&
                   z.upper <= std::nextafter(most, infinity);
        keeps_signs = keeps_signs && (least < 0 || z.lower >= 0) && (most > 0 || z.upper <= 0);
    }
    CHECK(holds);
    CHECK(is_tight);
    CHECK(keeps_signs);
    auto const by_one = ctnn::verify::detail::product({0.3, 0.7}, {1, 1});
    CHECK((by_one.lower == 0.3 && by_one.upper == 0.7));
}

TEST_CASE("the derivatives of softmax hold p (1 - p) and -p q of all probabilities", "[verify]") {
    soundness::draw random(82);
    int beyond = 0, loose = 0;
    for (int k = 0; k < 50'000; ++k) {
        std::array<interval<double>, 2> p{};
        for (auto& one : p) {
            double const a = k == 0 ? 0.36287192500792215 : random.unit();
            double const b = k % 3 == 0 ? a : random.unit();
            one = {std::min(a, b), std::max(a, b)};
        }
        ctnn::verify::detail::derivatives<2, 2> of;
        ctnn::verify::detail::softmax_derivatives(p, of);
        for (std::size_t i = 0; i < 2; ++i) {
            auto const slope = [](double at) {
                return static_cast<real>(at) * (1 - static_cast<real>(at));
            };
            real const a = slope(p[i].lower), b = slope(p[i].upper);
            bool const has_half = p[i].lower <= 0.5 && p[i].upper >= 0.5;
            real const least = std::min(a, b), most = has_half ? 0.25l : std::max(a, b);
            auto const low = static_cast<real>(of.low[i][i]);
            auto const high = static_cast<real>(of.high[i][i]);
            beyond += !(low <= least) || !(most <= high);
            loose += low < least * (1 - 1e-15l) - 1e-300l || high > most * (1 + 1e-15l);
            std::size_t const j = 1 - i;
            beyond += !is_at_least_product(of.high[i][j], -p[i].lower, p[j].lower) ||
                      !is_at_most_product(of.low[i][j], -p[i].upper, p[j].upper);
        }
    }
    CHECK(beyond == 0);
    CHECK(loose == 0);
}

// (Whose sign is exact: product_sum.cpp holds that.)
template <std::size_t Size>
void check_sums(std::uint32_t seed) {
    soundness::draw random(seed);
    int beyond = 0, loose = 0, wrong_sign = 0;
    for (int k = 0; k < 3000; ++k) {
        double w[Size]{}, low[Size]{}, high[Size]{};
        bool const is_positive = k % 4 == 0;
        ctnn::verify::detail::product_sum above_low, above_high;
        real of_low = 0, of_high = 0, magnitude = 0;
        for (std::size_t i = 0; i < Size; ++i) {
            w[i] = drawn(random);
            auto const x = drawn_interval(random);
            low[i] = x.lower, high[i] = x.upper;
            if (is_positive) {
                w[i] = std::abs(w[i]);
                low[i] = i % 2 == 0 ? 0 : std::abs(x.lower), high[i] = low[i] + std::abs(x.upper);
            }
            double const a = w[i] < 0 ? high[i] : low[i], b = w[i] < 0 ? low[i] : high[i];
            above_low.add(w[i], a), above_high.add(w[i], b);
            of_low += static_cast<real>(w[i]) * static_cast<real>(a);
            of_high += static_cast<real>(w[i]) * static_cast<real>(b);
            magnitude += std::abs(static_cast<real>(w[i])) *
                         static_cast<real>(std::max(std::abs(low[i]), std::abs(high[i])));
        }
        ctnn::verify::detail::sums_of_ends sums;
        ctnn::verify::detail::add_dot_of_ends<Size>(w, low, high, sums);
        auto const y = sums.template rounded_outwards<Size>();
        above_low.add(-y.lower), above_high.add(-y.upper);
        beyond += above_low.sign() < 0 || above_high.sign() > 0;
        real const room = magnitude * (2 * Size + 6) * 0x1p-52l + 1e-280l;
        loose += static_cast<real>(y.lower) < of_low - room ||
                 static_cast<real>(y.upper) > of_high + room;
        wrong_sign += is_positive && !(y.lower >= 0);
    }
    CHECK(beyond == 0);
    CHECK(loose == 0);
    CHECK(wrong_sign == 0);
}

TEST_CASE("a sum of products with intervals holds all sums, and keeps a sign", "[verify]") {
    check_sums<1>(83);
    check_sums<2>(84);
    check_sums<7>(85);
    check_sums<64>(86);
    check_sums<131>(87);
}
