#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/lipschitz_below.hpp>

#include <array>
#include <cmath>
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
#include <ctnn/network/initialize.hpp>
#include <ctnn/verify/lipschitz_bound.hpp>
#include <limits>

#include "../catch.hpp"
#include "../soundness/nets.hpp"
#include "../soundness/real_network.hpp"
#include "../support/compare.hpp"

namespace {

namespace verify = ctnn::verify;
using ctnn::box;
using ctnn::dense;
using ctnn::input;
using ctnn::relu;

template <class T, class... Layers>
using net = ctnn::network<T, Layers...>;

// By hand: relu(x - y) - relu(y - x - 1), that is x - y without the part from -1 to 0, which is level.
// It is of steepness 2, but 4 where nothing is known of its neurons.
using by_hand = net<double, input<2>, dense<2, relu>, dense<1>>;
constexpr by_hand step{{{{1, -1}, {-1, 1}}, {0, -1}}, {{{1}, {-1}}, {0}}};
constexpr box<double, 2> all{{-2, -2}, {2, 2}};
constexpr double wide = verify::lipschitz_bound(step, all);
static_assert(wide >= 4 && wide < 4.000001);
constexpr auto cut = verify::lipschitz_below(step, all, 2.01, 4000);
static_assert(cut.proven() && cut.margin > 0 && cut.margin < 0.0101 && cut.boxes > 1 &&
              cut.slack < 1e-13);
constexpr auto steep = verify::lipschitz_below(step, all, 1.99, 400);
static_assert(steep.violated() && !steep.proven() && !steep.unknown());
// An input that cannot change does not count.
static_assert(verify::lipschitz_bound(step, {{0.25, 0.125}, {0.5, 0.125}}) < 1.000001);
static_assert(verify::lipschitz_below(step, {{0, 0.5}, {1, 0.5}}, 0.9, 9).violated());
static_assert(verify::lipschitz_bound(step, {{0.5, 0.5}, {0.5, 0.5}}) == 0);
// The program may be off by a rounding, which is told.
static_assert(cut.slack > 0);

// Nothing is proven of what is no box, no number, or out of budget.
constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
static_assert(verify::lipschitz_below(step, {{1, 0}, {0, 1}}, 9).unknown());
static_assert(verify::lipschitz_below(step, {{0, no_number}, {1, 1}}, 9).unknown());
static_assert(verify::lipschitz_below(step, all, no_number).unknown());
static_assert(verify::lipschitz_below(step, all, -1).unknown());
static_assert(
    verify::lipschitz_below(step, all, std::numeric_limits<double>::infinity()).unknown());
static_assert(verify::lipschitz_below(step, {{0, 0}, {1e200, 1}}, 9).unknown());
constexpr auto spent = verify::lipschitz_below(step, all, 2.01, 3);
static_assert(spent.unknown() && spent.boxes == 3 && spent.left.is_valid() && spent.margin == 0 &&
              spent.slack > 1e300);
static_assert(verify::lipschitz_bound(step, {{1, 0}, {0, 1}}) > 1e300);

// A controller in a constant.
using model = net<float, input<2>, dense<16, relu>, dense<16, relu>, dense<1>>;
constexpr model controller = ctnn::initialize<model>(ctnn::glorot_uniform{}, 7);
constexpr auto smooth = verify::lipschitz_below(controller, {{0.1f, 0.1f}, {1, 1}}, 2.8, 40);
static_assert(smooth.proven() && smooth.boxes > 1);

// The largest quotient that random pairs of points have, as real functions.
template <class Network>
long double steepest_pair(soundness::draw& random, Network const& one,
                          box<typename Network::scalar, Network::input_size> const& in) {
    long double most = 0;
    for (int k = 0; k < 60; ++k) {
        auto const a = soundness::point(random, in), b = soundness::point(random, in);
        auto const y = soundness::real_network(one, a), z = soundness::real_network(one, b);
        long double apart = 0;
        for (std::size_t i = 0; i < a.size(); ++i)
            apart = std::max(
                apart, std::abs(static_cast<long double>(a[i]) - static_cast<long double>(b[i])));
        for (std::size_t j = 0; j < y.y.size(); ++j)
            if (apart > 1e-6l)
                most = std::max(most, std::abs(y.y[j] - z.y[j]) / apart);
    }
    return most;
}

} // namespace

TEMPLATE_TEST_CASE("no pair of points contradicts a Lipschitz verdict", "[verify]",
                   (net<float, input<3>, dense<6, relu>, dense<4, ctnn::tanh>, dense<2>>),
                   (net<double, input<2>, dense<5, ctnn::silu>, dense<3, ctnn::softmax>>)) {
    using scalar = typename TestType::scalar;
    soundness::draw random(61);
    int proven = 0, violated = 0, wrong = 0;
    for (int k = 0; k < 120; ++k) {
        auto const one = soundness::network<TestType>(random);
        auto const in = soundness::box<scalar, TestType::input_size>(random);
        long double const most = steepest_pair(random, one, in);
        double const bound = verify::lipschitz_bound(one, in);
        wrong += most > static_cast<long double>(bound) * (1 + 1e-10l);
        for (double const share : {0.3, 0.8, 1.05}) {
            double const limit = share * bound;
            auto const v = verify::lipschitz_below(one, in, limit, 60);
            proven += v.proven(), violated += v.violated();
            wrong += v.proven() && most > static_cast<long double>(limit) * (1 + 1e-10l);
            if (v.violated()) {
                auto const y = soundness::real_network(one, v.counterexample);
                auto const z = soundness::real_network(one, v.other);
                long double apart = 0, change = 0;
                for (std::size_t i = 0; i < TestType::input_size; ++i)
                    apart =
                        std::max(apart, std::abs(static_cast<long double>(v.other[i]) -
                                                 static_cast<long double>(v.counterexample[i])));
                for (std::size_t j = 0; j < TestType::output_size; ++j)
                    change = std::max(change, std::abs(z.y[j] - y.y[j]));
                wrong += !(change > static_cast<long double>(limit) * apart) ||
                         !in.contains(v.counterexample) || !in.contains(v.other);
            }
        }
    }
    CHECK(wrong == 0);
    CHECK(proven > 100);
    CHECK(violated > 60);
}

// The roundings of the program against the real function, at random points.
TEMPLATE_TEST_CASE(
    "no program is further from its real function than its errors say", "[verify]",
    (net<float, input<3>, dense<9, relu>, dense<70, ctnn::sigmoid>, dense<2>>),
    (net<float, input<3>, dense<8, ctnn::gelu>, dense<5, ctnn::elu>, dense<3, ctnn::softmax>>),
    (net<float, input<2>, dense<4, ctnn::hard_sigmoid>, dense<3, ctnn::softplus>,
         dense<2, ctnn::silu>, dense<2, ctnn::tanh>>),
    (net<double, input<3>, dense<6, ctnn::leaky_relu>, dense<4, ctnn::hard_tanh>, dense<2>>)) {
    using scalar = typename TestType::scalar;
    soundness::draw random(62);
    int beyond = 0;
    long double closest = 0;
    for (int k = 0; k < 200; ++k) {
        auto const one = soundness::network<TestType>(random);
        auto const in = soundness::box<scalar, TestType::input_size>(random);
        verify::detail::steepness<TestType> const of(one, in);
        for (int points = 0; points < 20 && of.known; ++points) {
            auto const x = soundness::point(random, in);
            auto const y = one(x);
            auto const z = soundness::real_network(one, x);
            for (std::size_t j = 0; j < TestType::output_size; ++j) {
                long double const error = std::abs(static_cast<long double>(y[j]) - z.y[j]);
                beyond += error > static_cast<long double>(of.errors[j]);
                if (of.errors[j] > 0)
                    closest = std::max(closest, error / static_cast<long double>(of.errors[j]));
            }
        }
    }
    CHECK(beyond == 0);
    CHECK(closest > 0.01l); // (and it is no bound out of proportion)
}

// A steep place, anywhere: a line of slope 1/2 with a step of slope 10 in it, as wide as a hundredth.
TEST_CASE("planted steep places are found", "[verify]") {
    soundness::draw random(63);
    for (int k = 0; k < 30; ++k) {
        float const at = static_cast<float>(random.between(-0.99, 0.98));
        net<float, input<1>, dense<3, relu>, dense<1>> const one{
            {{{1, 1, 1}}, {2, -at, -at - 0.01f}}, {{{0.5f}, {9.5f}, {-9.5f}}, {0}}};
        auto const v = verify::lipschitz_below(one, {{-1}, {1}}, 9, 200);
        CHECK(v.violated());
        CHECK(v.counterexample[0] < v.other[0]);
        CHECK(verify::lipschitz_below(one, {{-1}, {1}}, 10.1, 200).proven());
    }
}

TEST_CASE("Lipschitz verdicts have the same bits in a constant and on the machine", "[verify]") {
    auto const v = verify::lipschitz_below(compare::opaque(step), all, 2.01, 4000);
    CHECK(v.proven());
    CHECK(v.boxes == cut.boxes);
    CHECK(v.margin == cut.margin);
    CHECK(v.slack == cut.slack);
}
