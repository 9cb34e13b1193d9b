#include <ctnn/network/settled.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/identity.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/gru.hpp>
#include <ctnn/layer/over_time.hpp>
#include <ctnn/layer/simple_rnn.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/network/streamed.hpp>
#include <limits>

#include "../catch.hpp"

namespace {

using namespace ctnn;

// By hand: h = x + f h.
using sums = network<float, input<1>, simple_rnn<1, identity>>;
constexpr sums fading{{{{1}}, {{0.5f}}, {0}}};
static_assert(settled(fading, {1}, 0).state == sums::state{});
static_assert(settled(fading, {1}, 3).output[0] == 1.75f);
static_assert(settled(fading, {1}, 3).change == 0.25f);
constexpr auto rest_of_fading = settled(fading, {1}, 60);
static_assert(rest_of_fading.change == 0 && rest_of_fading.output[0] == 2);
static_assert(rest_of_fading.state.layer<0>().hidden[0] == 2);

// From there on, nothing jumps.
static_assert([] {
    auto state = rest_of_fading.state;
    return fading.step(state, {1}) == rest_of_fading.output && state == rest_of_fading.state;
}());

// What does not come to rest says so: it grows, or it swings.
static_assert(settled(sums{{{{1}}, {{1}}, {0}}}, {1}, 50).change == 1);
static_assert(settled(sums{{{{1}}, {{-1}}, {0}}}, {1}, 51).change == 1);

// Of a network over sequences, the state that its next sequence begins with.
using model = network<float, input<4, 1>, gru<3>, over_time<dense<1>>>;
constexpr auto net = initialize<model>(glorot_uniform{}, 3);
constexpr auto by_steps = settled(streamed(net), {0.25f}, 40);
constexpr auto by_sequences = settled(net, {0.25f, 0.25f, 0.25f, 0.25f}, 10);
static_assert(by_steps.state.layer<0>().hidden == by_sequences.state.layer<0>().hidden);
static_assert(by_steps.output[0] == by_sequences.output[3]);

} // namespace

TEST_CASE("what is no number does not come to rest", "[network]") {
    float const nan = std::numeric_limits<float>::quiet_NaN();
    CHECK_FALSE(settled(sums{{{{nan}}, {{0}}, {0}}}, {1}, 2).change <= 1000);
}

TEST_CASE("a rest is the same in the compiler and on the machine", "[network]") {
    float const volatile input = 0.25f;
    auto const found = settled(streamed(net), {input}, 40);
    CHECK(found.state == by_steps.state);
    CHECK(found.output == by_steps.output);
    CHECK(found.change == by_steps.change);
    CHECK(found.change < 1e-3f);
}
