// Networks of layers made of layers beside the same in fixed point and in integers of 8 bits: what is said of their
// differences is not contradicted by any input that is tried.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/network/convert.hpp>
#include <ctnn/quantization/quantize.hpp>
#include <ctnn/verify/equivalent.hpp>

#include "../catch.hpp"
#include "../laws/composites.hpp"
#include "../laws/sequence.hpp"
#include "../soundness/nets.hpp"
#include "../support/compare.hpp"

namespace {

using ctnn::box, ctnn::dense, ctnn::input, ctnn::network, ctnn::relu, ctnn::residual;
using own::branch, own::shortcut;
namespace verify = ctnn::verify;

template <class T, class A>
using deep = network<T, input<3>, residual<dense<4, A>, dense<3>>,
                     own::beside<branch<dense<2, A>>, shortcut, branch<residual<A>, dense<2>>>,
                     dense<2, ctnn::softmax>>;
template <class T, class A>
using last =
    network<T, input<3>, dense<3, A>, own::added<branch<dense<3, A>>, branch<A>, shortcut>>;

// Adds relu to a sum, whose cut the integers are.
template <class... Layers>
struct cut : residual<Layers...> {
    using activation = relu;
};
template <class T, class A>
using cutting = network<T, input<3>, cut<dense<3, A>>, cut<cut<dense<3>>, A>, dense<2>>;

struct found {
    double width = 0, reached = 0; // of all nets the width, on average
    int nets = 0;
    int known = 0;

    template <class Network, class Other>
    void check(Network const& n, Other const& other, soundness::draw& random,
               box<typename Network::scalar, 3> const& in) {
        using scalar = typename Other::scalar;
        auto const d = verify::difference_bounds(n, other, in);
        known += is_finite(d[0]);
        for (int points = 0; points < 100; ++points) {
            auto const x = soundness::point(random, in);
            auto const y = n(x);
            auto const z = other(ctnn::convert<scalar>(x));
            for (std::size_t j = 0; j < y.size(); ++j) {
                double const apart = static_cast<double>(y[j]) - static_cast<double>(z[j]);
                REQUIRE(d[j].lower <= apart);
                REQUIRE(apart <= d[j].upper);
                reached = std::max(reached, std::abs(apart) / std::max(-d[j].lower, d[j].upper));
            }
        }
        width += (d[0].upper - d[0].lower - width) / ++nets;
    }
};

template <class Network, class Fixed>
void try_fixed(double most) {
    soundness::draw random(51);
    found all;
    for (int nets = 0; nets < 40; ++nets) {
        auto const n = soundness::network<Network>(random);
        auto const in = box<typename Network::scalar, 3>::around(
            {0, 0.5, -0.25}, static_cast<typename Network::scalar>(random.between(0, 1)));
        all.check(n, ctnn::convert<Fixed>(n), random, in);
    }
    CHECK(all.known == 40);
    CHECK(all.width < most);
    CHECK(all.reached > 0.01);
}

template <class Network>
void try_int8(double most) {
    using T = typename Network::scalar;
    soundness::draw random(53);
    found all;
    for (int nets = 0; nets < 40; ++nets) {
        auto const n = soundness::network<Network>(random);
        auto const in = box<T, 3>::around({0, 0.5, -0.25}, static_cast<T>(random.between(0, 1)));
        std::array<ctnn::sample<typename Network::input_type, typename Network::output_type>, 40>
            samples{};
        for (auto& one : samples)
            one.input = soundness::point(random, in);
        auto const q = ctnn::quantize(n, samples);
        REQUIRE(q.ok());
        all.check(n, q.network, random, in);
    }
    CHECK(all.known == 40);
    CHECK(all.width < most);
    CHECK(all.reached > 0.01);
}

// One point: the numbers of both are known to the last bit, so the difference is.
template <class Network>
void check_points() {
    soundness::draw random(57);
    for (int nets = 0; nets < 20; ++nets) {
        auto const n = soundness::network<Network>(random);
        std::array<float, 3> const x{0.5f, static_cast<float>(random.between(-1, 1)), 0};
        auto const fixed = ctnn::convert<ctnn::fixed_point<7, 8>>(n);
        auto const d = verify::difference_bounds(n, fixed, box<float, 3>{x, x});
        auto const y = n(x);
        auto const z = fixed(ctnn::convert<ctnn::fixed_point<7, 8>>(x));
        for (std::size_t j = 0; j < y.size(); ++j) {
            double const apart = static_cast<double>(y[j]) - static_cast<double>(z[j]);
            REQUIRE(d[j].lower <= apart);
            REQUIRE(apart <= d[j].upper);
            REQUIRE(d[j].upper - d[j].lower < 0.05);
        }
    }
}

// In the compiler: x + x is off by twice what x is.
using twice = network<double, input<1>, own::added<shortcut, shortcut>>;
using fine = ctnn::fixed_point<3, 12>;
constexpr twice exact{};
constexpr auto rounded = ctnn::convert<fine>(exact);
constexpr auto d = verify::difference_bounds(exact, rounded, box<double, 1>{{-1}, {1}})[0];
static_assert(d.upper >= 1.0 / 4096 && d.upper < 1.0001 / 4096 && d.lower == -d.upper);
static_assert(verify::equivalent(exact, rounded, box<double, 1>{{-1}, {1}}, 1.001 / 4096).proven());
// The sum saturates from 4 on.
static_assert(verify::equivalent(exact, rounded, box<double, 1>{{3}, {5}}, 0.1, 9).violated());
constexpr auto cut_off = verify::difference_bounds(exact, rounded, box<double, 1>{{5}, {5}})[0];
static_assert(cut_off.upper >= 2 && cut_off.lower <= 2.001);

} // namespace

TEST_CASE("differences to fixed point through branches", "[verify]") {
    try_fixed<deep<float, relu>, ctnn::fixed_point<7, 8>>(0.6);
    try_fixed<last<double, ctnn::tanh>, fine>(0.01);
    try_fixed<last<double, relu>, ctnn::fixed_point<3, 4>>(1.5);
    check_points<last<float, relu>>();
}

TEST_CASE("differences to integers of 8 bits through branches", "[verify]") {
    try_int8<deep<float, relu>>(1.5);
    try_int8<last<double, ctnn::tanh>>(1.2);
    try_int8<cutting<float, relu>>(6);
    try_int8<last<float, relu>>(0.8);
}
