#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/gradient_bounds.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/gelu.hpp>
#include <ctnn/activation/hard_tanh.hpp>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/initializer/uniform.hpp>
#include <ctnn/network/initialize.hpp>
#include <limits>

#include "../catch.hpp"
#include "../soundness/nets.hpp"
#include "../soundness/try_gradients.hpp"
#include "../support/compare.hpp"
#include "../support/duals.hpp"

namespace {

using ctnn::box;
using ctnn::dense;
using ctnn::input;
using ctnn::interval;
using ctnn::relu;

template <class T, class... Layers>
using net = ctnn::network<T, Layers...>;

// By hand: v = (x - y + 1, 2 y), relu, then their difference. In the first box both are above 0 and
// the derivatives are 1 and -3; the second one begins at the joint of the second neuron.
using by_hand = net<double, input<2>, dense<2, relu>, dense<1>>;
constexpr by_hand small{{{{1, 0}, {-1, 2}}, {1, 0}}, {{{1}, {-1}}, {0}}};
constexpr auto both = ctnn::gradient_bounds(small, {{0, 0.25}, {1, 0.5}});
static_assert(both[0][0].contains(1) && both[0][1].contains(-3));
static_assert(both[0][0].upper - both[0][0].lower < 1e-13 &&
              both[0][1].upper - both[0][1].lower < 1e-13);
constexpr auto joint = ctnn::gradient_bounds(small, {{0, 0}, {1, 0.5}});
static_assert(joint[0][1].lower <= -3 && joint[0][1].lower > -3.00001 && //
              joint[0][1].upper >= -1 && joint[0][1].upper < -0.99999);
// A zero stays one, and what is not negative is not negative.
constexpr auto dead = ctnn::gradient_bounds(small, {{-9, 0}, {-8, 1}});
static_assert(dead[0][0].lower == 0 && dead[0][0].upper == 0);
static_assert(dead[0][1].lower < -2 && dead[0][1].upper == 0);

// p (1 - p) is largest in the middle, where p = 1/2.
constexpr net<double, input<1>, dense<2, ctnn::softmax>> chance{{{{1, 0}}, {0, 0}}};
constexpr auto of_chance = ctnn::gradient_bounds(chance, {{-1}, {2}});
static_assert(of_chance[0][0].upper >= 0.25 && of_chance[0][0].upper < 0.250001 &&
              of_chance[0][0].lower < 0.105 && of_chance[0][0].lower > 0.09);

// Nothing is known of a box that is none, and where numbers are out of all proportion.
static_assert(!is_finite(ctnn::gradient_bounds(small, {{1, 0}, {0, 1}})[0][1]));
static_assert(!is_finite(
    ctnn::gradient_bounds(small, {{0, 0}, {std::numeric_limits<double>::quiet_NaN(), 1}})[0][0]));
static_assert(!is_finite(ctnn::gradient_bounds(small, {{0, 0}, {1e200, 1}})[0][0]));

// In a constant, networks of the size of a digit's and of a controller's.
using digit = net<float, input<64>, dense<16, relu>, dense<10, ctnn::softmax>>;
constexpr digit of_a_digit = ctnn::initialize<digit>(ctnn::uniform{-0.5, 0.5}, 3);
constexpr auto around_nothing = box<float, 64>::around({}, 0.01f);
constexpr auto of_digit = ctnn::gradient_bounds(of_a_digit, around_nothing);
static_assert(is_finite(of_digit[9][63]));

} // namespace

// (tests/soundness does it for all activations.)
TEMPLATE_TEST_CASE(
    "no derivative, and no quotient of differences, leaves its bounds", "[verify]",
    (net<float, input<3>, dense<6, relu>, dense<5, ctnn::hard_tanh>, dense<2>>),
    (net<double, input<3>, dense<5, ctnn::softmax>, ctnn::gelu, dense<2, ctnn::softmax>>)) {
    soundness::draw random(51);
    soundness::tally found;
    soundness::try_gradients<TestType>("", random, 2000, found);
    CHECK(found.points >= 2000);
    CHECK(found.outside == 0);
    CHECK(found.unknown == 0);
}

// Dual numbers through the library's own forward pass: off by its roundings, in a box of one point.
TEMPLATE_TEST_CASE("the bounds of a point are the derivatives of dual numbers", "[verify]", relu,
                   ctnn::silu, ctnn::softmax) {
    using model =
        net<double, input<3>, dense<6, TestType>, dense<4, ctnn::tanh>, dense<3, TestType>>;
    soundness::draw random(52);
    double furthest = 0;
    for (int k = 0; k < 100; ++k) {
        auto const one = soundness::network<model>(random);
        std::array<double, 3> const x{random.between(-2, 2), random.between(-2, 2),
                                      random.between(-2, 2)};
        auto const g = ctnn::gradient_bounds(one, box<double, 3>{x, x});
        duals::twin<model> const twin =
            compare::network_of<duals::twin<model>>(duals::constants(compare::flat(one)));
        for (std::size_t i = 0; i < 3; ++i) {
            auto const y = twin(duals::one_variable(x, i));
            for (std::size_t j = 0; j < 3; ++j) {
                furthest = std::max(furthest, std::abs(y[j].derivative - g[j][i].lower));
                furthest = std::max(furthest, std::abs(y[j].derivative - g[j][i].upper));
            }
        }
    }
    CHECK(furthest > 0);
    CHECK(furthest < 1e-10);
}

TEST_CASE("gradient bounds have the same bits in a constant and on the machine", "[verify]") {
    auto const g =
        ctnn::gradient_bounds(compare::opaque(of_a_digit), compare::opaque(around_nothing));
    CHECK(compare::same_bits(g, of_digit));
    CHECK(g[0][0].lower < g[0][0].upper);
}

TEST_CASE("what overflows on the way back is not known", "[verify]") {
    using model = net<double, input<1>, dense<2>, dense<2>, dense<1>>;
    model steep{};
    steep.layer<0>().weights[0][0] = 1, steep.layer<0>().weights[0][1] = -1;
    steep.layer<1>().weights[0][0] = 1e100, steep.layer<1>().weights[1][1] = 1e100;
    steep.layer<2>().weights[0][0] = 1e60, steep.layer<2>().weights[1][0] = 1e60;
    CHECK(is_finite(ctnn::gradient_bounds(steep, box<double, 1>{{0}, {0}})[0][0]));
    steep.layer<0>().weights[0][0] = 1e200, steep.layer<0>().weights[0][1] = -1e200;
    CHECK(!is_finite(ctnn::gradient_bounds(steep, box<double, 1>{{0}, {0}})[0][0]));
    steep.layer<0>().weights[0][0] = std::numeric_limits<double>::quiet_NaN();
    CHECK(!is_finite(ctnn::gradient_bounds(steep, box<double, 1>{{0}, {0}})[0][0]));
}

// The infinity of a product must not become a NaN that a minimum hides.
TEST_CASE("a derivative that overflows in the middle is not known", "[verify]") {
    box<double, 1> const tiny{{-1e-300}, {1e-300}};
    using behind_dense = net<double, input<1>, relu, dense<1, relu>, dense<1>>;
    behind_dense const steep{{{{1e180}}, {0}}, {{{1e180}}, {0}}};
    CHECK(!is_finite(ctnn::gradient_bounds(steep, tiny)[0][0]));
    using behind_activation = net<double, input<1>, relu, ctnn::basic_leaky_relu<1e200>, dense<1>>;
    behind_activation const bent{{{{1e180}}, {0}}};
    CHECK(!is_finite(ctnn::gradient_bounds(bent, tiny)[0][0]));
}
