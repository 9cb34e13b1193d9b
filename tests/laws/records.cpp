#include <array>
#include <ctnn/data/sample.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/network/backpropagate.hpp>
#include <ctnn/network/loss.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/training/train.hpp>
#include <ctnn/training/train_in_place.hpp>
#include <ctnn/training/train_step.hpp>
#include <span>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "sequence.hpp"
#include "watched.hpp"

// Of each layer that keeps a record, and for each sample, forward is called once, then unwind, then backward where
// somebody asks for the derivative, then accumulate_gradient.

namespace {

using namespace ctnn;

using own::watched;
using row = network<double, input<2>, watched<0>, watched<1>, watched<2>>;
using one = sample<std::array<double, 2>, std::array<double, 2>>;
constexpr auto net = compare::network_of<row>({2, 3, 0.5});
constexpr std::array<one, 3> samples{{{{1, 2}, {3, 4}}, {{2, 1}, {0, 1}}, {{0.5, 1}, {1, 0}}}};

// Layers in layers: all of them unwind before the first of them accumulates.
using nested = network<double, input<2>, watched<0>, own::sequence<watched<1>, watched<2>>,
                       residual<watched<3>, dense<2>>>;
constexpr auto nested_net = compare::network_of<nested>({2, 3, 0.5, 0.25, 1, 0.5, 0, 1, 0, 0});

char const* const of_row = "f0f1f2"
                           "u2b2a2u1b1a1u0a0";
char const* const of_nested = "f0f1f2f3"
                              "u3b3a3"
                              "u2b2u1b1a1a2"
                              "u0a0";

template <class Run>
std::string calls_of(Run const& run) {
    own::calls.clear();
    run();
    return own::calls;
}

std::string times(std::size_t count, std::string const& calls) {
    std::string all;
    for (; count > 0; --count)
        all += calls;
    return all;
}

template <class Network>
void check(Network const& start, std::string const& expected) {
    mean_squared_error const loss{};
    sgd const optimizer{.learning_rate = 0x1p-10};
    std::span<one const> const all(samples);
    CHECK(calls_of([&] { backpropagate(start, loss, samples[0].input, samples[0].target); }) ==
          expected);
    CHECK(calls_of([&] { train(start, loss, optimizer, all, {.epochs = 2}); }) ==
          times(6, expected));
    // In batches, one sample goes after the other.
    for (std::size_t const batch_size : {2U, 3U, 8U})
        CHECK(calls_of([&] { train(start, loss, optimizer, all, {.batch_size = batch_size}); }) ==
              times(3, expected));
    CHECK(calls_of([&] {
              training_result<Network> other{start};
              train_step(other, loss, optimizer, samples[0].input, samples[0].target);
          }) == expected);
    CHECK(calls_of([&] {
              training_memory<Network, no_state> memory;
              memory.result.network = start;
              train_in_place(memory, loss, optimizer, all, {});
          }) == times(3, expected));
}

// In the compiler, where what is out of order is NaN, with the machine's bits.
template <class Network>
constexpr auto trained_from(Network const& start, std::size_t batch_size) {
    return train(start, mean_squared_error{}, sgd{.learning_rate = 0x1p-10}, samples,
                 {.epochs = 2, .batch_size = batch_size});
}
template <auto Start, std::size_t BatchSize>
void check_in_the_compiler() {
    constexpr auto expected = trained_from(Start, BatchSize);
    static_assert(expected.ok() && !(expected.network == Start));
    auto const actual = trained_from(compare::opaque(Start), BatchSize);
    CHECK(compare::same_bits(compare::flat(actual.network), compare::flat(expected.network)));
    CHECK(compare::same_bits(actual.loss, expected.loss));
}

} // namespace

TEST_CASE("a record goes forward, is unwound, goes backward and is accumulated, once", "[laws]") {
    check(net, of_row);
    check(nested_net, of_nested);
}

TEST_CASE("where nobody asks for derivatives nothing is unwound", "[laws]") {
    CHECK(calls_of([] { compare::opaque(net)({1, 2}); }) == "x0x1x2");
    CHECK(calls_of([] { compare::opaque(nested_net)({1, 2}); }) == "x0x1x2x3");
    CHECK(calls_of([] {
              loss(compare::opaque(net), mean_squared_error{}, {1, 2}, {1, 0});
          }).find_first_of("uba") == std::string::npos);
}

TEST_CASE("records come in the same order in the compiler", "[laws]") {
    check_in_the_compiler<net, 1>();
    check_in_the_compiler<net, 2>();
    check_in_the_compiler<nested_net, 1>();
    check_in_the_compiler<nested_net, 2>();
}
