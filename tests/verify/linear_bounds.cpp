#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/linear_bounds.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/initializer/uniform.hpp>
#include <ctnn/network/initialize.hpp>
#include <limits>

#include "../catch.hpp"
#include "../soundness/nets.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"
#include "crown_oracle.hpp"
#include "oracle_bounds.hpp"

namespace {

using ctnn::box;
using ctnn::relu;

template <class T, class... Layers>
using net = ctnn::network<T, Layers...>;

// By hand: y = relu(x) - relu(x + 5) for |x| <= 1. By lines, relu(x) <= (x + 1) / 2 and y <= -4, as
// it is; intervals only know relu(x) <= 1 and x + 5 >= 4.
using by_hand = net<double, ctnn::input<1>, ctnn::dense<2, relu>, ctnn::dense<1>>;
constexpr by_hand difference{{{{1, 1}}, {0, 5}}, {{{1}, {-1}}, {0}}};
constexpr box<double, 1> unit{{-1}, {1}};
constexpr auto hand = ctnn::linear_bounds(difference, unit);
static_assert(hand[0].lower >= -6.00000001 && hand[0].lower <= -5);
static_assert(hand[0].upper <= -3.99999999 && hand[0].upper >= -4);
static_assert(ctnn::bounds(difference, unit)[0].upper == -3);

// Nothing is known of a box that is none, nor where numbers are out of all proportion.
static_assert(!is_finite(ctnn::linear_bounds(difference, box<double, 1>{{1}, {0}})[0]));
static_assert(!is_finite(ctnn::linear_bounds(
    difference, box<double, 1>{{0}, {std::numeric_limits<double>::quiet_NaN()}})[0]));
static_assert(!is_finite(ctnn::linear_bounds(difference, box<double, 1>{{0}, {1e200}})[0]));
constexpr bool is_known(double weight, double other) {
    by_hand const of{{{{weight, other}}, {0, 0}}, {{{1}, {1}}, {0}}};
    return is_finite(ctnn::linear_bounds(of, unit)[0]);
}
static_assert(is_known(1, 1) && !is_known(1e101, 1) && !is_known(1, 1e101));

// A softmax in the middle is no identity: the difference of its two numbers is from -0.762 to 0.762.
constexpr net<double, ctnn::input<1>, ctnn::dense<2, ctnn::softmax>, ctnn::dense<1>> probabilities{
    {{{1, -1}}, {0, 0}}, {{{1}, {-1}}, {0}}};
constexpr auto of_probabilities = ctnn::linear_bounds(probabilities, unit);
static_assert(of_probabilities[0].lower < -0.76 && of_probabilities[0].lower > -0.77 &&
              of_probabilities[0].upper > 0.76 && of_probabilities[0].upper < 0.77);

using several = net<float, ctnn::input<5>, ctnn::dense<7, ctnn::tanh>, ctnn::dense<40>, relu,
                    ctnn::dense<9, ctnn::sigmoid>, ctnn::dense<3, ctnn::softmax>>;
constexpr several some = ctnn::initialize<several>(ctnn::uniform{-0.5, 0.5}, 3);
constexpr auto some_box = box<float, 5>::around({0.1f, -0.2f, 0.3f, 0.7f, -0.9f}, 0.05f);
constexpr auto in_a_constant = ctnn::linear_bounds(some, some_box);

} // namespace

TEST_CASE("linear bounds are those of CROWN in numpy", "[verify]") {
    oracle_nets::check_bounds<oracle_nets::net_0<relu>>(crown_oracle::net_0, 100);
}

TEST_CASE("linear bounds have the same bits in a constant and on the machine", "[verify]") {
    auto const y = ctnn::linear_bounds(compare::opaque(some), compare::opaque(some_box));
    CHECK(compare::same_bits(y, in_a_constant));
    CHECK(y[0].lower > 0);
    CHECK(y[0].upper < 1);
}

TEST_CASE("an activation is the same as a layer of its own and within one", "[verify]") {
    using inside = net<double, ctnn::input<3>, ctnn::dense<5, relu>, ctnn::dense<2>>;
    using apart = net<double, ctnn::input<3>, ctnn::dense<5>, relu, ctnn::dense<2>>;
    seeded::random_numbers random(8);
    auto const numbers = random.array<double, inside::parameter_count>();
    box<double, 3> const in{{-1, 0, -0.5}, {0.5, 1, 0.25}};
    auto const y = ctnn::linear_bounds(compare::network_of<inside>(numbers), in);
    auto const z = ctnn::linear_bounds(compare::network_of<apart>(numbers), in);
    for (std::size_t j = 0; j < 2; ++j) {
        CHECK(std::abs(y[j].lower - z[j].lower) < 1e-12);
        CHECK(std::abs(y[j].upper - z[j].upper) < 1e-12);
    }
}

TEST_CASE("more neurons than are bounded at once", "[verify]") {
    using model =
        net<double, ctnn::input<2>, ctnn::dense<70, relu>, ctnn::dense<70, relu>, ctnn::dense<40>>;
    seeded::random_numbers random(9);
    auto const one = random.network<model>();
    box<double, 2> const in{{-0.5, -0.5}, {0.5, 0.5}};
    auto const y = ctnn::linear_bounds(one, in), z = ctnn::bounds(one, in);
    soundness::draw draw(10);
    for (int k = 0; k < 500; ++k) {
        auto const value = one(soundness::point(draw, in));
        for (std::size_t j = 0; j < 40; ++j)
            CHECK(y[j].contains(value[j]));
    }
    for (std::size_t j = 0; j < 40; ++j)
        CHECK(y[j].upper - y[j].lower < 0.8 * (z[j].upper - z[j].lower));
}

// At the corner that an output's weights point to, the program's own rounding is all there is: without
// its place in the error, half of these would be outside.
TEMPLATE_TEST_CASE("linear bounds hold the program's roundings", "[verify]", float, double) {
    using model = net<TestType, ctnn::input<40>, ctnn::dense<3>>;
    soundness::draw random(41);
    int outside = 0;
    double widest = 0;
    for (int k = 0; k < 200; ++k) {
        auto const one = soundness::network<model>(random);
        auto const in = soundness::box<TestType, 40>(random);
        auto const y = ctnn::linear_bounds(one, in), z = ctnn::bounds(one, in);
        for (std::size_t j = 0; j < 3; ++j) {
            std::array<TestType, 40> low{}, high{};
            for (std::size_t i = 0; i < 40; ++i) {
                bool const falls = one.template layer<0>().weights[i][j] < 0;
                low[i] = falls ? in.upper[i] : in.lower[i];
                high[i] = falls ? in.lower[i] : in.upper[i];
            }
            outside += !y[j].contains(one(low)[j]) + !y[j].contains(one(high)[j]);
            widest = std::max(widest, static_cast<double>(z[j].lower - y[j].lower));
        }
    }
    CHECK(outside == 0);
    CHECK(widest < 60000 * static_cast<double>(std::numeric_limits<TestType>::epsilon()));
}

// 16 additions of 1 to 2^24 that all round away, and a difference after them that shows it: the error
// of a whole layer, its own or of one before, is as large as it can be.
TEST_CASE("linear bounds hold roundings that all go one way", "[verify]") {
    using ctnn::dense, ctnn::input;
    net<float, input<1>, dense<64>, dense<1>> last{};
    net<float, input<1>, dense<64>, dense<1>, dense<1>> before{};
    for (std::size_t i = 0; i < 64; ++i) {
        last.layer<0>().weights[0][i] = before.layer<0>().weights[0][i] = 1;
        last.layer<1>().weights[i][0] = before.layer<1>().weights[i][0] = 1;
    }
    last.layer<1>().biases[0] = before.layer<1>().biases[0] = 0x1p24f;
    before.layer<2>().weights[0][0] = 1;
    before.layer<2>().biases[0] = -0x1p24f;
    box<float, 1> const one{{1}, {1}};
    REQUIRE(last({1.0f})[0] == 0x1p24f + 48);
    REQUIRE(before({1.0f})[0] == 48);
    CHECK(ctnn::linear_bounds(last, one)[0].contains(0x1p24f + 48));
    CHECK(ctnn::linear_bounds(last, one)[0].contains(0x1p24f + 64));
    CHECK(ctnn::linear_bounds(before, one)[0].contains(48));
    CHECK(ctnn::linear_bounds(before, one)[0].contains(64));
}
