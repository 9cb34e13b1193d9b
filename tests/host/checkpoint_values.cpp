// A checkpoint is written and read again: each number and each phase is what it was.

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/host/detail/checkpoint.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <limits>
#include <string>

#include "../catch.hpp"

namespace {

namespace host = ctnn::host;
using ctnn::verify::detail::phase;

// Neurons 0 to 2 and 5, 6 are relus, 3 and 4 are not.
template <class T>
using net = ctnn::network<T, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2, ctnn::tanh>,
                          ctnn::dense<2, ctnn::relu>, ctnn::dense<1>>;
template <class T>
using state = host::detail::proof_state<net<T>>;
template <class T>
constexpr ctnn::box<T, 2> whole{{-2, -2}, {2, 2}};

template <class T>
std::string problem_of(std::string const& text, state<T>& to) {
    return host::detail::read_checkpoint(text, 77, whole<T>, to).message();
}

template <class T>
state<T> example() {
    constexpr T least = std::numeric_limits<T>::denorm_min();
    constexpr T third = T(1) / T(3);
    state<T> of;
    of.boxes = 123'456'789'012;
    of.share = 0.25 + 0x1p-50;
    of.margin = 0x1.23456789abcdep-1000;
    of.given_up = 3;
    of.given_up_share = 0.125;
    of.left = {{-third, least}, {third, 2}};
    for (std::size_t i = 0; i < 3; ++i) {
        host::detail::part<net<T>> one;
        one.share = i == 0 ? 0.5 - 0x1p-50 : 0.0625;
        one.region.in = {{-2, i == 1 ? -least : T(0)}, {third, static_cast<T>(i) * third}};
        of.open.push_back(one);
    }
    return of;
}

template <class T>
bool are_equal(state<T> const& a, state<T> const& b) {
    bool equal = a.boxes == b.boxes && a.share == b.share && a.margin == b.margin &&
                 a.given_up == b.given_up && a.given_up_share == b.given_up_share &&
                 a.left == b.left && a.counterexample == b.counterexample &&
                 a.open.size() == b.open.size();
    for (std::size_t i = 0; equal && i < a.open.size(); ++i) {
        equal = a.open[i].share == b.open[i].share && a.open[i].region.in == b.open[i].region.in;
        for (std::size_t n = 0; n < a.open[i].region.phases.size; ++n)
            equal = equal && a.open[i].region.phases.of(n) == b.open[i].region.phases.of(n);
    }
    return equal;
}

template <class T>
void check_again(state<T> const& of) {
    state<T> again;
    CHECK(problem_of(host::detail::checkpoint_text(of, 77), again).empty());
    CHECK(are_equal(of, again));
}

} // namespace

TEMPLATE_TEST_CASE("a checkpoint that is read again has the same numbers", "[host]", float,
                   double) {
    using T = TestType;
    check_again(example<T>());
    auto other = example<T>();
    other.counterexample = std::array<T, 2>{T(0.1), -std::numeric_limits<T>::denorm_min()};
    check_again(other);
    for (double const margin :
         {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::denorm_min(),
          (std::numeric_limits<double>::max)(), 1.0, 0.0}) {
        other.margin = margin;
        check_again(other);
    }
    state<T> nothing_yet;
    nothing_yet.open.push_back({{whole<T>}});
    check_again(nothing_yet);
}

TEST_CASE("a checkpoint keeps the phase of each relu, on and off, the first and the last",
          "[host]") {
    for (std::size_t const neuron : {0U, 1U, 2U, 5U, 6U})
        for (phase const side : {phase::on, phase::off})
            for (std::size_t const part : {0U, 2U}) {
                auto of = example<float>();
                of.open[part].region.phases.set(neuron, side);
                of.open[1].region.phases.set(0, phase::off);
                of.open[1].region.phases.set(6, side);
                state<float> again;
                REQUIRE(problem_of(host::detail::checkpoint_text(of, 77), again).empty());
                CHECK(are_equal(of, again));
                CHECK(again.open[part].region.phases.of(neuron) == side);
                CHECK(again.open[1].region.phases.of(0) == phase::off);
                CHECK(again.open[1].region.phases.of(6) == side);
                CHECK(again.open[1].region.phases.of(1) == phase::free);
            }
}

TEST_CASE("no checkpoint has a margin below 0", "[host]") {
    for (double const margin : {-std::numeric_limits<double>::denorm_min(), -1.0}) {
        auto of = example<float>();
        of.margin = margin;
        state<float> again;
        CHECK(problem_of(host::detail::checkpoint_text(of, 77), again) ==
              "line 6: the margin is below 0");
        CHECK(again.boxes == 0); // (nothing is taken from it)
    }
}
