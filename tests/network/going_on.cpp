#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/gru.hpp>
#include <ctnn/layer/last_step.hpp>
#include <ctnn/layer/lstm.hpp>
#include <ctnn/layer/over_time.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/layer/simple_rnn.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/network/backpropagate.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/network/streamed.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/placed/forward_from.hpp>
#include <ctnn/placed/unwind.hpp>
#include <ctnn/report/footprint.hpp>
#include <type_traits>

#include "../catch.hpp"
#include "../laws/composites.hpp"
#include "../layer/oracle/truncated.hpp"
#include "../support/compare.hpp"
#include "../support/duals.hpp"
#include "../support/random_numbers.hpp"

// A network that goes on from sequence to sequence: net.steps(state, x), and backpropagation from there.

namespace {

using namespace ctnn;
using own::branch;
using own::shortcut;

// What the type says.
using model = network<float, input<4, 2>, gru<3>, relu, residual<lstm<3>>, last_step, dense<2>>;
static_assert(std::is_trivially_copyable_v<model::state>);
static_assert(sizeof(model::state) == (3 + 2 * 3) * sizeof(float));
static_assert(model::state{}.layer<0>().hidden == std::array<float, 3>{});
static_assert(model::state{}.layer<2>().layer<0>().cell == std::array<float, 3>{});
static_assert(std::is_same_v<decltype(model::state{}.layer<0>()),
                             decltype((stream_of<model>::state{}.layer<0>()))>);
// Whoever does not go on needs no room for it.
static_assert(footprint<model>.state_bytes == 0 && footprint<stream_of<model>>.state_bytes == 36);

template <std::size_t Steps, class Step>
struct with_steps;
template <std::size_t Steps, std::size_t... Extents>
struct with_steps<Steps, input<Extents...>> {
    using type = input<Steps, Extents...>;
};

template <std::size_t Size, class Array>
constexpr auto part(Array const& all, std::size_t first) {
    std::array<typename Array::value_type, Size> some{};
    for (std::size_t i = 0; i < Size; ++i)
        some[i] = all[first + i];
    return some;
}

// How many of three sequences, one after the other, have other bits than a third of the whole; whether the state then is
// not that of the stream counts, too.
template <class Scalar, class Input, class Whole, class... Layers>
constexpr std::size_t parts_that_differ(std::uint32_t seed) {
    using third = network<Scalar, Input, Layers...>;
    using whole = network<Scalar, Whole, Layers...>;
    static_assert(whole::input_size == 3 * third::input_size);
    seeded::random_numbers draw(seed);
    auto const numbers = draw.array<Scalar, whole::parameter_count>();
    auto const net = compare::network_of<third>(numbers);
    auto const x = draw.array<Scalar, whole::input_size>();
    auto const y = compare::network_of<whole>(numbers)(x);
    typename third::state state;
    std::size_t differ = 0;
    for (std::size_t k = 0; k < 3; ++k) {
        auto const found = net.steps(state, part<third::input_size>(x, k * third::input_size));
        differ += !compare::same_bits(
                      found, part<third::output_size>(y, whole::output_size > third::output_size
                                                             ? k * third::output_size
                                                             : 0)) &&
                  (k == 2 || whole::output_size > third::output_size);
    }
    return differ;
}

template <class Scalar, std::size_t Steps, class Step, class... Layers>
void check_parts() {
    using third = typename with_steps<Steps, Step>::type;
    using whole = typename with_steps<3 * Steps, Step>::type;
    static_assert(parts_that_differ<Scalar, third, whole, Layers...>(1) == 0);
    for (std::uint32_t seed = 2; seed < 8; ++seed) {
        CAPTURE(seed);
        CHECK(parts_that_differ<Scalar, third, whole, Layers...>(seed) == 0);
    }
}

// The state after a sequence is that of the stream.
constexpr bool state_is_that_of_the_stream(std::uint32_t seed) {
    seeded::random_numbers draw(seed);
    auto const net = draw.network<model>();
    auto const x = draw.array<float, 8>();
    model::state state;
    stream_of<model>::state live;
    net.steps(state, x);
    for (std::size_t t = 0; t < 4; ++t)
        streamed(net).step(live, part<2>(x, 2 * t));
    return compare::same_bits(state.layer<0>().hidden, live.layer<0>().hidden) &&
           compare::same_bits(state.layer<2>().layer<0>().cell, live.layer<2>().layer<0>().cell);
}
static_assert(state_is_that_of_the_stream(1));

// From zero, with a state or without.
constexpr bool is_the_same_from_zero(std::uint32_t seed) {
    seeded::random_numbers draw(seed);
    auto const net = draw.network<model>();
    auto const x = draw.array<float, 8>();
    auto const target = draw.array<float, 2>();
    mean_squared_error const loss{};
    model::state state;
    auto const with_state = backpropagate(net, loss, state, x, target);
    auto const without = backpropagate(net, loss, x, target);
    model::state after;
    return compare::same_bits(with_state.gradient, without.gradient) &&
           compare::same_bits(with_state.loss, without.loss) &&
           compare::same_bits(with_state.output, net.steps(after, x)) && state == after;
}
static_assert(is_the_same_from_zero(1));

// Steps from the third sequence back, whose state counts as a constant: those of dual numbers.
template <class Network>
double error_from_a_state(std::uint32_t seed) {
    seeded::random_numbers draw(seed);
    auto const net = draw.network<Network>();
    auto const target = draw.array<double, Network::output_size>();
    mean_squared_error const loss{};
    typename Network::state state;
    for (int k = 0; k < 2; ++k)
        net.steps(state, draw.array<double, Network::input_size>());
    auto const x = draw.array<double, Network::input_size>();
    auto const start = state;
    auto const found = compare::flat(backpropagate(net, loss, state, x, target).gradient);
    double largest = 0;
    for (std::size_t place = 0; place < found.size(); ++place) {
        auto const shadow = duals::network_of_one_variable(net, place);
        typename duals::twin<Network>::state from;
        from.template layer<0>().hidden = duals::constants(start.template layer<0>().hidden);
        from.template layer<1>().template layer<0>().hidden =
            duals::constants(start.template layer<1>().template layer<0>().hidden);
        from.template layer<1>().template layer<0>().cell =
            duals::constants(start.template layer<1>().template layer<0>().cell);
        auto const expected =
            loss.value(shadow.steps(from, duals::constants(x)), duals::constants(target))
                .derivative;
        double const apart = found[place] - expected, error = apart < 0 ? -apart : apart;
        largest = error <= largest ? largest : error;
    }
    return largest;
}

// PyTorch's two chunks, one after the other.
template <class Layer, class Scalar, class Chunk>
void check_chunks(Chunk const& first, Chunk const& second) {
    using network = ctnn::network<Scalar, input<4, 2>, Layer>;
    typename network::state state;
    for (Chunk const* chunk : {&first, &second}) {
        auto const net =
            compare::network_of<network>(compare::converted<Scalar>(chunk->parameters));
        auto const x = compare::converted<Scalar>(chunk->input);
        typename network::records records;
        network gradient{};
        placed::forward_from(net, state, x, records);
        CHECK(compare::near(placed::output_of<network>(records), chunk->output, 32));
        auto const dx = placed::unwind(net, x, records, compare::converted<Scalar>(chunk->dy));
        placed::accumulate_unwound(net, x, records, gradient);
        CHECK(compare::near(dx, chunk->dx, 32));
        CHECK(compare::near(compare::flat(gradient), chunk->gradient, 32));
    }
}

} // namespace

TEST_CASE("sequences one after the other have the bits of a single one", "[network]") {
    check_parts<float, 2, input<3>, gru<5>>();
    check_parts<float, 2, input<3>, gru<5>, last_step>();
    check_parts<double, 1, input<3>, gru<3, reset_before>, over_time<dense<3, relu>>>();
    check_parts<float, 2, input<2>, simple_rnn<4>, lstm<3>, gru<2>>();
    check_parts<fixed_point<3, 12>, 2, input<2>, lstm<3>, gru<3>>();
    check_parts<float, 2, input<4>, residual<gru<4>, residual<lstm<4>>>, over_time<dense<2>>>();
    // A cell that goes through each step begins anew with it.
    check_parts<float, 2, input<3, 2>, over_time<gru<2>>, over_time<dense<2>>, gru<2>>();
    check_parts<double, 2, input<2>,
                own::beside<branch<gru<3>>, shortcut, branch<lstm<2>, gru<2>>>>();
}

TEST_CASE("after a sequence, a state is that of the stream after its steps", "[network]") {
    for (std::uint32_t seed = 1; seed < 10; ++seed)
        CHECK(state_is_that_of_the_stream(seed));
}

TEST_CASE("backpropagation from the zero state has the bits of that without a state", "[network]") {
    for (std::uint32_t seed = 1; seed < 10; ++seed)
        CHECK(is_the_same_from_zero(seed));
}

TEST_CASE("gradients from a state are those of dual numbers", "[network]") {
    for (std::uint32_t seed = 1; seed < 6; ++seed) {
        CAPTURE(seed);
        CHECK(error_from_a_state<
                  network<double, input<3, 2>, gru<2>, residual<lstm<2>>, over_time<dense<2>>>>(
                  seed) < 1e-14);
        // A step of a stream.
        CHECK(error_from_a_state<network<double, input<2>, gru<2>, residual<lstm<2>>, dense<2>>>(
                  seed) < 1e-14);
    }
}

TEST_CASE("truncated backpropagation through time is PyTorch's", "[network]") {
    namespace oracle = truncated_oracle;
    check_chunks<gru<3>, double>(oracle::gru_chunk_0, oracle::gru_chunk_1);
    check_chunks<gru<3>, float>(oracle::gru_chunk_0, oracle::gru_chunk_1);
    check_chunks<lstm<3>, double>(oracle::lstm_chunk_0, oracle::lstm_chunk_1);
    check_chunks<lstm<3>, float>(oracle::lstm_chunk_0, oracle::lstm_chunk_1);
}
