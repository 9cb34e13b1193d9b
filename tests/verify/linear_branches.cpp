// Linear functions go through layers of branches: bounds against those of dense twins, and against points.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/layer/residual.hpp>

#include "../catch.hpp"
#include "../laws/composites.hpp"
#include "../soundness/nets.hpp"
#include "../soundness/real_network.hpp"
#include "../support/dense_twin.hpp"
#include "../support/neighbours.hpp"

namespace {

using ctnn::box, ctnn::conv2d, ctnn::dense, ctnn::input, ctnn::interval, ctnn::relu;
using ctnn::kernel_size, ctnn::max_pool, ctnn::padding_same, ctnn::residual;
using own::added, own::beside, own::branch, own::shortcut;

template <class T, class... Layers>
using net = ctnn::network<T, Layers...>;

// Equal but for what rounding in double may be.
bool is_close(interval<double> const& a, interval<double> const& b) {
    double const size = 1 + std::abs(b.lower) + std::abs(b.upper);
    return std::abs(a.lower - b.lower) <= 1e-9 * size && std::abs(a.upper - b.upper) <= 1e-9 * size;
}

// (nine inputs: no functions are carried forward)
using parts = net<double, input<9>, dense<4, relu>, residual<dense<3, relu>, dense<4>>, relu,
                  dense<4, relu>, residual<dense<2, relu>, dense<4>>, dense<2>>;
using twin = net<double, input<9>, dense<4, relu>, dense<7, relu>, dense<4, relu>, dense<4, relu>,
                 dense<6, relu>, dense<4>, dense<2>>;

// Of a branch of two layers beside a shortcut of numbers that are never negative, as two layers.
template <std::size_t First, class From>
void fill_branch(From const& from, twin& to) {
    auto const& one = from.template layer<0>();
    auto const& two = from.template layer<1>();
    auto& inner = to.template layer<First>();
    auto& outer = to.template layer<First + 1>();
    constexpr std::size_t hidden = std::tuple_size_v<std::remove_cvref_t<decltype(one.biases)>>;
    for (std::size_t j = 0; j < hidden; ++j) {
        inner.biases[j] = one.biases[j];
        for (std::size_t i = 0; i < 4; ++i) {
            inner.weights[i][j] = one.weights[i][j];
            outer.weights[j][i] = two.weights[j][i];
        }
    }
    for (std::size_t i = 0; i < 4; ++i) {
        inner.weights[i][hidden + i] = 1, outer.weights[hidden + i][i] = 1;
        outer.biases[i] = two.biases[i];
    }
}

twin twin_of(parts const& n) {
    twin to{};
    to.layer<0>() = n.layer<0>();
    fill_branch<1>(n.layer<1>(), to);
    to.layer<3>() = n.layer<3>();
    fill_branch<4>(n.layer<4>(), to);
    to.layer<6>() = n.layer<5>();
    return to;
}

// At the beginning, at the end, one in another, of several branches, with windows, with layers of which only the code
// is known inside and beside, and among so many that functions are carried forward.
using at_first = net<float, input<3>, residual<dense<4, relu>, dense<3>>, dense<2>>;
using at_last = net<double, input<3>, dense<4, ctnn::tanh>, residual<dense<4, ctnn::tanh>>>;
using nested =
    net<float, input<3>, dense<4, relu>,
        residual<residual<dense<3, relu>, dense<4>>, relu, residual<dense<4, ctnn::silu>>>, relu,
        dense<2>>;
using several =
    net<double, input<3>, dense<3, relu>,
        beside<branch<dense<2, relu>, dense<3>>, shortcut, branch<dense<2>>, shortcut>, relu,
        added<branch<relu>, branch<dense<11, ctnn::sigmoid>>, shortcut>, dense<2>>;
using pictures = net<float, input<3, 3, 1>, conv2d<2, kernel_size<2, 2>, padding_same, relu>,
                     residual<conv2d<3, kernel_size<3, 3>, padding_same, relu>,
                              conv2d<2, kernel_size<2, 2>, padding_same>>,
                     relu, beside<branch<conv2d<1, kernel_size<1, 1>>>, shortcut>, dense<2>>;
using with_code = net<double, input<3>, support::neighbours, dense<4, relu>,
                      residual<dense<4>, support::neighbours, relu, dense<4>>, relu, dense<2>>;
using deep = net<float, input<3>, dense<4, relu>, residual<dense<4, relu>, dense<4>>, relu,
                 dense<4, relu>, added<shortcut, branch<dense<4>>>, dense<4, relu>, dense<2>>;
using deep_inside =
    net<double, input<3>, residual<dense<4, relu>, dense<4, relu>, dense<4, relu>, dense<3>>, relu,
        dense<2>>;
using with_softmax =
    net<float, input<3>, added<branch<dense<3>, ctnn::softmax>, shortcut>, dense<4, relu>,
        beside<branch<dense<4, ctnn::softmax>>, branch<ctnn::softmax>>, dense<2>>;

template <class Network, bool IsReal = true>
void try_points() {
    using T = typename Network::scalar;
    soundness::draw random(31);
    std::size_t known = 0;
    for (int nets = 0; nets < 40; ++nets) {
        auto const n = soundness::network<Network>(random);
        for (int boxes = 0; boxes < 6; ++boxes) {
            auto const in = soundness::box<T, Network::input_size>(random);
            auto const y = ctnn::linear_bounds(n, in);
            known += is_finite(y[0]) ? 1u : 0u;
            for (int points = 0; points < 80; ++points) {
                auto const x = soundness::point(random, in);
                auto const at = n(x);
                for (std::size_t j = 0; j < at.size(); ++j)
                    REQUIRE(y[j].contains(at[j]));
                if constexpr (IsReal) {
                    auto const real = soundness::real_network(n, x).y;
                    for (std::size_t j = 0; j < at.size(); ++j)
                        REQUIRE((real[j] >= static_cast<long double>(y[j].lower) &&
                                 real[j] <= static_cast<long double>(y[j].upper)));
                }
            }
        }
    }
    REQUIRE(known > 180);
}

// How wide the bounds are, all in all, of intervals.
template <class Network>
double width() {
    soundness::draw random(37);
    double of_lines = 0, of_intervals = 0;
    for (int nets = 0; nets < 100; ++nets) {
        auto const n = soundness::network<Network>(random);
        auto const in = box<typename Network::scalar, Network::input_size>::around({}, 0.25);
        auto const y = ctnn::linear_bounds(n, in)[0], z = ctnn::bounds(n, in)[0];
        of_lines += static_cast<double>(y.upper) - static_cast<double>(y.lower);
        of_intervals += static_cast<double>(z.upper) - static_cast<double>(z.lower);
    }
    return of_lines / of_intervals;
}

} // namespace

TEST_CASE("a layer that takes its input off again gives 0", "[verify]") {
    net<double, input<2>, residual<dense<2>>> n{{{{{-1, 0}, {0, -1}}, {0, 0}}}};
    box<double, 2> const in{{-1, -2}, {1, 3}};
    REQUIRE(ctnn::bounds(n, in)[1].upper == 5);
    for (auto const& y : ctnn::linear_bounds(n, in))
        REQUIRE((y.lower > -1e-12 && y.lower <= 0 && y.upper >= 0 && y.upper < 1e-12));
}

TEST_CASE("linear bounds of branches are those of the dense twin", "[verify]") {
    support::sixty_fourths draw{41};
    for (int nets = 0; nets < 20; ++nets) {
        auto const n = draw.network<parts>();
        auto const dense = twin_of(n);
        for (double radius : {0.0, 0.05, 0.25, 1.0}) {
            std::array<double, 9> middle{};
            for (double& x : middle)
                x = draw.next<double>();
            auto const in = box<double, 9>::around(middle, radius);
            auto const y = ctnn::linear_bounds(n, in), z = ctnn::linear_bounds(dense, in);
            for (std::size_t j = 0; j < 2; ++j)
                REQUIRE((is_finite(y[j]) && is_close(y[j], z[j])));
        }
    }
}

TEST_CASE("linear bounds hold where functions go through branches", "[verify]") {
    try_points<at_first>();
    try_points<at_last>();
    try_points<nested>();
    try_points<several>();
    try_points<pictures>();
    try_points<with_code, false>();
    try_points<deep>();
    try_points<deep_inside>();
    try_points<with_softmax>();
}

TEST_CASE("linear bounds of branches are narrower than intervals", "[verify]") {
    REQUIRE(width<at_first>() < 0.6);
    REQUIRE(width<nested>() < 0.6);
    REQUIRE(width<deep>() < 0.6);
    REQUIRE(width<deep_inside>() < 0.6);
}

TEST_CASE("the additions of branches are rounded, and functions know", "[verify]") {
    // 2^24 (x + 2^-30 x - 1): of x = 1 it is 2^-6, but the program's sum is 1.
    using rounded = net<float, input<1>, added<shortcut, branch<dense<1>>>, dense<1>>;
    rounded const n{{{{{0x1p-30f}}, {0}}}, {{{0x1p24f}}, {-0x1p24f}}};
    REQUIRE(n({1})[0] == 0);
    auto const y = ctnn::linear_bounds(n, box<float, 1>{{1}, {1}})[0];
    REQUIRE((y.contains(0) && y.contains(0x1p-6f)));
    REQUIRE(y.upper - y.lower < 2000);
}

namespace {

constexpr auto of_constant = support::sixty_fourths{43}.network<nested>();
constexpr box<float, 3> in_constant{{-0.25f, 0.5f, 0}, {0.25f, 0.625f, 0.5f}};
constexpr auto lines_in_constant = ctnn::linear_bounds(of_constant, in_constant);
constexpr auto several_in_constant = ctnn::linear_bounds(
    support::sixty_fourths{47}.network<several>(), box<double, 3>{{0, 0, 0}, {0.5, 0.5, 0.5}});

using namespace ctnn::verify::outputs;
static_assert(ctnn::verify::prove(of_constant, in_constant,
                                  output<0> <= lines_in_constant[0].upper + 0.125f, 1)
                  .proven());

} // namespace

TEST_CASE("bounds of branches have the same bits in a constant and on the machine", "[verify]") {
    auto const y = ctnn::linear_bounds(of_constant, in_constant);
    auto const z = ctnn::linear_bounds(support::sixty_fourths{47}.network<several>(),
                                       box<double, 3>{{0, 0, 0}, {0.5, 0.5, 0.5}});
    for (std::size_t j = 0; j < 2; ++j) {
        REQUIRE((is_finite(y[j]) && y[j].lower == lines_in_constant[j].lower &&
                 y[j].upper == lines_in_constant[j].upper));
        REQUIRE((is_finite(z[j]) && z[j].lower == several_in_constant[j].lower &&
                 z[j].upper == several_in_constant[j].upper));
    }
}
