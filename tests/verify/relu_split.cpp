// Proofs that tell the phases of relus apart: where inputs are more than open neurons.

#include <algorithm>
#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <ctnn/verify/detail/linear/neuron_phases.hpp>
#include <ctnn/verify/detail/search/check_box.hpp>
#include <limits>
#include <vector>

#include "../catch.hpp"
#include "../soundness/nets.hpp"
#include "../support/compare.hpp"
#include "least_output.hpp"

namespace {

namespace verify = ctnn::verify;
using ctnn::box, ctnn::dense, ctnn::input, ctnn::relu;
using verify::detail::check_box, verify::detail::neuron_phases, verify::detail::phase;

template <class... Layers>
using net = ctnn::network<float, Layers...>;

// relu(s) - relu(s) of the sum of eight inputs: always 0, and each half of the inputs leaves both open.
using eight = net<input<8>, dense<2, relu>, dense<1>>;
constexpr eight difference{
    {{{1, 1}, {1, 1}, {1, 1}, {1, 1}, {1, 1}, {1, 1}, {1, 1}, {1, 1}}, {0, 0}}, {{{1}, {-1}}, {0}}};
struct stays_small {
    static constexpr eight network = difference;
    static constexpr box<float, 8> inputs{{-1, -1, -1, -1, -1, -1, -1, -1},
                                          {1, 1, 1, 1, 1, 1, 1, 1}};
    static constexpr verify::condition<1, 1, 1> wanted{{{{{{{-1}, 0.01}}}}}};
    static constexpr std::size_t boxes = 7;
};
constexpr auto by_compiler = verify::prove(stays_small::network, stays_small::inputs,
                                           stays_small::wanted, stays_small::boxes);
static_assert(by_compiler.proven());
static_assert(verify::proof<stays_small>.proven());
static_assert(verify::proof<stays_small>.boxes == by_compiler.boxes);

// What cutting sides alone tells.
template <class Network, class Condition>
verify::verdict<float, Network::input_size>
by_cuts_alone(Network const& one, box<float, Network::input_size> const& in,
              Condition const& wanted, std::size_t boxes) {
    verify::verdict<float, Network::input_size> v{};
    std::vector<box<float, Network::input_size>> open{in};
    for (; !open.empty() && v.boxes < boxes; ++v.boxes) {
        auto const next = open.back();
        open.pop_back();
        auto const found = verify::detail::check_box(one, next, wanted);
        if (found.state == verify::detail::box_state::violated) {
            v.kind = decltype(v)::kinds::violated;
            return v;
        }
        if (found.state == verify::detail::box_state::open) {
            if (found.cut == Network::input_size)
                return v;
            for (auto const& half : verify::detail::halves_of(next, found.cut))
                open.push_back(half);
        }
    }
    if (open.empty())
        v.kind = decltype(v)::kinds::proven;
    return v;
}

using two_layers = net<input<4>, dense<5, relu>, dense<4, relu>, dense<2>>;
// (Bounds of deep ones are carried forward as well.)
using four_layers =
    net<input<4>, dense<5, relu>, dense<4, relu>, dense<5, relu>, dense<4, relu>, dense<2>>;
static_assert(!verify::detail::has_forward_functions<two_layers> &&
              verify::detail::has_forward_functions<four_layers>);

// On which sides its neurons are, as computed.
template <class Network>
neuron_phases<Network> phases_at(Network const& one, typename Network::input_type const& x) {
    typename Network::records records;
    ctnn::detail::forward_recorded(one, x, records);
    neuron_phases<Network> all{};
    std::size_t neuron = 0;
    [&]<std::size_t... Index>(std::index_sequence<Index...>) {
        auto const add = [&](auto const& v) {
            for (float vi : v)
                all.set(neuron++, vi > 0 ? phase::on : phase::off);
        };
        (add(records.template at<Index>().preactivation), ...);
    }
    (std::make_index_sequence<Network::depth - 1>{});
    return all;
}

// Three of its neurons bend there.
template <class Network>
void bend_at(Network& one, typename Network::input_type const& x) {
    typename Network::records records;
    ctnn::detail::forward_recorded(one, x, records);
    for (std::size_t j = 0; j < 3; ++j)
        one.template layer<0>().biases[j] -= records.template at<0>().preactivation[j];
}

template <class Network>
bool has(neuron_phases<Network> const& all, neuron_phases<Network> const& wanted) {
    bool same = true;
    for (std::size_t i = 0; i < all.size; ++i)
        same = same && (wanted.of(i) == phase::free || wanted.of(i) == all.of(i));
    return same;
}

} // namespace

TEST_CASE("splitting relus proves what as many cuts do not", "[verify]") {
    auto const v = verify::prove(compare::opaque(stays_small::network), stays_small::inputs,
                                 stays_small::wanted, stays_small::boxes);
    CHECK(v.proven());
    CHECK(v.boxes == by_compiler.boxes);
    CHECK(v.margin == by_compiler.margin);
    CHECK_FALSE(by_cuts_alone(difference, stays_small::inputs, stays_small::wanted, 1000).proven());
}

TEMPLATE_TEST_CASE("no input with a region's phases is below its bound", "[verify]", two_layers,
                   four_layers) {
    soundness::draw random(41);
    std::size_t with_phases = 0, wrong = 0, multiplied = 0, at_once = 0, proven = 0;
    for (int k = 0; k < 600; ++k) {
        auto one = soundness::network<TestType>(random);
        auto in = soundness::box<float, 4>(random);
        if (random.below(2) == 0)
            in.lower.fill(-1), in.upper.fill(1);
        bend_at(one, soundness::point(random, in));
        // Some of the phases of some point.
        auto const all = phases_at(one, soundness::point(random, in));
        neuron_phases<TestType> some{};
        for (std::size_t i = 0; i < all.size; ++i)
            if (random.below(2) == 0)
                some.set(i, all.of(i));
        double const sign = random.below(2) == 0 ? 1 : -1;
        verify::condition<2, 1, 1> wanted{{{{{{{sign, -sign / 2}, 0}}}}}};
        // The bound, moved to where it is nearly 0, so that multipliers are looked for.
        double const first = check_box(one, in, wanted, some).margin;
        wanted.rows[0][0].constant = -first - 1e-3;
        auto const found = check_box(one, in, wanted, some);
        multiplied += found.passes > 1;
        // It ends with the pass that proves it, and at once where no multiplier makes it better.
        at_once += found.passes == 1;
        if (found.margin > 0 && found.passes > 1) {
            ++proven;
            auto const before =
                check_box(one, in, wanted, some, {found.passes - 1, found.passes - 1});
            wrong += before.margin > 0;
        }
        for (int points = 0; points < 200; ++points) {
            auto const x = soundness::point(random, in);
            if (!has(phases_at(one, x), some))
                continue;
            ++with_phases;
            auto const y = one(x);
            double const sum = sign * (static_cast<double>(y[0]) - static_cast<double>(y[1]) / 2);
            wrong += sum < first;
            wrong += sum + wanted.rows[0][0].constant < found.margin;
        }
    }
    CHECK(wrong == 0);
    CHECK(with_phases > 1'000);
    CHECK(multiplied > 100);
    CHECK(at_once > 100);
    CHECK(proven > 100);
}

TEST_CASE("a region's verdict is that of every float in a small box", "[verify]") {
    soundness::draw random(42);
    std::size_t proven = 0, violated = 0, split = 0;
    for (int k = 0; k < 10; ++k) {
        auto one = soundness::network<two_layers>(random);
        // A box of 5 x 5 x 5 x 5 floats, in the middle of which neurons bend.
        box<float, 4> in{};
        for (std::size_t i = 0; i < 4; ++i) {
            float x = static_cast<float>(random.between(-1, 1));
            in.lower[i] = x;
            for (int n = 0; n < 4; ++n)
                x = ctnn::number::next_above(x);
            in.upper[i] = x;
        }
        bend_at(one, verify::detail::middle_of_box(in));
        std::vector<float> values;
        std::array<float, 4> x{};
        auto const each = [&](auto const& self, std::size_t i) -> void {
            if (i == 4) {
                values.push_back(one(x)[0]);
                return;
            }
            for (x[i] = in.lower[i]; x[i] <= in.upper[i]; x[i] = ctnn::number::next_above(x[i]))
                self(self, i + 1);
        };
        each(each, 0);
        REQUIRE(values.size() == 625);
        float const most = *std::max_element(values.begin(), values.end());
        for (float limit : {most, most + 1e-7f, most + 1e-6f, most - 1e-6f}) {
            verify::condition<2, 1, 1> const below{{{{{{{-1, 0}, static_cast<double>(limit)}}}}}};
            split += check_box(one, in, below).split != verify::detail::no_neuron;
            auto const found = verify::prove(one, in, below, 3000);
            CHECK_FALSE((found.proven() && most >= limit));
            if (found.violated())
                CHECK(one(found.counterexample)[0] >= limit);
            proven += found.proven(), violated += found.violated();
        }
    }
    CHECK(proven > 6);
    CHECK(violated > 6);
    CHECK(split > 4);
}

TEMPLATE_TEST_CASE("a verdict is that of all corners of a function's pieces", "[verify]",
                   (net<input<3>, dense<2, relu>, dense<1>>),
                   (net<input<4>, dense<3, relu>, dense<1>>)) {
    soundness::draw random(43);
    constexpr std::size_t inputs = TestType::input_size;
    std::size_t split = 0;
    for (int k = 0; k < 50; ++k) {
        auto const one = soundness::network<TestType>(random);
        box<float, inputs> in{};
        in.lower.fill(-1), in.upper.fill(1);
        double const least = least_output(one, in);
        for (double beyond : {1e-4, 1e-3, 0.1, -1e-4, -1e-3}) {
            INFO(beyond);
            verify::condition<1, 1, 1> const above{{{{{{{1}, beyond - least}}}}}};
            auto const v = verify::prove(one, in, above, 2000);
            CHECK(v.proven() == (beyond > 0));
            // (what is missed by a hair is missed by few inputs)
            CHECK(v.violated() <= (beyond < 0));
            if (v.violated())
                CHECK(above.is_violated_by(one(v.counterexample)));
            split += check_box(one, in, above).split != verify::detail::no_neuron;
            auto const cuts = by_cuts_alone(one, in, above, 2000);
            if (!v.unknown() && !cuts.unknown())
                CHECK(v.kind == cuts.kind);
        }
    }
    CHECK(split > 20);
}

TEST_CASE("a counterexample after splits is found", "[verify]") {
    soundness::draw random(44);
    std::size_t boxes = 0;
    for (int k = 0; k < 40; ++k) {
        // A tent over the sum of eight inputs.
        float const peak = static_cast<float>(random.between(-6, 6)), width = 0.1f;
        net<input<8>, dense<3, relu>, dense<1>> tent{};
        for (float& w : tent.template layer<0>().weights.values)
            w = 1;
        tent.template layer<0>().biases = {-peak + width, -peak, -peak - width};
        tent.template layer<1>() = {{{1 / width}, {-2 / width}, {1 / width}}, {0}};
        verify::condition<1, 1, 1> const below_half{{{{{{{-1}, 0.5}}}}}};
        auto const v = verify::prove(tent, stays_small::inputs, below_half, 2000);
        REQUIRE(v.violated());
        CHECK(tent(v.counterexample)[0] >= 0.5f);
        CHECK(stays_small::inputs.contains(v.counterexample));
        boxes += v.boxes;
    }
    CHECK(boxes > 40);
}

TEST_CASE("bounds that contradict each other prove nothing of a whole box", "[verify]") {
    soundness::draw random(46);
    auto const one = soundness::network<two_layers>(random);
    box<float, 4> const in{{-1, -1, -1, -1}, {1, 1, 1, 1}};
    verify::condition<2, 1, 1> const wanted{{{{{{{1, 0}, 1e9}}}}}};
    verify::detail::chain_bounds<two_layers> bounds{};
    auto const check = [&](neuron_phases<two_layers> const& phases) {
        return check_box(one, in, wanted, phases, {}, &bounds).state;
    };
    CHECK(check({}) == verify::detail::box_state::holds); // (as nothing is known before)
    bounds.known = true;
    for (std::size_t i = 0; i < bounds.size; ++i)
        bounds.low[i] = -1e6, bounds.high[i] = 1e6;
    CHECK(check({}) == verify::detail::box_state::holds);
    bounds.low[2] = 1, bounds.high[2] = -1;
    CHECK(check({}) == verify::detail::box_state::open);
    neuron_phases<two_layers> some{};
    some.set(0, phase::on);
    CHECK(check(some) == verify::detail::box_state::holds); // (no input has them)
}

TEST_CASE("nothing is proven by phases of what is no number", "[verify]") {
    constexpr float no_number = std::numeric_limits<float>::quiet_NaN();
    constexpr float most = std::numeric_limits<float>::max();
    for (float bad : {no_number, std::numeric_limits<float>::infinity(), most}) {
        for (int where = 0; where < 3; ++where) {
            eight one = difference;
            (where == 0   ? one.layer<0>().biases[0]
             : where == 1 ? one.layer<0>().weights.values[3]
                          : one.layer<1>().weights.values[1]) = bad;
            CHECK_FALSE(verify::prove(one, stays_small::inputs, stays_small::wanted, 200).proven());
        }
    }
}
