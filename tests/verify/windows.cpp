// Bounds of a network with windows are those of the dense network that is the same function.

#include <array>
#include <cmath>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/depthwise_conv2d.hpp>
#include <ctnn/verify/no_overflow.hpp>
#include <limits>

#include "../catch.hpp"
#include "../support/dense_twin.hpp"

namespace {

using ctnn::box, ctnn::conv2d, ctnn::dense, ctnn::depthwise_conv2d, ctnn::input, ctnn::interval;
using ctnn::depth_multiplier, ctnn::dilation, ctnn::groups, ctnn::kernel_size, ctnn::padding,
    ctnn::padding_same, ctnn::strides;
using ctnn::relu;
namespace verify = ctnn::verify;

template <class T, class... Layers>
using net = ctnn::network<T, Layers...>;

// Padding on both sides and on one, windows that leave places out, and windows that overlap.
template <class T>
using same = net<T, input<4, 3, 2>, conv2d<2, kernel_size<3, 2>, padding_same, relu>,
                 conv2d<3, kernel_size<2, 2>, strides<2, 1>, ctnn::tanh>, dense<2>>;
template <class T>
using same_twin = net<T, input<24>, dense<24, relu>, dense<12, ctnn::tanh>, dense<2>>;

template <class T>
using apart =
    net<T, input<5, 4, 1>, conv2d<2, kernel_size<2, 3>, dilation<3, 2>, padding<1, 2>, relu>,
        conv2d<1, kernel_size<3, 3>, padding<2, 2>, strides<3, 2>, relu>, dense<2>>;
template <class T>
using apart_twin = net<T, input<20>, dense<32, relu>, dense<6, relu>, dense<2>>;

// Deep enough for functions that are carried forward.
template <class T>
using deep = net<T, input<2, 2, 2>, conv2d<2, kernel_size<2, 2>, padding_same, relu>,
                 conv2d<2, kernel_size<2, 1>, padding<1, 0>, relu>,
                 conv2d<1, kernel_size<2, 2>, relu>, dense<2>>;
template <class T>
using deep_twin = net<T, input<8>, dense<8, relu>, dense<12, relu>, dense<2, relu>, dense<2>>;

// In groups, of several numbers and outputs each, and of one.
template <class T>
using grouped =
    net<T, input<3, 3, 4>, conv2d<6, kernel_size<2, 2>, groups<2>, relu>,
        depthwise_conv2d<kernel_size<2, 2>, padding<1, 0>, depth_multiplier<2>, relu>, dense<2>>;
template <class T>
using grouped_twin = net<T, input<36>, dense<24, relu>, dense<36, relu>, dense<2>>;

template <class Network>
constexpr auto box_of(support::sixty_fourths& draw, int radius) {
    using T = typename Network::scalar;
    box<T, Network::input_size> in{};
    for (std::size_t i = 0; i < Network::input_size; ++i) {
        T const middle = draw.next<T>();
        in.lower[i] = middle - T(radius) / T(64), in.upper[i] = middle + T(radius) / T(64);
    }
    return in;
}

// f(network, twin, box)
template <template <class> class Net, template <class> class Twin, class T, class F>
void try_boxes(F const& f) {
    support::sixty_fourths draw{7};
    for (int nets = 0; nets < 6; ++nets) {
        auto const n = draw.network<Net<T>>();
        auto const twin = support::dense_twin<Twin<T>>(n);
        for (int radius : {0, 1, 4, 16, 64})
            f(n, twin, box_of<Net<T>>(draw, radius));
    }
}
template <class T, class F>
void try_all(F const& f) {
    try_boxes<same, same_twin, T>(f);
    try_boxes<apart, apart_twin, T>(f);
    try_boxes<deep, deep_twin, T>(f);
    try_boxes<grouped, grouped_twin, T>(f);
}

// Equal but for what rounding in double may be.
bool is_close(interval<double> const& a, interval<double> const& b) {
    double const size = 1 + std::abs(b.lower) + std::abs(b.upper);
    return std::abs(a.lower - b.lower) <= 1e-9 * size && std::abs(a.upper - b.upper) <= 1e-9 * size;
}

} // namespace

TEST_CASE("intervals of a layer with windows end where its dense twin's do", "[verify]") {
    using first = net<float, input<4, 3, 2>, conv2d<2, kernel_size<3, 2>, padding_same>>;
    using twin = net<float, input<24>, dense<24>>;
    using spread = net<float, input<5, 4, 1>,
                       conv2d<2, kernel_size<2, 3>, dilation<3, 2>, padding<1, 2>, relu>>;
    using spread_twin = net<float, input<20>, dense<32, relu>>;
    using in_groups = net<float, input<3, 3, 4>, conv2d<6, kernel_size<2, 2>, groups<2>, relu>>;
    using in_groups_twin = net<float, input<36>, dense<24, relu>>;
    support::sixty_fourths draw{3};
    for (int nets = 0; nets < 20; ++nets) {
        auto const a = draw.network<first>();
        auto const b = draw.network<spread>();
        auto const in_a = box_of<first>(draw, 1 + nets);
        auto const in_b = box_of<spread>(draw, 1 + nets);
        auto const y = ctnn::bounds(a, in_a);
        auto const z = ctnn::bounds(support::dense_twin<twin>(a), in_a);
        for (std::size_t j = 0; j < 24; ++j)
            REQUIRE((y[j].lower == z[j].lower && y[j].upper == z[j].upper));
        auto const v = ctnn::bounds(b, in_b);
        auto const w = ctnn::bounds(support::dense_twin<spread_twin>(b), in_b);
        for (std::size_t j = 0; j < 32; ++j)
            REQUIRE((v[j].lower == w[j].lower && v[j].upper == w[j].upper));
        auto const c = draw.network<in_groups>();
        auto const in_c = box_of<in_groups>(draw, 1 + nets);
        auto const g = ctnn::bounds(c, in_c);
        auto const h = ctnn::bounds(support::dense_twin<in_groups_twin>(c), in_c);
        for (std::size_t j = 0; j < 24; ++j)
            REQUIRE((g[j].lower == h[j].lower && g[j].upper == h[j].upper));
    }
}

namespace {

// (with numbers of which sums are rounded, in the order of the windows)
template <class Network>
void check_ends() {
    using stage = typename Network::template stage<0>;
    auto const n = ctnn::initialize<Network>(ctnn::uniform{-1, 1}, 5);
    support::sixty_fourths draw{9};
    auto in = box_of<Network>(draw, 20);
    for (float& x : in.lower)
        x -= 0.01f;
    auto const y = ctnn::bounds(n, in);
    for (std::size_t j = 0; j < Network::output_size; ++j) {
        auto least = in.lower, most = in.lower;
        for (std::size_t k = 0; k < ctnn::placed::terms<stage>; ++k)
            if (std::size_t const i = ctnn::placed::input_of<stage>(j, k); i < Network::input_size)
                (ctnn::placed::weight_of<stage>(n.template layer<0>(), k, j) < 0 ? least
                                                                                 : most)[i] =
                    in.upper[i];
        REQUIRE(y[j].lower == n(least)[j]);
        REQUIRE(y[j].upper == n(most)[j]);
    }
}

} // namespace

TEST_CASE("intervals of layers with windows end at numbers that the program computes", "[verify]") {
    check_ends<net<float, input<4, 3, 2>, conv2d<2, kernel_size<3, 2>, padding_same>>>();
    check_ends<net<float, input<4, 3, 4>, conv2d<6, kernel_size<3, 2>, groups<2>, padding_same>>>();
    check_ends<net<float, input<4, 3, 9>, depthwise_conv2d<kernel_size<3, 2>, padding_same>>>();
}

TEST_CASE("linear bounds of windows are those of the dense twin", "[verify]") {
    try_all<double>([](auto const& n, auto const& twin, auto const& in) {
        auto const y = ctnn::linear_bounds(n, in), z = ctnn::linear_bounds(twin, in);
        for (std::size_t j = 0; j < y.size(); ++j)
            REQUIRE((is_finite(y[j]) && is_close(y[j], z[j])));
    });
    // In float, fewer products are rounded than in a matrix that is mostly zeros.
    try_all<float>([](auto const& n, auto const& twin, auto const& in) {
        auto const y = ctnn::linear_bounds(n, in), z = ctnn::linear_bounds(twin, in);
        for (std::size_t j = 0; j < y.size(); ++j)
            REQUIRE(
                (y[j].lower >= z[j].lower && y[j].upper <= z[j].upper && y[j].lower <= y[j].upper));
    });
}

TEST_CASE("derivatives of windows are those of the dense twin", "[verify]") {
    try_all<double>([](auto const& n, auto const& twin, auto const& in) {
        auto const g = ctnn::gradient_bounds(n, in), h = ctnn::gradient_bounds(twin, in);
        for (std::size_t j = 0; j < g.size(); ++j)
            for (std::size_t i = 0; i < g[j].size(); ++i)
                REQUIRE((is_finite(g[j][i]) && is_close(g[j][i], h[j][i])));
        double const most = verify::lipschitz_bound(n, in),
                     of_twin = verify::lipschitz_bound(twin, in);
        REQUIRE(std::abs(most - of_twin) <= 1e-9 * (1 + of_twin));
        std::size_t const i = in.lower.size() / 2;
        auto const a = verify::monotone(n, in, i, 0), b = verify::monotone(twin, in, i, 0);
        REQUIRE(a.proven() == b.proven());
        REQUIRE(a.in_real_arithmetic == b.in_real_arithmetic);
        REQUIRE(a.slack <= b.slack);
    });
}

TEST_CASE("weights that only meet padding are asked about, too", "[verify]") {
    // The windows of one place, of which all but the middle is outside: the program makes a NaN of an infinite weight.
    using one = net<double, input<1, 1, 1>, conv2d<1, kernel_size<3, 3>, padding_same>>;
    one n{};
    n.layer<0>().weights[4][0] = 1;
    box<double, 1> const in{{-1}, {1}};
    REQUIRE(is_finite(ctnn::linear_bounds(n, in)[0]));
    n.layer<0>().weights[0][0] = std::numeric_limits<double>::infinity();
    REQUIRE(std::isnan(n({0})[0]));
    REQUIRE(!is_finite(ctnn::bounds(n, in)[0]));
    REQUIRE(!is_finite(ctnn::linear_bounds(n, in)[0]));
}

TEST_CASE("weights of a number that is always 0 are asked about, too", "[verify]") {
    using off = net<double, input<1>, dense<1, relu>, dense<1>>;
    off n{{{{1}}, {-10}}, {{{1}}, {2}}};
    box<double, 1> const in{{-1}, {1}};
    using namespace verify::outputs;
    REQUIRE(verify::prove(n, in, output<0> < 3).proven());
    n.layer<1>().weights[0][0] = -std::numeric_limits<double>::infinity();
    REQUIRE(!is_finite(ctnn::linear_bounds(n, in)[0]));
    REQUIRE(!verify::prove(n, in, output<0> < 3).proven());
}

namespace {

constexpr auto of_constant = support::sixty_fourths{11}.network<same<float>>();
constexpr auto box_of_constant = [] {
    support::sixty_fourths draw{12};
    return box_of<same<float>>(draw, 2);
}();
constexpr auto intervals_in_constant = ctnn::bounds(of_constant, box_of_constant);
constexpr auto lines_in_constant = ctnn::linear_bounds(of_constant, box_of_constant);
constexpr auto slopes_in_constant = ctnn::gradient_bounds(of_constant, box_of_constant);

constexpr auto deep_constant = support::sixty_fourths{13}.network<deep<float>>();
constexpr auto deep_box = [] {
    support::sixty_fourths draw{14};
    return box_of<deep<float>>(draw, 6);
}();
constexpr auto deep_in_constant = ctnn::linear_bounds(deep_constant, deep_box);

bool equal(interval<float> const& a, interval<float> const& b) {
    return a.lower == b.lower && a.upper == b.upper;
}

} // namespace

TEST_CASE("bounds of windows have the same bits in a constant and on the machine", "[verify]") {
    auto const y = ctnn::bounds(of_constant, box_of_constant);
    auto const z = ctnn::linear_bounds(of_constant, box_of_constant);
    auto const g = ctnn::gradient_bounds(of_constant, box_of_constant);
    auto const d = ctnn::linear_bounds(deep_constant, deep_box);
    for (std::size_t j = 0; j < 2; ++j) {
        REQUIRE(equal(y[j], intervals_in_constant[j]));
        REQUIRE((is_finite(z[j]) && equal(z[j], lines_in_constant[j])));
        REQUIRE((is_finite(d[j]) && equal(d[j], deep_in_constant[j])));
        for (std::size_t i = 0; i < 24; ++i)
            REQUIRE(equal(g[j][i], slopes_in_constant[j][i]));
    }
}

namespace {

template <class Network>
using chain_of = verify::detail::linear_chain<Network, static_cast<int>(Network::depth) - 1>;

} // namespace

TEST_CASE("linear bounds of a large convolution are those of its dense twin, and need no matrix",
          "[verify]") {
    using large = net<double, input<24, 24, 1>, conv2d<1, kernel_size<3, 3>, relu>,
                      conv2d<1, kernel_size<5, 3>, strides<3, 2>, padding<1, 0>, relu>, dense<2>>;
    using large_twin = net<double, input<576>, dense<484, relu>, dense<70, relu>, dense<2>>;
    support::sixty_fourths draw{17};
    auto const n = draw.network<large>();
    static auto const twin = support::dense_twin<large_twin>(n); // (2 MB)
    for (int radius : {0, 2, 16}) {
        auto const in = box_of<large>(draw, radius);
        auto const y = ctnn::linear_bounds(n, in), z = ctnn::linear_bounds(twin, in);
        for (std::size_t j = 0; j < 2; ++j)
            REQUIRE((is_finite(y[j]) && is_close(y[j], z[j])));
        if (radius == 2) {
            auto const g = ctnn::gradient_bounds(n, in), h = ctnn::gradient_bounds(twin, in);
            for (std::size_t i = 0; i < 576; ++i)
                REQUIRE((is_finite(g[1][i]) && is_close(g[1][i], h[1][i])));
        }
    }
    static_assert(sizeof(chain_of<large>) < 256 * (576 + 484 + 70) + 8 * 140);
    static_assert(sizeof(chain_of<large_twin>) > 8 * 576 * 484);
}

TEST_CASE("functions of wide layers are carried a few at a time", "[verify]") {
    using wide = net<float, input<24, 24, 1>, conv2d<8, kernel_size<1, 1>>,
                     conv2d<3, kernel_size<6, 6>, strides<6, 6>>>;
    static_assert(verify::detail::functionals_of<chain_of<wide>::widest> == 16);
    support::sixty_fourths draw{19};
    auto const n = draw.network<wide>();
    auto const in = box_of<wide>(draw, 1);
    auto const y = ctnn::linear_bounds(n, in);
    box<float, 48> range{};
    for (std::size_t j = 0; j < 48; ++j)
        range.lower[j] = y[j].lower - 0.1f, range.upper[j] = y[j].upper + 0.1f;
    REQUIRE(verify::output_within(n, in, range, 1).proven());
    for (std::size_t j : {0u, 15u, 16u, 32u, 47u}) {
        auto less = range;
        less.upper[j] -= 0.5f;
        auto const v = verify::output_within(n, in, less, 1);
        REQUIRE(v.violated());
        REQUIRE(n(v.counterexample)[j] > less.upper[j]);
    }
}
