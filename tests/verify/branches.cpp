// Derivatives, and what is proven with them, where layers are made of layers.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/network/convert.hpp>
#include <ctnn/verify/lipschitz_bound.hpp>
#include <ctnn/verify/monotone.hpp>

#include "../catch.hpp"
#include "../laws/composites.hpp"
#include "../laws/sequence.hpp"
#include "../soundness/try_gradients.hpp"
#include "../support/compare.hpp"

namespace {

using ctnn::box, ctnn::dense, ctnn::input, ctnn::network, ctnn::relu, ctnn::residual;
using ctnn::sigmoid, ctnn::softmax;
using own::branch, own::shortcut;
namespace verify = ctnn::verify;

template <class T, class A>
using aside = own::beside<branch<dense<2, A>>, shortcut, branch<residual<dense<3, A>>, dense<2>>>;
template <class T, class A>
using deep = network<T, input<3>, residual<dense<5, A>, dense<3>>, aside<T, A>, dense<2, softmax>>;
template <class T, class A>
using last = network<T, input<3>, dense<3, A>, own::added<branch<dense<2, A>>, branch<dense<2>>>>;
template <class T, class A>
using inside = network<T, input<3>, residual<dense<3, A>, residual<dense<4, softmax>, dense<3>>>>;

template <class Network>
void try_derivatives() {
    soundness::draw random(31);
    soundness::tally total;
    soundness::try_gradients<Network>("", random, 2000, total);
    CHECK(total.points >= 2000);
    CHECK(total.outside == 0);
    CHECK(total.unknown < 20);
}

// In a box of one point there is but one derivative.
template <class Network>
void check_points() {
    soundness::draw random(37);
    for (int nets = 0; nets < 20; ++nets) {
        auto const n = soundness::network<Network>(random);
        std::array<double, 3> const x{random.between(-1, 1), random.between(-1, 1), 0.5};
        auto const g = ctnn::gradient_bounds(n, box<double, 3>{x, x});
        auto const expected = soundness::real_network(n, x);
        for (std::size_t j = 0; j < Network::output_size; ++j)
            for (std::size_t i = 0; i < 3; ++i) {
                REQUIRE(g[j][i].upper - g[j][i].lower < 1e-9);
                REQUIRE(std::abs(g[j][i].lower - static_cast<double>(expected.slopes[j][i])) <
                        1e-9);
            }
    }
}

// Layers as one layer: no narrower than the layers themselves, and not far from them.
void check_nested() {
    using flat = network<double, input<3>, dense<4, ctnn::tanh>, dense<3, ctnn::tanh>, dense<2>>;
    using nested =
        network<double, input<3>, own::sequence<dense<4, ctnn::tanh>, dense<3, ctnn::tanh>>,
                own::sequence<dense<2>>>;
    soundness::draw random(41);
    for (int nets = 0; nets < 20; ++nets) {
        auto const a = soundness::network<flat>(random);
        auto const b = compare::network_of<nested>(compare::flat(a));
        auto const in = box<double, 3>::around({random.between(-1, 1), 0.25, 0}, 0.125);
        auto const g = ctnn::gradient_bounds(a, in), h = ctnn::gradient_bounds(b, in);
        for (std::size_t j = 0; j < 2; ++j)
            for (std::size_t i = 0; i < 3; ++i) {
                REQUIRE(h[j][i].lower <= g[j][i].lower + 1e-9);
                REQUIRE(h[j][i].upper >= g[j][i].upper - 1e-9);
                REQUIRE(h[j][i].upper - h[j][i].lower <
                        1.5 * (g[j][i].upper - g[j][i].lower) + 1e-9);
            }
    }
}

// What steepness says of the program's roundings holds beside the same network in long double.
template <class Network>
void check_errors() {
    using T = typename Network::scalar;
    soundness::draw random(43);
    double share = 0;
    for (int nets = 0; nets < 50; ++nets) {
        auto const n = soundness::network<Network>(random);
        auto const in = soundness::box<T, Network::input_size>(random);
        verify::detail::steepness<Network> const found(n, in);
        REQUIRE(found.known);
        for (int points = 0; points < 50; ++points) {
            auto const x = soundness::point(random, in);
            auto const y = n(x);
            auto const exact = soundness::real_network(n, x);
            for (std::size_t j = 0; j < y.size(); ++j) {
                double const off =
                    static_cast<double>(std::abs(exact.y[j] - static_cast<soundness::real>(y[j])));
                REQUIRE(off <= found.errors[j]);
                share = std::max(share, off / found.errors[j]);
            }
        }
    }
    CHECK(share > 1e-3); // it is not said of anything
}

// In the compiler, by hand: 2 relu(x + 1) + x rises by 3 above -1, by 1 below.
using by_hand = network<float, input<1>, residual<dense<1, relu>, dense<1>>>;
constexpr by_hand three{{{{{1}}, {1}}, {{{2}}, {0}}}};
constexpr auto above = ctnn::gradient_bounds(three, box<float, 1>{{0}, {1}});
constexpr bool is_about(ctnn::interval<float> const& x, float lower, float upper) {
    return x.lower <= lower && x.lower > lower - 1e-6f && x.upper >= upper &&
           x.upper < upper + 1e-6f;
}
static_assert(is_about(above[0][0], 3, 3));
constexpr auto around = ctnn::gradient_bounds(three, box<float, 1>{{-2}, {1}});
static_assert(is_about(around[0][0], 1, 3));

// From the signs of weights, exactly as the program computes.
static_assert(verify::monotone(three, box<float, 1>{{-2}, {1}}, 0, 0).proven());
constexpr by_hand falls{{{{{1}}, {1}}, {{{-2}}, {0}}}};
static_assert(verify::monotone(falls, box<float, 1>{{-2}, {1}}, 0, 0).violated());
using joined = network<float, input<2>, own::beside<branch<dense<1>>, shortcut>, dense<1>>;
constexpr joined rises{{{{{1}, {-1}}, {0}}}, {{{1}, {0}, {1}}, {0}}};
constexpr box<float, 2> square{{-1, -1}, {1, 1}};
static_assert(verify::monotone(rises, square, 0, 0).proven());
static_assert(!verify::monotone(rises, square, 1, 0).violated());
constexpr auto steep = verify::lipschitz_bound(three, box<float, 1>{{-2}, {1}});
static_assert(steep >= 3 && steep < 3.001);

} // namespace

TEST_CASE("derivatives through branches lie where their bounds say", "[verify]") {
    try_derivatives<deep<double, relu>>();
    try_derivatives<deep<float, ctnn::tanh>>();
    try_derivatives<last<double, sigmoid>>();
    try_derivatives<last<float, relu>>();
    try_derivatives<inside<double, relu>>();
    check_points<deep<double, ctnn::tanh>>();
    check_points<inside<double, sigmoid>>();
    check_nested();
}

TEST_CASE("roundings through branches are as large as is said of them", "[verify]") {
    check_errors<deep<float, relu>>();
    check_errors<last<float, ctnn::tanh>>();
    check_errors<inside<float, relu>>();
}
