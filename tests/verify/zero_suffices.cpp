#include <ctnn/verify/condition.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <ctnn/activation/hard_sigmoid.hpp>
#include <ctnn/activation/hard_tanh.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/convert.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/number/next_above.hpp>
#include <ctnn/verify/prove.hpp>
#include <limits>

#include "../catch.hpp"
#include "../soundness/nets.hpp"

// Constraints of which a sum of 0 is enough, beside the strict ones, of which it is not.

namespace {

namespace verify = ctnn::verify;
using ctnn::box;
using verify::linear_constraint;

constexpr linear_constraint<1> above{{1}, -0.5}, at_least{{1}, -0.5, true};
constexpr std::array half{0.5}, more{0.75}, less{0.25};
constexpr std::array no_number{std::numeric_limits<double>::quiet_NaN()};
static_assert(above.is_violated_by(half) && !above.is_satisfied_by(half));
static_assert(!at_least.is_violated_by(half) && at_least.is_satisfied_by(half));
static_assert(!above.is_violated_by(more) && above.is_satisfied_by(more));
static_assert(!at_least.is_violated_by(more) && at_least.is_satisfied_by(more));
static_assert(above.is_violated_by(less) && !above.is_satisfied_by(less));
static_assert(at_least.is_violated_by(less) && !at_least.is_satisfied_by(less));
static_assert(!above.is_violated_by(no_number) && !above.is_satisfied_by(no_number));
static_assert(!at_least.is_violated_by(no_number) && !at_least.is_satisfied_by(no_number));

// c y + k > 0, or >= 0, of a network with one output.
constexpr verify::condition<1, 1, 1> one(double c, double k, bool zero_suffices) {
    verify::condition<1, 1, 1> wanted{};
    wanted.rows[0][0] = {{c}, k, zero_suffices};
    return wanted;
}
// At least 0 and at most 1: both are reached.
constexpr verify::condition<1, 2, 1> in_unit(bool zero_suffices) {
    verify::condition<1, 2, 1> wanted{};
    wanted.rows[0][0] = {{1}, 0, zero_suffices};
    wanted.rows[1][0] = {{-1}, 1, zero_suffices};
    return wanted;
}

template <class Activation>
using net = ctnn::network<float, ctnn::input<1>, ctnn::dense<1, Activation>>;
template <class Activation>
constexpr net<Activation> steep{{{{100}}, {0}}};
constexpr box<float, 1> around_0{{-4}, {4}}, from_0{{0}, {1}}, only_0{{0}, {0}};

// What never falls below 0, is 0 in one piece of the box, or in one number of it.
static_assert(verify::prove(steep<ctnn::relu>, around_0, one(1, 0, true)).proven());
static_assert(verify::prove(steep<ctnn::relu>, around_0, one(1, 0, true)).margin == 0);
static_assert(verify::prove(steep<ctnn::relu>, around_0, one(1, 0, false)).violated());
static_assert(verify::prove(steep<ctnn::identity>, from_0, one(1, 0, true)).proven());
static_assert(verify::prove(steep<ctnn::identity>, from_0, one(1, 0, false)).violated());
static_assert(verify::prove(steep<ctnn::identity>, only_0, one(-1, 0, true)).proven());
static_assert(verify::prove(steep<ctnn::identity>, only_0, one(-1, 0, false)).violated());
static_assert(verify::prove(steep<ctnn::hard_tanh>, around_0, one(-1, 1, true)).proven());
static_assert(verify::prove(steep<ctnn::hard_tanh>, around_0, one(-1, 1, false), 9).violated());
static_assert(verify::prove(steep<ctnn::hard_sigmoid>, around_0, in_unit(true)).proven());
static_assert(verify::prove(steep<ctnn::hard_sigmoid>, around_0, in_unit(false), 9).violated());
static_assert(verify::prove(steep<ctnn::sigmoid>, around_0, in_unit(true)).proven());
static_assert(verify::prove(steep<ctnn::tanh>, around_0, one(-1, 1, true)).proven());

// Probabilities, of which linear bounds know nothing alone.
using two = ctnn::network<double, ctnn::input<1>, ctnn::dense<2, ctnn::softmax>>;
constexpr two chances{{{{1, -1}}, {0, 0}}};
constexpr verify::condition<2, 2, 1> is_a_chance{{{{{{{1, 0}, 0, true}}}, {{{{-1, 0}, 1, true}}}}}};
static_assert(verify::prove(chances, {{-3}, {3}}, is_a_chance).proven());
constexpr verify::condition<2, 1, 1> below_0_9{{{{{{{-1, 0}, 0.9}}}}}};
static_assert(verify::prove(chances, {{-1}, {1}}, below_0_9).proven());
static_assert(verify::prove(chances, {{-2}, {2}}, below_0_9, 9).violated());

// A row holds if one of its constraints does, whichever that is; all rows have to.
constexpr verify::condition<1, 1, 2> either{{{{{{{1}, -9, false}, {{1}, 0, true}}}}}};
constexpr verify::condition<1, 2, 1> both{{{{{{{1}, 0, true}}}, {{{{1}, 0, false}}}}}};
static_assert(verify::prove(steep<ctnn::relu>, around_0, either).proven());
static_assert(verify::prove(steep<ctnn::relu>, around_0, both, 9).violated());

// Outputs that are always equal.
using twins = ctnn::network<float, ctnn::input<1>, ctnn::dense<2>>;
constexpr twins equal{{{{1, 1}}, {0, 0}}};
constexpr verify::condition<2, 1, 1> not_less{{{{{{{1, -1}, 0, true}}}}}};
static_assert(!verify::prove(equal, {{0}, {1}}, not_less).violated());
static_assert(verify::prove(equal, {{1}, {1}}, not_less).proven());

// Of numbers that linear bounds do not know, one input is still computed.
constexpr ctnn::network<double, ctnn::input<1>, ctnn::dense<1>> large{{{{1e150}}, {0}}};
static_assert(verify::prove(large, {{1}, {1}}, one(1, -1e150, true)).proven());
static_assert(verify::prove(large, {{1}, {1}}, one(1, -1e150, false)).violated());

// Relus that are split: off, the output is exactly 0.
using split = ctnn::network<float, ctnn::input<3>, ctnn::dense<2, ctnn::relu>, ctnn::dense<1>>;
constexpr split bent{{{{1, 0}, {1, 1}, {1, -1}}, {0, 0}}, {{{-1}, {1}}, {0}}};
constexpr auto at_most_2 = verify::prove(bent, {{-1, -1, -1}, {1, 1, 1}}, one(-1, 2, true), 500);
static_assert(!at_most_2.violated());

using fixed = ctnn::fixed_point<3, 4>;
using fixed_net = ctnn::network<fixed, ctnn::input<1>, ctnn::dense<1, ctnn::relu>>;
constexpr fixed_net small{{{{fixed(1.5)}}, {fixed(0)}}};
constexpr box<fixed, 1> fixed_box{{fixed(-2)}, {fixed(2)}};
static_assert(verify::prove(small, fixed_box, one(1, 0, true)).proven());
static_assert(verify::prove(small, fixed_box, one(1, 0, false)).violated());
static_assert(verify::prove(small, fixed_box, one(-1, 3, true)).proven());
static_assert(verify::prove(small, fixed_box, one(-1, 3, true)).margin == 0);
static_assert(verify::prove(small, fixed_box, one(-1, 3, false), 100).violated());

} // namespace

TEST_CASE("constraints of which 0 is enough are decided as trying every input tells", "[verify]") {
    using model = ctnn::network<fixed, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<1>>;
    soundness::draw random(71);
    int proven = 0, violated = 0, edges = 0;
    for (int k = 0; k < 60; ++k) {
        model n{};
        ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<1>> drawn =
            soundness::network<decltype(drawn)>(random);
        n = ctnn::convert<fixed>(drawn);
        box<fixed, 2> const in{{fixed(-0.5), fixed(0.25)}, {fixed(0.5), fixed(1)}};
        double least = 1e9;
        for (int a = in.lower[0].raw; a <= in.upper[0].raw; ++a)
            for (int b = in.lower[1].raw; b <= in.upper[1].raw; ++b) {
                auto const y = n({fixed::from_raw(static_cast<fixed::storage>(a)),
                                  fixed::from_raw(static_cast<fixed::storage>(b))});
                least = std::min(least, static_cast<double>(y[0]));
            }
        for (double by : {-0.0625, 0.0, 0.0625})
            for (bool zero_suffices : {false, true}) {
                auto const v = verify::prove(n, in, one(1, by - least, zero_suffices), 1000);
                bool const holds = by > 0 || (by == 0 && zero_suffices);
                CHECK(v.proven() == holds);
                CHECK(v.violated() == !holds);
                CHECK((!v.proven() || v.margin <= by));
                proven += v.proven(), violated += v.violated(), edges += by == 0 && v.proven();
            }
    }
    CHECK((proven == 180 && violated == 180 && edges == 60));
}

TEST_CASE("no float contradicts a verdict on a constraint of which 0 is enough", "[verify]") {
    using model = ctnn::network<float, ctnn::input<1>, ctnn::dense<5, ctnn::relu>, ctnn::dense<1>>;
    soundness::draw random(72);
    int edges = 0, wrong = 0;
    for (int k = 0; k < 100; ++k) {
        auto const n = soundness::network<model>(random);
        float const from = static_cast<float>(random.between(-1, 1));
        float to = from, least = n({from})[0];
        for (int i = 0; i < 200; ++i) {
            to = ctnn::number::next_above(to);
            least = std::min(least, n({to})[0]);
        }
        auto const strict =
            verify::prove(n, {{from}, {to}}, one(1, -static_cast<double>(least), false), 5000);
        auto const not_strict =
            verify::prove(n, {{from}, {to}}, one(1, -static_cast<double>(least), true), 5000);
        wrong += strict.proven() || not_strict.violated();
        edges += not_strict.proven();
        float const next = ctnn::number::next_above(least);
        wrong += verify::prove(n, {{from}, {to}}, one(1, -static_cast<double>(next), true), 5000)
                     .proven();
    }
    CHECK(wrong == 0);
    CHECK(edges >= 95);
}
