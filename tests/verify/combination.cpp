// Combinations of a row's constraints: by hand, and against sums in 64 bits.

#include <ctnn/verify/detail/search/combination.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <ctnn/ctnn.hpp>

#include "../catch.hpp"
#include "../soundness/nets.hpp"

namespace {

using real = long double; // 64 bits, where it matters
namespace verify = ctnn::verify;
using ctnn::dense, ctnn::input;
using verify::detail::combined, verify::detail::whole_share;
constexpr double sizes[]{1000, 1000};
constexpr verify::linear_constraint<2> pair[]{{{1, 0.5}, -0.25}, {{-1, 0.25}, 0.75}};
constexpr unsigned halves[]{512, 512};
constexpr auto half_of_both = combined(pair, halves, 2, sizes);
static_assert(half_of_both.coefficients == std::array{0.0, 0.375});
static_assert(half_of_both.constant < 0.25 && half_of_both.constant > 0.25 - 1e-11);

} // namespace

TEST_CASE("a combination is not above what it is made of", "[verify]") {
    soundness::draw random(64);
    std::size_t wrong = 0, above_without_charge = 0;
    for (int k = 0; k < 100'000; ++k) {
        verify::linear_constraint<2> of[4]{};
        unsigned shares[4]{}, rest = whole_share;
        std::size_t const count = 2 + random.below(3);
        for (std::size_t c = 0; c < count; ++c) {
            of[c] = {{random.between(-1, 1), random.between(-1, 1)}, random.between(-1, 1)};
            shares[c] = c + 1 == count ? rest : static_cast<unsigned>(random.below(rest + 1));
            rest -= shares[c];
        }
        double const size = std::ldexp(1.0, static_cast<int>(random.below(20)));
        double const most[]{size, size};
        auto const sum = combined(of, shares, count, most);
        // At a corner of the outputs, in 64 bits.
        real const y[]{static_cast<real>(random.below(2) == 0 ? size : -size),
                       static_cast<real>(random.below(2) == 0 ? size : -size)};
        real exact = 0, uncharged = 0;
        for (std::size_t c = 0; c < count; ++c) {
            auto f = static_cast<real>(of[c].constant);
            for (std::size_t j = 0; j < 2; ++j)
                f += static_cast<real>(of[c].coefficients[j]) * y[j];
            exact += static_cast<real>(shares[c]) / whole_share * f;
        }
        auto computed = static_cast<real>(sum.constant);
        for (std::size_t j = 0; j < 2; ++j)
            computed += static_cast<real>(sum.coefficients[j]) * y[j];
        double constant = 0;
        for (std::size_t c = 0; c < count; ++c)
            constant += static_cast<double>(shares[c]) / whole_share * of[c].constant;
        uncharged = computed - static_cast<real>(sum.constant) + static_cast<real>(constant);
        wrong += computed > exact;
        above_without_charge += uncharged > exact;
        CHECK(static_cast<double>(exact - computed) < 1e-13 * size * static_cast<double>(count));
    }
    CHECK(wrong == 0);
    CHECK(above_without_charge > 10'000);
}

TEST_CASE("shares are whole, add up and are those of the better sum", "[verify]") {
    soundness::draw random(65);
    std::size_t found = 0;
    for (int k = 0; k < 2000; ++k) {
        std::size_t const count = 2 + random.below(5);
        double bounds[8]{}, slopes[3 * 8]{}, radii[3]{};
        for (double& r : radii)
            r = random.unit();
        double middle[8]{};
        for (std::size_t c = 0; c < count; ++c) {
            middle[c] = random.between(-0.5, 1);
            bounds[c] = middle[c];
            for (std::size_t i = 0; i < 3; ++i) {
                slopes[i * 8 + c] = random.between(-2, 2);
                bounds[c] -= std::fabs(slopes[i * 8 + c]) * radii[i];
            }
        }
        unsigned shares[verify::detail::most_in_a_combination]{};
        verify::detail::search_of_shares<3> search({bounds, slopes, 8, count}, radii);
        if (!search.find(shares))
            continue;
        ++found;
        unsigned all = 0;
        double value = 0;
        for (std::size_t c = 0; c < count; ++c) {
            CHECK(shares[c] <= whole_share);
            all += shares[c];
            value += shares[c] * middle[c] / whole_share;
        }
        CHECK(all == whole_share);
        for (std::size_t i = 0; i < 3; ++i) {
            double sum = 0;
            for (std::size_t c = 0; c < count; ++c)
                sum += shares[c] * slopes[i * 8 + c] / whole_share;
            value -= std::fabs(sum) * radii[i];
        }
        CHECK(value > *std::max_element(bounds, bounds + count));
    }
    CHECK(found > 1000);
}

// Outside of a tent's top one or the other of two constraints holds, and each alone on half of the box only: a
// combination shows it of the whole box at once.
namespace {

using two = ctnn::network<float, input<2>, dense<2>>;
constexpr two identity{{{{1, 0}, {0, 1}}, {0, 0}}};
// y0 > -0.5 + 2 y1 or y0 < 1 - y1 ... : f = y0 - 2 y1 + 0.5, g = 2 y1 - y0 + 0.5; their sum is 1.
constexpr verify::condition<2, 1, 2> one_of_both{{{{{{{{1, -2}}, 0.5}, {{{-1, 2}}, 0.5}}}}}};
constexpr auto at_once = verify::prove(identity, {{-1, -1}, {1, 1}}, one_of_both, 1);
static_assert(at_once.proven() && at_once.margin > 0.49 && at_once.margin <= 0.5);

} // namespace
