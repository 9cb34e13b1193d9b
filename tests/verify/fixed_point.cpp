// Bounds and verdicts of networks in fixed point beside every input that there is.

#include <ctnn/network/network.hpp>
#include <ctnn/verify/prove.hpp>

#include <array>
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
#include <ctnn/layer/dense.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/class_is.hpp>
#include <ctnn/verify/output_within.hpp>
#include <ctnn/verify/robust.hpp>

#include "../catch.hpp"
#include "fixed_point_oracle.hpp"

namespace {

using namespace every_input;
namespace verify = ctnn::verify;

template <class Hidden, class Last = ctnn::identity>
using net = ctnn::network<q, ctnn::input<2>, ctnn::dense<3, Hidden>, ctnn::dense<2, Last>>;

// In the compiler, of 16 bits.
using fine = ctnn::fixed_point<3, 12>;
using pair = ctnn::network<fine, ctnn::input<2>, ctnn::dense<2, ctnn::relu>, ctnn::dense<1>>;
constexpr pair distance{{{{fine(1), fine(-1)}, {fine(-1), fine(1)}}, {fine(0), fine(0)}},
                        {{{fine(1)}, {fine(1)}}, {fine(0)}}}; // |x0 - x1|
constexpr ctnn::box<fine, 2> square{{fine(0), fine(0)}, {fine(1), fine(1)}};
static_assert(ctnn::bounds(distance, square)[0].lower == fine(0));
static_assert(ctnn::bounds(distance, square)[0].upper == fine(2)); // they forget that x0 is in both
constexpr auto within = verify::output_within(distance, square, {{fine(-0.5)}, {fine(1.1)}}, 99);
static_assert(within.proven() && within.margin > 0 && within.boxes == 1); // linear bounds do not
constexpr auto closely =
    verify::output_within(distance, square, {{fine(-0.5)}, {fine(1.0005)}}, 2000);
static_assert(closely.proven() && closely.boxes > 2);
constexpr auto beyond = verify::output_within(distance, square, {{fine(-0.5)}, {fine(0.9)}}, 99);
static_assert(beyond.violated() && distance(beyond.counterexample)[0] > fine(0.9));
static_assert(verify::output_within(distance, square, {{fine(-0.5)}, {fine(1.0005)}}, 2).unknown());
static_assert(verify::class_is(distance, {{fine(0), fine(0.9)}, {fine(0.1), fine(1)}}, 1).proven());
static_assert(verify::robust(distance, {fine(0), fine(1)}, fine(0.2)).proven());
static_assert(verify::robust(distance, {fine(0), fine(1)}, fine(0.3), 99).violated());

// Bounds hold every output; of one layer they are the outputs' ends where one input is alone.
template <class Network>
void check_bounds(std::uint64_t seed, int largest_weight) {
    draws from{seed};
    for (int round = 0; round < 12; ++round) {
        auto const n = drawn<Network>(from, largest_weight);
        auto const in = drawn_box(from, round < 6 ? 12 : 90);
        auto const y = ctnn::bounds(n, in);
        bool holds = true;
        for_each_input(in, [&](auto const& x) {
            auto const found = n(x);
            holds = holds && y[0].contains(found[0]) && y[1].contains(found[1]);
        });
        CHECK(holds);
    }
}

TEST_CASE("bounds of networks of 8 bits hold what every input gives") {
    // (large weights saturate)
    for (int const weight : {10, 40, 127}) {
        check_bounds<net<ctnn::relu>>(1, weight);
        check_bounds<net<ctnn::identity>>(2, weight);
        check_bounds<net<ctnn::leaky_relu>>(3, weight);
        check_bounds<net<ctnn::basic_leaky_relu<-0.5>>>(4, weight);
        check_bounds<net<ctnn::elu>>(5, weight);
        check_bounds<net<ctnn::tanh, ctnn::softmax>>(6, weight);
        check_bounds<net<ctnn::sigmoid>>(7, weight);
        check_bounds<net<ctnn::softplus>>(8, weight);
        check_bounds<net<ctnn::silu>>(9, weight);
        check_bounds<net<ctnn::gelu>>(10, weight);
        check_bounds<net<ctnn::hard_tanh>>(11, weight);
        check_bounds<net<ctnn::hard_sigmoid, ctnn::softmax>>(12, weight);
    }
}

// The same by one function of one number, for the ranges of which there is no room in a network.
template <class Activation>
using alone = ctnn::network<q, ctnn::input<2>, ctnn::dense<2, Activation>>;
template <class Activation>
void check_alone(int loose) {
    using network = alone<Activation>;
    constexpr network n{{{{q(1), q(0)}, {q(0), q(1)}}, {q(0), q(0)}}};
    int worst = 0;
    for (int low = -128; low < 128; low += 3)
        for (int high = low; high < 128; high += 7) {
            ctnn::box<q, 2> const in{{raw(low), raw(0)}, {raw(high), raw(0)}};
            auto const y = ctnn::bounds(n, in)[0];
            q least = q::largest(), most = q::lowest();
            for_each_input(in, [&](auto const& x) {
                q const found = n(x)[0];
                least = found < least ? found : least;
                most = found > most ? found : most;
            });
            bool const holds = y.lower <= least && most <= y.upper;
            int const apart = least.raw - y.lower.raw > y.upper.raw - most.raw
                                  ? least.raw - y.lower.raw
                                  : y.upper.raw - most.raw;
            worst = apart > worst ? apart : worst;
            if (!holds) {
                INFO(low << " to " << high);
                CHECK(holds);
            }
        }
    INFO(__PRETTY_FUNCTION__);
    CHECK(worst <= loose);
}

TEST_CASE("ranges of activations of 8 bits hold what every number gives and are not much wider") {
    check_alone<ctnn::identity>(0);
    check_alone<ctnn::relu>(0);
    check_alone<ctnn::hard_tanh>(0);
    check_alone<ctnn::leaky_relu>(0);
    check_alone<ctnn::basic_leaky_relu<-0.5>>(0);
    check_alone<ctnn::elu>(0);
    check_alone<ctnn::basic_elu<1.5>>(0);
    check_alone<ctnn::hard_sigmoid>(0);
    check_alone<ctnn::sigmoid>(0);
    check_alone<ctnn::tanh>(0);
    check_alone<ctnn::softplus>(0);
    check_alone<ctnn::silu>(15);
    check_alone<ctnn::gelu>(61);
}

TEST_CASE("a valley between two numbers of 16 bits is in the range") {
    using ctnn::verify::activation_range;
    ctnn::interval<fine> const x{fine(-2.5), fine(-0.25)};
    auto const of_silu = activation_range<ctnn::silu>::of(x);
    CHECK(of_silu.contains(ctnn::silu::value(fine(-1.2785))));
    CHECK(of_silu.lower > fine(-0.281));
    auto const of_gelu = activation_range<ctnn::gelu>::of(x);
    CHECK(of_gelu.contains(ctnn::gelu::value(fine(-0.7518))));
    CHECK(of_gelu.lower > fine(-0.174));
}

TEST_CASE("softmax of 8 bits: bounds hold every pair, also where differences saturate") {
    constexpr alone<ctnn::softmax> n{{{{q(1), q(0)}, {q(0), q(1)}}, {q(0), q(0)}}};
    for (int a = -128; a < 128; a += 21)
        for (int b = -120; b < 128; b += 23)
            for (int const width : {0, 3, 60}) {
                auto const end = [&](int x) { return raw(x + width > 127 ? 127 : x + width); };
                ctnn::box<q, 2> const in{{raw(a), raw(b)}, {end(a), end(b)}};
                auto const y = ctnn::bounds(n, in);
                bool holds = true;
                for_each_input(in, [&](auto const& x) {
                    auto const found = n(x);
                    holds = holds && y[0].contains(found[0]) && y[1].contains(found[1]);
                });
                CHECK(holds);
            }
}

// What `prove` says is so: with enough boxes it decides everything.
template <class Network>
void check_verdicts(std::uint64_t seed) {
    draws from{seed};
    int proven = 0, violated = 0;
    for (int round = 0; round < 60; ++round) {
        auto const n = drawn<Network>(from, 40);
        auto const in = drawn_box(from, 30);
        // y0 + a y1 > b, or y1 > c; and y0 > d
        auto const step = [&] { return from.from(-64, 64) / 16.0; };
        verify::condition<2, 2, 2> wanted{};
        wanted.rows[0][0] = {{1, step()}, step()};
        wanted.rows[0][1] = {{0, 1}, step()};
        wanted.rows[1][0] = wanted.rows[1][1] = {{1, 0}, step() + 2};
        bool holds = true;
        for_each_input(in, [&](auto const& x) {
            auto const y = n(x);
            double const y0 = static_cast<double>(y[0]), y1 = static_cast<double>(y[1]);
            auto const& [first, second] = wanted.rows;
            bool const any = y0 + first[0].coefficients[1] * y1 + first[0].constant > 0 ||
                             y1 + first[1].constant > 0;
            holds = holds && any && y0 + second[0].constant > 0;
        });
        auto const verdict = verify::prove(n, in, wanted, 2000);
        INFO(round);
        CHECK(!verdict.unknown());
        CHECK(verdict.proven() == holds);
        if (verdict.violated()) {
            CHECK(in.contains(verdict.counterexample));
            CHECK(wanted.is_violated_by(n(verdict.counterexample)));
        }
        proven += verdict.proven();
        violated += verdict.violated();
    }
    CHECK(proven >= 8);
    CHECK(violated >= 8);
    CHECK(proven + violated >= 55);
}

TEST_CASE("verdicts on networks of 8 bits are those of trying every input") {
    check_verdicts<net<ctnn::relu>>(21);
    check_verdicts<net<ctnn::tanh>>(22);
    check_verdicts<net<ctnn::silu, ctnn::sigmoid>>(23);
}

} // namespace
