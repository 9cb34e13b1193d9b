// Networks in float beside the same in fixed point: what is proven of their differences is not
// contradicted by any input that is tried, at random and where fixed point rounds from one number to the
// next.

#include <ctnn/network/network.hpp>
#include <ctnn/verify/equivalent.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/elu.hpp>
#include <ctnn/activation/gelu.hpp>
#include <ctnn/activation/hard_sigmoid.hpp>
#include <ctnn/activation/hard_tanh.hpp>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/softplus.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/convert.hpp>
#include <ctnn/network/initialize.hpp>

#include "../catch.hpp"
#include "fixed_point_oracle.hpp"

namespace {

namespace verify = ctnn::verify;
using fine = ctnn::fixed_point<3, 12>;

// By hand: 0.3 and 1/3 are off by less than a step, x by half of one, the sum is rounded.
using one = ctnn::network<double, ctnn::input<2>, ctnn::dense<1>>;
constexpr one weights{{{{0.3}, {1.0 / 3}}, {0.2}}};
constexpr auto rounded = ctnn::convert<fine>(weights);
constexpr ctnn::box<double, 2> square{{-1, -1}, {1, 1}};
constexpr double step = 1.0 / 4096;
constexpr double off(double x) {
    return static_cast<double>(fine(x)) - x;
}
constexpr double size(double x) {
    return x < 0 ? -x : x;
}
constexpr double expected =
    (0.3 + 1.0 / 3) * step / 2 + size(off(0.3)) + size(off(1.0 / 3)) + step / 2 + size(off(0.2));
constexpr auto d = ctnn::verify::difference_bounds(weights, rounded, square)[0];
constexpr double most = d.upper > -d.lower ? d.upper : -d.lower;
static_assert(most >= expected * (1 - 1e-9) && most <= expected * 1.0001);
constexpr double least = d.upper > -d.lower ? -d.lower : d.upper;
static_assert(least >= (expected - 2 * size(off(0.2))) * (1 - 1e-9) && least <= expected);
static_assert(verify::equivalent(weights, rounded, square, 1.001 * expected).proven());
static_assert(verify::equivalent(weights, rounded, square, 0.99 * expected).unknown());
static_assert(!verify::equivalent(weights, rounded, square, -1).proven());
// Where fixed point is cut off at 8 it is far away.
constexpr ctnn::box<double, 2> large{{-1, -1}, {90, 1}};
constexpr auto cut = verify::equivalent(weights, rounded, large, 0.1, 9);
static_assert(cut.violated() && cut.counterexample[0] > 8);
// What is unknown of one box may be proven of its parts: the sigmoid is level where sums are furthest apart.
using bent = ctnn::network<double, ctnn::input<1>, ctnn::dense<1, ctnn::sigmoid>>;
constexpr bent nearly_1{{{{1 + 0.49 * step}}, {0}}};
constexpr auto as_1 = ctnn::convert<fine>(nearly_1);
constexpr ctnn::box<double, 1> far{{-7}, {7}};
constexpr auto of_far = ctnn::verify::difference_bounds(nearly_1, as_1, far)[0];
constexpr double of_parts = 0.9 * (of_far.upper > -of_far.lower ? of_far.upper : -of_far.lower);
static_assert(verify::equivalent(nearly_1, as_1, far, of_parts).unknown());
static_assert(verify::equivalent(nearly_1, as_1, far, of_parts, 50).proven());
// A sum of 10 is cut off at 8 and so is 2 off.
constexpr one steep{{{{5.0}, {0.0}}, {0.0}}};
constexpr ctnn::box<double, 2> wide{{-2, -1}, {2, 1}};
constexpr auto of_steep =
    ctnn::verify::difference_bounds(steep, ctnn::convert<fine>(steep), wide)[0];
static_assert(of_steep.lower < -2 && of_steep.lower > -2.01 && of_steep.upper > 2);
static_assert(verify::equivalent(steep, ctnn::convert<fine>(steep), wide, 1).violated());
// In float 64 + 2^-20 is 64; in fixed point it is not.
using three = ctnn::network<float, ctnn::input<3>, ctnn::dense<1>>;
constexpr three plain{{{{1}, {1}, {1}}, {0}}};
constexpr std::array<float, 3> unequal{64, 0x1p-20f, 0x1p-20f};
using finest = ctnn::fixed_point<7, 24>;
constexpr auto exact = ctnn::convert<finest>(plain);
static_assert(plain(unequal)[0] == 64 && exact(ctnn::convert<finest>(unequal))[0] > finest(64));
static_assert(
    ctnn::verify::difference_bounds(plain, exact, ctnn::box<float, 3>{unequal, unequal})[0].lower <=
    -0x1p-19);
// Another network is no approximation within 0.1, and a counterexample is found.
constexpr auto other = ctnn::convert<fine>(one{{{{0.3}, {0.9}}, {0.25}}});
constexpr auto found = verify::equivalent(weights, other, square, 0.1, 9);
static_assert(found.violated());
static_assert(size(weights(found.counterexample)[0] -
                   static_cast<double>(other(ctnn::convert<fine>(found.counterexample))[0])) > 0.1);

template <class T, class Hidden, class Last>
using net = ctnn::network<T, ctnn::input<3>, ctnn::dense<6, Hidden>, ctnn::dense<5, Hidden>,
                          ctnn::dense<2, Last>>;

struct widths {
    double proven = 0, seen = 0;
};

// The largest difference that is proven, and the largest that is seen.
template <class Fixed, class T, class Hidden, class Last>
void check(std::uint32_t seed, double radius, double most_times) {
    every_input::draws from{seed};
    auto const n = ctnn::initialize<net<T, Hidden, Last>>(ctnn::glorot_uniform{}, seed);
    auto const z = ctnn::convert<Fixed>(n);
    double largest = 0;
    bool holds = true;
    ctnn::box<T, 3> in{};
    for (std::size_t i = 0; i < 3; ++i) {
        double const center = from.from(-1000, 1000) / 1000.0;
        in.lower[i] = static_cast<T>(center - radius);
        in.upper[i] = static_cast<T>(center + radius);
    }
    auto const apart = verify::difference_bounds(n, z, in);
    for (int trial = 0; trial < 3000; ++trial) {
        std::array<T, 3> x{};
        for (std::size_t i = 0; i < 3; ++i) {
            double const part = from.from(0, 1 << 30) / static_cast<double>(1 << 30);
            double const width =
                static_cast<double>(in.upper[i]) - static_cast<double>(in.lower[i]);
            double at = static_cast<double>(in.lower[i]) + part * width;
            if (trial % 3 == 1) // next to where x is rounded to another number
                at = (static_cast<double>(Fixed(at).raw) + 0.499999 - (trial % 2)) /
                     static_cast<double>(std::int64_t{1} << Fixed::fraction_bits);
            T const to = static_cast<T>(at);
            x[i] = to < in.lower[i] ? in.lower[i] : to > in.upper[i] ? in.upper[i] : to;
        }
        auto const y = n(x);
        auto const w = z(ctnn::convert<Fixed>(x));
        for (std::size_t j = 0; j < 2; ++j) {
            double const by = static_cast<double>(y[j]) - static_cast<double>(w[j]);
            holds = holds && apart[j].lower <= by && by <= apart[j].upper;
            largest = size(by) > largest ? size(by) : largest;
        }
    }
    double proven = 0;
    for (auto const& of : apart)
        proven = -of.lower > proven ? -of.lower : of.upper > proven ? of.upper : proven;
    INFO(__PRETTY_FUNCTION__ << " " << proven << " against " << largest);
    CHECK(holds);
    CHECK(proven <= most_times * largest);
}

// In a small box, in a large one, and where numbers saturate.
template <class Fixed, class T, class Hidden, class Last = ctnn::identity>
void check_both(std::uint32_t seed, double most_times = 25) {
    check<Fixed, T, Hidden, Last>(seed, 10 / static_cast<double>(Fixed(1).raw), most_times);
    check<Fixed, T, Hidden, Last>(seed + 1, 0.5, most_times);
    check<Fixed, T, Hidden, Last>(seed + 2, 200.0, 1e6);
}

TEST_CASE("differences to fixed point stay within their bounds, which are not much wider") {
    using coarse = ctnn::fixed_point<3, 4>;
    // (next to `finest` the roundings of float count)
    check_both<fine, float, ctnn::relu>(10);
    check_both<finest, double, ctnn::relu>(20);
    check_both<finest, float, ctnn::relu>(30, 100);
    check_both<coarse, float, ctnn::relu, ctnn::softmax>(40, 40);
    check_both<coarse, double, ctnn::leaky_relu>(50);
    check_both<fine, float, ctnn::hard_tanh, ctnn::hard_sigmoid>(60);
    check_both<fine, float, ctnn::hard_sigmoid>(70);
    check_both<fine, float, ctnn::tanh>(80);
    check_both<fine, double, ctnn::sigmoid, ctnn::softmax>(90, 100);
    check_both<coarse, float, ctnn::elu>(100);
    check_both<fine, float, ctnn::softplus>(110);
    check_both<fine, float, ctnn::silu>(120);
    check_both<fine, float, ctnn::gelu>(130);
}

} // namespace
