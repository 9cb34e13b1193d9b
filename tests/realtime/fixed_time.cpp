// Inference of many networks on all kinds of numbers, between marks for callgrind. Each line that
// it prints is "NETWORK: KIND OF NUMBERS" (fixed_time.py).

#include "benchmarks/runtime/mark.hpp"
#include "benchmarks/runtime/nets.hpp"

#include <cstdio>
#include <ctnn/ctnn.hpp>
#include <limits>
#include <string>
#include <type_traits>

namespace {

template <class Scalar>
struct kind {
    char const* name;
    Scalar lowest, highest; // inputs alternate between random numbers of both signs in this range
};

template <class Scalar>
constexpr kind<Scalar> kinds[] = {
    {"ordinary", Scalar(0.1), 1},
    {"small", Scalar(1e-5), Scalar(1e-3)},
    {"around 3", 2, 4},
    {"around 10", 5, 20},
    {"around 100", 50, 200},
    {"around 1000", 500, 2000},
    {"zeros", 0, 0},
    {"subnormal", std::numeric_limits<Scalar>::denorm_min() * 10,
     std::numeric_limits<Scalar>::min()},
    {"huge", std::numeric_limits<Scalar>::max() / 4, std::numeric_limits<Scalar>::max()},
    {"infinite", std::numeric_limits<Scalar>::infinity(), std::numeric_limits<Scalar>::infinity()},
    {"not a number", std::numeric_limits<Scalar>::quiet_NaN(),
     std::numeric_limits<Scalar>::quiet_NaN()},
};

template <class Network>
[[gnu::noinline]] void run(Network const& net, typename Network::input_type const& x) {
    using state_type = typename Network::state;
    constexpr bool is_stream =
        !std::is_empty_v<state_type> &&
        requires(Network const& a, state_type& b, typename Network::input_type const& c) {
        a.step(b, c);
    };
    if constexpr (!is_stream) {
        mark();
        benchmark::keep(net(x));
        mark();
    } else { // a step, with what the one before left
        state_type state;
        benchmark::keep(net.step(state, x));
        mark();
        benchmark::keep(net.step(state, x));
        mark();
    }
}

template <class Network>
void try_all(Network const& net, std::string const& name) {
    using scalar = typename Network::scalar;
    for (kind<scalar> const& numbers : kinds<scalar>)
        for (std::uint32_t state : {1U, 2U, 3U}) {
            typename Network::input_type x;
            for (scalar& each : x) {
                state = state * 1664525 + 1013904223;
                scalar const at = static_cast<scalar>(state >> 8) / scalar(1 << 24);
                scalar const difference = numbers.highest - numbers.lowest;
                each = difference > 0 ? numbers.lowest + at * difference : numbers.highest;
                each = (state >> 7) % 2 == 0 ? each : -each;
            }
            run(net, x);
            std::printf("%s: %s\n", name.c_str(), numbers.name);
        }
}

// Numbers of inputs and outputs that leave a rest beside the machine's vectors.
template <class Scalar, class Activation, std::size_t... Outputs>
void try_activation(char const* name) {
    using namespace ctnn;
    using network = network<Scalar, input<7>, dense<Outputs, Activation>...>;
    try_all(initialize<network>(glorot_uniform{}, 1),
            std::string(sizeof(Scalar) == 4 ? "float " : "double ") + name);
}

template <class Scalar>
void try_activations() {
    try_activation<Scalar, ctnn::identity, 13, 2>("identity");
    try_activation<Scalar, ctnn::relu, 13, 2>("relu");
    try_activation<Scalar, ctnn::leaky_relu, 13, 2>("leaky_relu");
    try_activation<Scalar, ctnn::sigmoid, 13, 2>("sigmoid");
    try_activation<Scalar, ctnn::tanh, 13, 2>("tanh");
    try_activation<Scalar, ctnn::silu, 13, 2>("silu");
    try_activation<Scalar, ctnn::hard_sigmoid, 13, 2>("hard_sigmoid");
    try_activation<Scalar, ctnn::hard_tanh, 13, 2>("hard_tanh");
    try_activation<Scalar, ctnn::softmax, 13, 4, 3, 2>("softmax");
}

template <class Scalar>
void try_layers_that_remember() {
    using namespace ctnn;
    std::string const scalar = sizeof(Scalar) == 4 ? "float " : "double ";
    try_all(initialize<network<Scalar, input<3, 2>, gru<13>>>(glorot_uniform{}, 1), scalar + "gru");
    try_all(initialize<network<Scalar, input<3, 2>, lstm<13>>>(glorot_uniform{}, 1),
            scalar + "lstm");
    using sequences = network<Scalar, input<3, 2>, gru<13, reset_before>, simple_rnn<13>,
                              over_time<dense<13, relu>>, residual<lstm<13>>, last_step, dense<2>>;
    try_all(streamed(initialize<sequences>(glorot_uniform{}, 1)), scalar + "stream");
}

} // namespace

int main() {
    try_activations<float>();
    try_activations<double>();
    try_layers_that_remember<float>();
    try_layers_that_remember<double>();
    benchmark::for_each_net([](auto net) { try_all(net.initial(), net.shape); });
#ifdef WITH_A_BRANCH
    // What must be found: its expm1 has branches.
    try_activation<float, ctnn::elu, 13>("elu");
#endif
}
