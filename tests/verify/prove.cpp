#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/prove.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/log_softmax.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/metric/argmax.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/number/next_above.hpp>
#include <ctnn/verify/class_is.hpp>
#include <ctnn/verify/class_is_not.hpp>
#include <ctnn/verify/output_within.hpp>
#include <ctnn/verify/robust.hpp>
#include <limits>

#include "../catch.hpp"
#include "../soundness/nets.hpp"
#include "../support/tent.hpp"

namespace {

namespace verify = ctnn::verify;
using by_hand::tent, by_hand::tent_at, by_hand::unit;
using ctnn::box;
using ctnn::relu;

template <class T, class... Layers>
using net = ctnn::network<T, Layers...>;

constexpr box<float, 1> below_half{{-0.5f}, {0.5f}};

// Hidden in the middle of nowhere, it is found; where it is cut off, there is none.
constexpr auto found = verify::output_within(tent_at(0.37f, 0.01f), unit, below_half, 200);
static_assert(found.violated() && !found.proven() && !found.unknown());
static_assert(tent_at(0.37f, 0.01f)(found.counterexample)[0] >= 0.5f);
static_assert(unit.contains(found.counterexample));
constexpr auto none =
    verify::output_within(tent_at(0.37f, 0.01f), {{-1}, {0.35f}}, below_half, 200);
static_assert(none.proven() && none.margin > 0.4 && none.boxes >= 1);
constexpr auto spent = verify::output_within(tent_at(0.123456f, 0.0001f), unit, below_half, 3);
static_assert(spent.unknown() && spent.boxes == 3 && spent.left.is_valid());

// A box of zero width is its input.
static_assert(
    verify::output_within(tent_at(0.5f, 0.25f), {{0.5f}, {0.5f}}, {{0.9f}, {1.1f}}).proven());
static_assert(
    verify::output_within(tent_at(0.5f, 0.25f), {{0.5f}, {0.5f}}, {{-1}, {0.9f}}).violated());

// Nothing is proven of what is no box, has no such class, or is no number.
constexpr float no_number = std::numeric_limits<float>::quiet_NaN();
constexpr tent flat = tent_at(0, 1);
static_assert(verify::output_within(flat, {{1}, {0}}, {{-9}, {9}}).unknown());
static_assert(verify::output_within(flat, {{no_number}, {0}}, {{-9}, {9}}).unknown());
static_assert(verify::output_within(flat, unit, {{-9}, {no_number}}).unknown());
static_assert(verify::class_is(flat, unit, 2).unknown());
static_assert(verify::robust(flat, {0.0f}, -1.0f).unknown());
static_assert(verify::robust(flat, {0.0f}, no_number).unknown());

// One output is a class by itself: above 0.5 or not.
static_assert(verify::robust(flat, {0.0f}, 0.4f).proven());
static_assert(verify::robust(flat, {0.0f}, 0.6f, 20).violated());
static_assert(verify::class_is(flat, {{0.6f}, {1}}, 0).proven());
static_assert(verify::class_is_not(flat, {{0.6f}, {1}}, 1).proven());
static_assert(verify::class_is_not(flat, {{0}, {0.1f}}, 0).proven());

// The margin is a bound, also where a constant is so large that what is added to it is rounded:
// 2^53 + 1.5 is none of the doubles, and the next one is above it.
using level = net<double, ctnn::input<1>, ctnn::dense<1>>;
constexpr level one_and_a_half{{{{0}}, {1.5}}};
constexpr verify::condition<1, 1, 1> far_away{{{{{{{1}, 9007199254740992.0}}}}}};
constexpr auto far_margin = verify::prove(one_and_a_half, {{0}, {1}}, far_away);
static_assert(far_margin.proven() && far_margin.margin <= 9007199254740992.0);

// Two outputs that are always equal are in no order.
using twins = net<double, ctnn::input<1>, ctnn::dense<2>>;
constexpr twins equal{{{{1, 1}}, {0, 0}}};
static_assert(verify::class_is(equal, {{0}, {1}}, 0, 9).violated());
static_assert(verify::class_is_not(equal, {{0}, {1}}, 0, 9).violated());
// Behind softmax, a difference that its roundings level is none.
using twins_softmax = net<float, ctnn::input<1>, ctnn::dense<2, ctnn::softmax>>;
constexpr twins_softmax apart{{{{1, 1}}, {2e-8f, 0}}};
static_assert(!verify::class_is(apart, {{0}, {0}}, 0).proven());
constexpr twins_softmax further{{{{1, 1}}, {1e-3f, 0}}};
static_assert(verify::class_is(further, {{0}, {0.5f}}, 0).proven());
using twins_log_softmax = net<float, ctnn::input<1>, ctnn::dense<2, ctnn::log_softmax>>;
constexpr twins_log_softmax of_logs{{{{1, 1}}, {2e-8f, 0}}};
static_assert(!verify::class_is(of_logs, {{0}, {0}}, 0).proven());
constexpr twins_log_softmax further_in_logs{{{{1, 1}}, {1e-3f, 0}}};
static_assert(verify::class_is(further_in_logs, {{0}, {0.5f}}, 0).proven());
static_assert(
    verify::output_within(further_in_logs, {{0}, {0}}, {{-0.7f, -0.7f}, {-0.69f, 0}}).proven());

// Every float of the box, one after the other.
template <class Model>
float largest_output(Model const& one, float from, float to) {
    float most = -std::numeric_limits<float>::infinity();
    for (float x = from; x <= to; x = ctnn::number::next_above(x))
        most = std::max(most, one(std::array{x})[0]);
    return most;
}

} // namespace

TEST_CASE("a verdict with enough budget is what trying every input gives", "[verify]") {
    using model =
        net<float, ctnn::input<1>, ctnn::dense<5, relu>, ctnn::dense<4, relu>, ctnn::dense<1>>;
    soundness::draw random(31);
    int proven = 0, violated = 0, unknown = 0;
    for (int k = 0; k < 150; ++k) {
        auto const one = soundness::network<model>(random);
        float const from = static_cast<float>(random.between(-1, 1));
        float to = from;
        for (int i = 0; i < 300; ++i)
            to = ctnn::number::next_above(to);
        float const most = largest_output(one, from, to);
        for (float limit : {most, ctnn::number::next_above(most), most + 1e-6f, most - 1e-6f}) {
            auto const v = verify::output_within(one, {{from}, {to}}, {{-1e9f}, {limit}}, 5000);
            if (v.proven())
                CHECK(most < limit);
            if (v.violated())
                CHECK(one(v.counterexample)[0] >= limit);
            proven += v.proven(), violated += v.violated(), unknown += v.unknown();
        }
    }
    CHECK(proven >= 250);
    CHECK(violated >= 290);
    CHECK(unknown <= 10);
}

TEMPLATE_TEST_CASE(
    "no point contradicts a verdict", "[verify]",
    (net<float, ctnn::input<3>, ctnn::dense<6, relu>, ctnn::dense<3>>),
    (net<float, ctnn::input<3>, ctnn::dense<6, relu>, ctnn::dense<3, ctnn::softmax>>),
    (net<float, ctnn::input<3>, ctnn::dense<6, relu>, ctnn::dense<3, ctnn::log_softmax>>),
    (net<double, ctnn::input<3>, ctnn::dense<6, ctnn::tanh>, ctnn::dense<3, ctnn::sigmoid>>)) {
    using scalar = typename TestType::scalar;
    soundness::draw random(32);
    int proven = 0, violated = 0, wrong = 0;
    for (int k = 0; k < 300; ++k) {
        auto const one = soundness::network<TestType>(random);
        auto const in = soundness::box<scalar, 3>(random);
        std::size_t const which = random.below(3);
        auto const is = verify::class_is(one, in, which, 20);
        auto const is_not = verify::class_is_not(one, in, which, 20);
        for (int points = 0; points < 100; ++points) {
            auto const y = one(soundness::point(random, in));
            bool const chosen = ctnn::argmax(y) == which;
            wrong += is.proven() && !chosen;
            wrong += is_not.proven() && chosen;
        }
        if (is.violated()) {
            auto const y = one(is.counterexample);
            bool larger = true;
            for (std::size_t j = 0; j < 3; ++j)
                larger = larger && (j == which || y[which] > y[j]);
            wrong += larger || !in.contains(is.counterexample);
        }
        if (is_not.violated())
            wrong += ctnn::argmax(one(is_not.counterexample)) != which &&
                     one(is_not.counterexample)[ctnn::argmax(one(is_not.counterexample))] !=
                         one(is_not.counterexample)[which];
        proven += is.proven() + is_not.proven();
        violated += is.violated() + is_not.violated();
    }
    CHECK(wrong == 0);
    CHECK(proven > 150);
    CHECK(violated > 150);
}

TEST_CASE("planted counterexamples are found", "[verify]") {
    soundness::draw random(33);
    for (int k = 0; k < 40; ++k) {
        float const peak = static_cast<float>(random.between(-0.99, 0.99));
        auto const one = tent_at(peak, 1e-3f);
        auto const v = verify::output_within(one, unit, below_half, 10'000);
        CHECK(v.violated());
        CHECK(one(v.counterexample)[0] >= 0.5f);
    }
}
