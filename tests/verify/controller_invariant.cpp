#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/controller_invariant.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/activation/hard_tanh.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/network/convert.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/number/next_above.hpp>
#include <ctnn/verify/proof.hpp>
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

template <class T, class... Layers>
using net = ctnn::network<T, Layers...>;

// By hand: x' = x + u with u = -k x. Of one box nothing is known, for x + u forgets that u depends on
// x; of pieces it is.
struct integrator {
    template <class T>
    constexpr std::array<T, 1> operator()(std::array<T, 1> const& x,
                                          std::array<T, 1> const& u) const {
        return {x[0] + u[0]};
    }
};
using gain = net<float, input<1>, dense<1>>;
constexpr gain gentle{{{{-0.5f}}, {0}}}, violent{{{{-2.5f}}, {0}}};
constexpr box<float, 1> unit{{-1}, {1}};
static_assert(verify::controller_invariant(gentle, integrator{}, unit).unknown());
constexpr auto stays = verify::controller_invariant(gentle, integrator{}, unit, 50);
static_assert(stays.proven() && stays.boxes > 1 && stays.margin == 0);
constexpr auto leaves = verify::controller_invariant(violent, integrator{}, unit, 50);
static_assert(leaves.violated() && unit.contains(leaves.counterexample));
static_assert(!unit.contains(integrator{}(leaves.counterexample, violent(leaves.counterexample))));
constexpr auto spent = verify::controller_invariant(gentle, integrator{}, unit, 2);
static_assert(spent.unknown() && spent.boxes == 2 && spent.margin == 0 && spent.left.is_valid());

// The ends belong to the box.
constexpr gain none{{{{0}}, {0}}};
constexpr auto still = verify::controller_invariant(none, integrator{}, unit);
static_assert(still.proven() && still.margin == 0);
static_assert(verify::controller_invariant(gentle, integrator{}, {{0.5f}, {0.5f}}).violated());
static_assert(verify::controller_invariant(none, integrator{}, {{0.5f}, {0.5f}}).proven());

// Nothing is proven of what is no box, nor of a plant that gives no number.
constexpr float no_number = std::numeric_limits<float>::quiet_NaN();
static_assert(verify::controller_invariant(none, integrator{}, {{1}, {0}}, 9).unknown());
static_assert(verify::controller_invariant(none, integrator{}, {{no_number}, {0}}, 9).unknown());
static_assert(verify::controller_invariant(none, integrator{}, {{0}, {no_number}}, 9).unknown());

// A lambda is a plant, and a layer of one's own leaves interval bounds.
struct minus_half {
    template <ctnn::concepts::scalar Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;
        struct parameters {};
        static constexpr values forward(parameters, values const& x) {
            values y = x;
            for (Scalar& one : y)
                one = one * Scalar(-0.5);
            return y;
        }
        static constexpr values backward(parameters p, values const&, values const& dv) {
            return forward(p, dv);
        }
    };
};
constexpr auto add = [](auto const& x, auto const& u) { return std::array{x[0] + u[0]}; };
static_assert(
    verify::controller_invariant(net<float, input<1>, minus_half>{}, add, unit, 50).proven());

// A pendulum-like loop of two states in more boxes than one constant takes.
struct swing {
    using model = net<float, input<2>, dense<8, relu>, dense<1>>;
    static constexpr model network{
        {{{1, -1, 0, 0, 1, -1, 0.5f, -0.5f}, {0, 0, 1, -1, 1, -1, -0.5f, 0.5f}},
         {0, 0, 0, 0, -0.5f, -0.5f, 0, 0}},
        {{{-0.6f}, {0.6f}, {-1.1f}, {1.1f}, {-0.1f}, {0.1f}, {0}, {0}}, {0}}};
    struct plant_type {
        template <class T>
        constexpr std::array<T, 2> operator()(std::array<T, 2> const& x,
                                              std::array<T, 1> const& u) const {
            return {x[0] * T(0.97f) + x[1] * T(0.02f), x[1] + T(0.2f) * (x[0] + u[0])};
        }
    };
    static constexpr plant_type plant{};
    static constexpr box<float, 2> inputs{{-1, -1}, {1, 1}};
    static constexpr std::size_t boxes = 4000;
};
constexpr auto swings = verify::proof<swing>;
static_assert(swings.proven() && swings.margin > 0);
using swing_slices = verify::detail::proof_of<verify::detail::loop_property<swing>>;
static_assert(swings.boxes > swing_slices::boxes_in_slice);

// A plant with numbers of its own.
struct around {
    float middle, control, pull, push;

    template <class T>
    constexpr std::array<T, 1> operator()(std::array<T, 1> const& x,
                                          std::array<T, 1> const& u) const {
        return {T(middle) + T(pull) * (x[0] - T(middle)) + T(push) * (u[0] - T(control))};
    }
};

} // namespace

TEST_CASE("a verdict on a loop is what trying every state gives", "[verify]") {
    using model = net<float, input<1>, dense<5, relu>, dense<3, ctnn::tanh>, dense<1>>;
    soundness::draw random(81);
    int proven = 0, violated = 0, wrong = 0;
    for (int k = 0; k < 300; ++k) {
        auto const one = soundness::network<model>(random);
        float const from = static_cast<float>(random.between(-1, 1));
        float to = from, middle = from;
        for (int i = 0; i < 200; ++i) {
            to = ctnn::number::next_above(to);
            middle = i < 100 ? to : middle;
        }
        around const plant{middle, one({middle})[0], static_cast<float>(random.between(-1.1, 1.1)),
                           static_cast<float>(random.between(-0.3, 0.3))};
        box<float, 1> const in{{from}, {to}};
        bool all_stay = true;
        for (float x = from; x <= to; x = ctnn::number::next_above(x))
            all_stay = all_stay && in.contains(plant(std::array{x}, one({x})));
        auto const v = verify::controller_invariant(one, plant, in, 5000);
        wrong += v.unknown() || v.proven() != all_stay;
        if (v.violated())
            wrong += !in.contains(v.counterexample) ||
                     in.contains(plant(v.counterexample, one(v.counterexample)));
        proven += v.proven(), violated += v.violated();
    }
    CHECK(wrong == 0);
    CHECK(proven > 100);
    CHECK(violated > 20);
}

// Two states of a few floats each, of which pieces of neighbours are left in the end.
TEST_CASE("a verdict on a loop of two states is what trying every state gives", "[verify]") {
    using model = net<float, input<2>, dense<4, relu>, dense<1>>;
    soundness::draw random(83);
    int proven = 0, violated = 0, wrong = 0;
    for (int k = 0; k < 300; ++k) {
        auto const one = soundness::network<model>(random);
        box<float, 2> in{};
        std::array<float, 2> middle{};
        for (std::size_t i = 0; i < 2; ++i) {
            in.lower[i] = in.upper[i] = static_cast<float>(random.between(0.5, 1));
            for (int floats = 0; floats < 6; ++floats) {
                in.upper[i] = ctnn::number::next_above(in.upper[i]);
                middle[i] = floats < 3 ? in.upper[i] : middle[i];
            }
        }
        float const a = static_cast<float>(random.between(-1, 1));
        float const b = static_cast<float>(random.between(-1, 1)), at_middle = one(middle)[0];
        auto const plant = [=]<class T>(std::array<T, 2> const& x, std::array<T, 1> const& u) {
            return std::array<T, 2>{T(middle[0]) + T(a) * (x[0] - T(middle[0])) +
                                        T(b) * (x[1] - T(middle[1])),
                                    x[1] + T(0.5f) * (u[0] - T(at_middle))};
        };
        bool all_stay = true;
        std::array<float, 2> x = in.lower;
        for (; x[0] <= in.upper[0]; x[0] = ctnn::number::next_above(x[0]))
            for (x[1] = in.lower[1]; x[1] <= in.upper[1]; x[1] = ctnn::number::next_above(x[1]))
                all_stay = all_stay && in.contains(plant(x, one(x)));
        auto const v = verify::controller_invariant(one, plant, in, 5000);
        wrong += v.unknown() || v.proven() != all_stay;
        proven += v.proven(), violated += v.violated();
    }
    CHECK(wrong == 0);
    CHECK(proven > 40);
    CHECK(violated > 40);
}

// In fixed point, every state that there is.
TEST_CASE("a verdict on a loop in fixed point is what trying every state gives", "[verify]") {
    using number = ctnn::fixed_point<2, 5>;
    soundness::draw random(84);
    int proven = 0, violated = 0, wrong = 0;
    for (int k = 0; k < 200; ++k) {
        auto const one = ctnn::convert<number>(
            soundness::network<net<float, input<1>, dense<4, relu>, dense<1, ctnn::tanh>>>(random));
        number const pull(random.between(-1, 1)), push(random.between(-1, 1));
        auto const plant = [=]<class T>(std::array<T, 1> const& x, std::array<T, 1> const& u) {
            return std::array<T, 1>{T(static_cast<double>(pull)) * x[0] +
                                    T(static_cast<double>(push)) * u[0]};
        };
        box<number, 1> const in{{number(-1.0)}, {number(1.0)}};
        bool all_stay = true;
        for (int raw = -32; raw <= 32; ++raw) {
            std::array<number, 1> const x{number::from_raw(static_cast<std::int8_t>(raw))};
            all_stay = all_stay && in.contains(plant(x, one(x)));
        }
        auto const v = verify::controller_invariant(one, plant, in, 5000);
        wrong += v.unknown() || v.proven() != all_stay;
        proven += v.proven(), violated += v.violated();
    }
    CHECK(wrong == 0);
    CHECK(proven > 40);
    CHECK(violated > 20);
}

TEST_CASE("no state contradicts that a loop stays in its box", "[verify]") {
    using model = net<double, input<2>, dense<6, ctnn::silu>, dense<1, ctnn::hard_tanh>>;
    soundness::draw random(82);
    int proven = 0, violated = 0, wrong = 0;
    for (int k = 0; k < 200; ++k) {
        auto const one = soundness::network<model>(random);
        double const p = random.between(0.3, 1), q = random.between(-0.5, 0.5);
        auto const plant = [p, q]<class T>(std::array<T, 2> const& x, std::array<T, 1> const& u) {
            return std::array<T, 2>{T(p) * x[0] + T(q) * u[0], T(0.9) * x[1] + T(0.1) * x[0]};
        };
        box<double, 2> const in{{-1, -1}, {1, 1}};
        auto const v = verify::controller_invariant(one, plant, in, 100);
        for (int points = 0; points < 200 && v.proven(); ++points) {
            auto const x = soundness::point(random, in);
            wrong += !in.contains(plant(x, one(x)));
        }
        if (v.violated())
            wrong += in.contains(plant(v.counterexample, one(v.counterexample)));
        proven += v.proven(), violated += v.violated();
    }
    CHECK(wrong == 0);
    CHECK(proven > 40);
    CHECK(violated > 20);
}

TEST_CASE("the compiler's invariant box is that of the machine", "[verify]") {
    auto const v = verify::controller_invariant(compare::opaque(swing::network), swing::plant,
                                                swing::inputs, swing::boxes);
    CHECK(v.proven());
    CHECK(v.boxes == swings.boxes);
    CHECK(v.margin == swings.margin);
}
