#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/monotone.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <ctnn/activation/elu.hpp>
#include <ctnn/activation/hard_sigmoid.hpp>
#include <ctnn/activation/hard_tanh.hpp>
#include <ctnn/activation/identity.hpp>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/softplus.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/number/next_above.hpp>
#include <limits>

#include "../catch.hpp"
#include "../soundness/nets.hpp"
#include "../support/compare.hpp"

namespace {

namespace verify = ctnn::verify;
using ctnn::box;
using ctnn::dense;
using ctnn::input;
using ctnn::relu;
using verify::trend;

template <class T, class... Layers>
using net = ctnn::network<T, Layers...>;

// By hand: 2 relu(x - y) - relu(3 - x) - relu(y - x - 9). Every way that x takes it rises; y goes
// through the third neuron, which is dead in the small box, and through the first one it falls.
using by_hand = net<float, input<2>, dense<3, relu>, dense<1>>;
constexpr by_hand price{{{{1, -1, -1}, {-1, 0, 1}}, {0, 3, -9}}, {{{2}, {-1}, {-1}}, {0}}};
constexpr box<float, 2> small{{-2, -2}, {2, 2}}, large{{-9, -9}, {9, 9}};
constexpr auto in_x = verify::monotone(price, large, 0, 0);
static_assert(in_x.proven() && in_x.in_real_arithmetic && in_x.slack == 0 && in_x.boxes == 1 &&
              in_x.proven_up_to(0) && in_x.margin == 0);
static_assert(!verify::monotone(price, small, 0, 0, 9, trend::nonincreasing).proven());
constexpr auto in_y = verify::monotone(price, small, 1, 0, 1, trend::nonincreasing);
static_assert(in_y.proven());
static_assert(verify::monotone(price, {{1, -1}, {2, 0}}, 0, 0).margin > 2.99); // its derivative

// Of a weight with another sign, a counterexample.
constexpr by_hand turning{{{{1, -1, 1}, {-1, 0, 0}}, {0, 3, -1}}, {{{2}, {-1}, {-4}}, {0}}};
constexpr auto falls = verify::monotone(turning, small, 0, 0, 20);
static_assert(falls.violated() && !falls.proven() && !falls.proven_up_to(1e9));
static_assert(falls.counterexample[0] < falls.other[0] &&
              falls.counterexample[1] == falls.other[1] && small.contains(falls.other));
static_assert(turning(falls.other)[0] < turning(falls.counterexample)[0]);
// Where that neuron is dead, none.
static_assert(verify::monotone(turning, {{-2, -2}, {1, 2}}, 0, 0).proven());
// An input that cannot change changes nothing.
static_assert(verify::monotone(turning, {{2, -2}, {2, 2}}, 0, 0).proven());

// relu(x) - relu(x - 1) / 2 grows as a real function, which two pieces and more show; its roundings are
// another matter.
using bent = net<double, input<1>, dense<2, relu>, dense<1>>;
constexpr bent half{{{{1, 1}}, {0, -1}}, {{{1}, {-0.5}}, {0}}};
constexpr auto real_only = verify::monotone(half, {{-2}, {2}}, 0, 0, 50);
static_assert(!real_only.proven() && real_only.unknown() && real_only.in_real_arithmetic);
static_assert(real_only.slack > 0 && real_only.slack < 1e-13 && real_only.boxes > 1);
static_assert(real_only.proven_up_to(1e-13) && !real_only.proven_up_to(0) &&
              !real_only.proven_up_to(real_only.slack / 2));
static_assert(verify::monotone(half, {{1.5}, {2}}, 0, 0).margin > 0.4999);

// Nothing is known of what is no box, overflows, or is out of budget.
constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
template <class Verdict>
constexpr bool knows_nothing(Verdict const& v) {
    return v.unknown() && !v.in_real_arithmetic && !v.proven_up_to(1e300) && v.margin == 0;
}
static_assert(knows_nothing(verify::monotone(half, {{2}, {1}}, 0, 0, 9)));
static_assert(knows_nothing(verify::monotone(half, {{no_number}, {1}}, 0, 0, 9)));
static_assert(knows_nothing(verify::monotone(half, {{0}, {1e200}}, 0, 0, 9)));
static_assert(knows_nothing(verify::monotone(half, {{-2}, {2}}, 0, 0, 2)));

// Of every float it was tried that these never fall; of doubles it was not, nor is it so of softplus.
template <class T, class Activation>
using curve = net<T, input<1>, dense<2, Activation>, dense<1>>;
template <class T, class Activation>
constexpr auto of_curve = verify::monotone(curve<T, Activation>{{{{1, 2}}, {0, 1}},
                                                                {{{1}, {T(1) / T(2)}}, {0}}},
                                           box<T, 1>{{-1}, {1}}, 0, 0);
static_assert(of_curve<float, ctnn::sigmoid>.proven() && of_curve<float, ctnn::tanh>.proven() &&
              of_curve<float, ctnn::elu>.proven() && of_curve<float, ctnn::hard_tanh>.proven() &&
              of_curve<double, ctnn::hard_sigmoid>.proven() &&
              of_curve<double, ctnn::leaky_relu>.proven() &&
              of_curve<double, ctnn::identity>.proven());
static_assert(!of_curve<double, ctnn::sigmoid>.proven() &&
              of_curve<double, ctnn::sigmoid>.proven_up_to(1e-13) &&
              !of_curve<float, ctnn::softplus>.proven() &&
              of_curve<float, ctnn::softplus>.proven_up_to(1e-4) &&
              !of_curve<float, ctnn::basic_elu<-1.0>>.proven() &&
              !of_curve<float, ctnn::silu>.proven());
// What is cut off is level, and neither rises nor falls; what is not is not.
template <class Activation>
constexpr net<float, input<1>, dense<1, Activation>> as_it_is{{{{1}}, {0}}};
template <class Activation>
constexpr bool only_rises(float from, float to) {
    auto const& one = as_it_is<Activation>;
    return verify::monotone(one, {{from}, {to}}, 0, 0).proven() &&
           !verify::monotone(one, {{from}, {to}}, 0, 0, 1, trend::nonincreasing).proven();
}
template <class Activation>
constexpr bool is_level(float from, float to) {
    auto const& one = as_it_is<Activation>;
    return verify::monotone(one, {{from}, {to}}, 0, 0).proven() &&
           verify::monotone(one, {{from}, {to}}, 0, 0, 1, trend::nonincreasing).proven();
}
static_assert(only_rises<ctnn::hard_tanh>(-1, 0.5f) && only_rises<ctnn::hard_tanh>(0.5f, 1) &&
              is_level<ctnn::hard_tanh>(-3, -1) && is_level<ctnn::hard_tanh>(1, 3));
static_assert(only_rises<ctnn::hard_sigmoid>(-3, 0) && only_rises<ctnn::hard_sigmoid>(0, 3) &&
              is_level<ctnn::hard_sigmoid>(-5, -4) && is_level<ctnn::hard_sigmoid>(4, 5));
static_assert(only_rises<relu>(-1, 1) && is_level<relu>(-1, 0));
// A slope that is negative turns the direction, on its side.
using turned = net<float, input<1>, dense<1, ctnn::basic_leaky_relu<-0.5>>>;
constexpr turned abs_like{{{{1}}, {0}}};
static_assert(verify::monotone(abs_like, {{0}, {2}}, 0, 0).proven());
static_assert(verify::monotone(abs_like, {{-2}, {0}}, 0, 0, 1, trend::nonincreasing).proven());
static_assert(verify::monotone(abs_like, {{-2}, {2}}, 0, 0, 9).violated());
// A softmax in the end is only known as a real function; what goes into none of its numbers is level.
using choice = net<float, input<2>, dense<2, ctnn::softmax>>;
constexpr choice of_two{{{{1, -1}, {0, 0}}, {0, 0}}};
static_assert(!verify::monotone(of_two, small, 0, 0).proven() &&
              verify::monotone(of_two, small, 0, 0).proven_up_to(1e-5));
static_assert(!verify::monotone(of_two, small, 0, 0, 1, trend::nonincreasing).proven() &&
              !verify::monotone(of_two, small, 0, 1, 1, trend::nonincreasing).proven());
static_assert(verify::monotone(of_two, small, 1, 0).proven());

// Signs that mostly agree.
template <class Network>
Network mostly_positive(soundness::draw& random) {
    auto one = soundness::network<Network>(random);
    ctnn::detail::for_each_block(
        [&](auto block) {
            for (std::size_t i = 0; i < decltype(block)::size; ++i)
                if (random.below(12) > 0)
                    block.data[i] = std::abs(block.data[i]);
        },
        one);
    return one;
}

} // namespace

TEMPLATE_TEST_CASE(
    "what is proven holds for every float of a box", "[verify]",
    (net<float, input<1>, dense<4, relu>, dense<3, relu>, dense<1>>),
    (net<float, input<1>, dense<3, ctnn::tanh>, dense<3, ctnn::sigmoid>, dense<1>>)) {
    soundness::draw random(71);
    int proven = 0, real = 0, violated = 0, wrong = 0;
    for (int k = 0; k < 400; ++k) {
        auto const one = mostly_positive<TestType>(random);
        float const from = static_cast<float>(random.between(-1, 1));
        float to = from;
        for (int i = 0; i < 200; ++i)
            to = ctnn::number::next_above(to);
        if (random.below(2) == 0)
            to += 0.5f; // then only the floats at its beginning are tried
        auto const v = verify::monotone(one, {{from}, {to}}, 0, 0, 30);
        float x = from, last = one({from})[0], most = last;
        for (int i = 0; i < 200 && x < to; ++i) {
            x = ctnn::number::next_above(x);
            float const y = one({x})[0];
            wrong += v.proven() && y < last;
            wrong += v.in_real_arithmetic &&
                     static_cast<double>(y) < static_cast<double>(most) - v.slack;
            last = y, most = std::max(most, y);
        }
        if (v.violated())
            wrong += !(v.counterexample[0] < v.other[0]) ||
                     !(one(v.other)[0] < one(v.counterexample)[0]) || v.other[0] > to ||
                     v.counterexample[0] < from;
        proven += v.proven(), violated += v.violated();
        real += !v.proven() && v.in_real_arithmetic;
    }
    CHECK(wrong == 0);
    CHECK(proven > 50);
    CHECK(real > 10);
    CHECK(violated > 10);
}

TEMPLATE_TEST_CASE("no pair of points contradicts that a network is monotone", "[verify]",
                   (net<float, input<3>, dense<5, relu>, dense<4, ctnn::leaky_relu>, dense<2>>),
                   (net<double, input<3>, dense<4, ctnn::silu>, dense<3, ctnn::softmax>>)) {
    using scalar = typename TestType::scalar;
    soundness::draw random(72);
    int shown = 0, violated = 0, wrong = 0;
    for (int k = 0; k < 300; ++k) {
        auto const one = mostly_positive<TestType>(random);
        auto const in = soundness::box<scalar, 3>(random);
        std::size_t const i = random.below(3), o = random.below(2);
        trend const wanted = random.below(4) == 0 ? trend::nonincreasing : trend::nondecreasing;
        scalar const sign = wanted == trend::nondecreasing ? scalar(1) : scalar(-1);
        auto const v = verify::monotone(one, in, i, o, 30, wanted);
        shown += v.in_real_arithmetic, violated += v.violated();
        for (int points = 0; points < 50; ++points) {
            auto a = soundness::point(random, in), b = a;
            b[i] = soundness::point(random, in)[i];
            if (b[i] < a[i])
                std::swap(a, b);
            scalar const rise = sign * (one(b)[o] - one(a)[o]);
            wrong += v.proven() && rise < scalar(0);
            wrong += v.in_real_arithmetic && static_cast<double>(rise) < -v.slack;
        }
        if (v.violated()) {
            auto same = v.other;
            same[i] = v.counterexample[i];
            wrong += same != v.counterexample || !(v.counterexample[i] < v.other[i]) ||
                     !in.contains(v.counterexample) || !in.contains(v.other) ||
                     !(sign * (one(v.other)[o] - one(v.counterexample)[o]) < scalar(0));
        }
    }
    CHECK(wrong == 0);
    CHECK(shown > 60);
    CHECK(violated > 30);
}

// A dip of a thousandth, anywhere: x + relu(...) terms that fall within its width.
TEST_CASE("planted dips are found", "[verify]") {
    soundness::draw random(73);
    for (int k = 0; k < 30; ++k) {
        float const at = static_cast<float>(random.between(-0.99, 0.99));
        by_hand const dip{{{{1, 1, 1}, {0, 0, 0}}, {2, -at, -at - 1e-3f}}, {{{1}, {-3}, {3}}, {0}}};
        auto const v = verify::monotone(dip, {{-1, -1}, {1, 1}}, 0, 0, 2000);
        CHECK(v.violated());
        CHECK(dip(v.other)[0] < dip(v.counterexample)[0]);
        CHECK(verify::monotone(dip, {{-1, -1}, {1, 1}}, 1, 0).proven());
    }
}

TEST_CASE("an index beyond the last is not known of at run time", "[verify]") {
    CHECK(knows_nothing(verify::monotone(half, {{0}, {1}}, 1, 0)));
    CHECK(knows_nothing(verify::monotone(half, {{0}, {1}}, 0, 1)));
}

TEST_CASE("monotone verdicts have the same bits in a constant and on the machine", "[verify]") {
    auto const v = verify::monotone(compare::opaque(half), {{-2}, {2}}, 0, 0, 50);
    CHECK(v.in_real_arithmetic);
    CHECK(v.boxes == real_only.boxes);
    CHECK(v.slack == real_only.slack);
    CHECK(v.margin == real_only.margin);
}
