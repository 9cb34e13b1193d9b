// How far the program is said to be from its real function, as a value: beside the same sum of roundings in 64
// bits, by code that shares nothing with the library. (A charge that is left out is most often too small for
// any input to show it.)

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <type_traits>

#include "../catch.hpp"
#include "../soundness/nets.hpp"
#include "../soundness/real_network.hpp"

namespace {

using ctnn::box;
using ctnn::dense;
using ctnn::input;
using soundness::real;

// In epsilons of the value, of the number before it, and of 1: what the errors of the elementary functions in
// docs/elementary_functions.md and the operations around them add up to.
struct own_errors {
    real of_value, of_argument, alone;
};
template <class Activation>
constexpr own_errors own{};
template <>
constexpr own_errors own<ctnn::hard_sigmoid>{0, 0, 2};
template <>
constexpr own_errors own<ctnn::basic_leaky_relu<-0.5>>{1, 0, 0};
template <>
constexpr own_errors own<ctnn::basic_elu<-0.5>>{2, 0, 0};
template <>
constexpr own_errors own<ctnn::sigmoid>{3, 0, 0};
template <>
constexpr own_errors own<ctnn::tanh>{1, 0, 0};
template <>
constexpr own_errors own<ctnn::softplus>{3, 0, 0};
template <>
constexpr own_errors own<ctnn::silu>{3, 0, 0};
template <>
constexpr own_errors own<ctnn::gelu>{0, 3, 0};

template <std::size_t Size>
struct layer_values {
    std::array<real, Size> least{}, most{}, error{};
};

real size_of(real low, real high) {
    return std::max(std::abs(low), std::abs(high));
}

// The slopes and values of an activation over an interval, by a grid.
template <class Activation, class T>
void activate(real& low, real& high, real& error) {
    using function = soundness::real_activation<Activation, T>;
    constexpr real epsilon = static_cast<real>(std::numeric_limits<T>::epsilon());
    real slope = 0, least = function::value(low), most = least;
    for (int i = 0; i <= 2000; ++i) {
        real const x = low + (high - low) * static_cast<real>(i) / 2000;
        slope = std::max(slope, std::abs(function::slope(x)));
        least = std::min(least, function::value(x)), most = std::max(most, function::value(x));
    }
    constexpr own_errors of = own<Activation>;
    error = slope * error + epsilon * (of.of_value * size_of(least, most) +
                                       of.of_argument * size_of(low, high) + of.alone);
    low = least, high = most;
}

template <std::size_t Index, class Network, std::size_t Size>
auto expected_errors(Network const& net, layer_values<Size> const& in) {
    using T = typename Network::scalar;
    using stage = typename Network::template stage<Index>;
    using activation = typename stage::activation;
    constexpr std::size_t outputs = stage::output_size;
    constexpr real epsilon = static_cast<real>(std::numeric_limits<T>::epsilon());
    layer_values<outputs> out;
    auto const& p = net.template layer<Index>();
    for (std::size_t j = 0; j < outputs; ++j) {
        real magnitude = std::abs(static_cast<real>(p.biases[j])), carried = 0;
        real low = static_cast<real>(p.biases[j]), high = low;
        for (std::size_t i = 0; i < Size; ++i) {
            real const w = static_cast<real>(p.weights[i][j]);
            low += std::min(w * in.least[i], w * in.most[i]);
            high += std::max(w * in.least[i], w * in.most[i]);
            magnitude += std::abs(w) * size_of(in.least[i], in.most[i]);
            carried += std::abs(w) * in.error[i];
        }
        // n + 1 roundings of half an epsilon (Higham, 3.1); the library takes one more and a hundredth.
        out.error[j] = carried + 1.01l * (Size + 2) * epsilon / 2 * magnitude;
        out.least[j] = low, out.most[j] = high;
    }
    if constexpr (std::is_same_v<activation, ctnn::softmax>) {
        real const most = *std::max_element(out.error.begin(), out.error.end());
        real const apart = *std::max_element(out.most.begin(), out.most.end()) -
                           *std::min_element(out.least.begin(), out.least.end());
        out.error.fill(most / 2 + epsilon * (5 + static_cast<real>(outputs) + 0.55l * apart));
    } else {
        for (std::size_t j = 0; j < outputs; ++j)
            activate<activation, T>(out.least[j], out.most[j], out.error[j]);
    }
    if constexpr (Index + 1 == Network::depth)
        return out.error;
    else
        return expected_errors<Index + 1>(net, out);
}

// Numbers of all sizes, none of which vanishes beside the others.
template <class Network>
Network drawn(soundness::draw& random) {
    using T = typename Network::scalar;
    Network net{};
    ctnn::detail::for_each_block(
        [&](auto block) {
            for (std::size_t i = 0; i < decltype(block)::size; ++i) {
                double const size = random.between(0.2, 1.5);
                block.data[i] = static_cast<T>(random.below(2) == 0 ? size : -size);
            }
        },
        net);
    return net;
}

template <class Network>
void check(std::uint32_t seed) {
    using T = typename Network::scalar;
    constexpr std::size_t inputs = Network::input_size;
    soundness::draw random(seed);
    for (int k = 0; k < 40; ++k) {
        auto const net = drawn<Network>(random);
        box<T, inputs> in{};
        layer_values<inputs> values;
        for (std::size_t i = 0; i < inputs; ++i) {
            double const a = random.between(0.3, 2), width = k % 2 == 0 ? 0 : random.unit();
            bool const negative = random.below(2) == 0;
            in.lower[i] = static_cast<T>(negative ? -a - width : a);
            in.upper[i] = static_cast<T>(negative ? -a : a + width);
            values.least[i] = static_cast<real>(in.lower[i]);
            values.most[i] = static_cast<real>(in.upper[i]);
        }
        ctnn::verify::detail::steepness<Network> const of(net, in);
        REQUIRE(of.known);
        auto const expected = expected_errors<0>(net, values);
        // (Linear bounds are narrower than intervals where there are two layers, so only one point is exact.)
        real const loose = k % 2 == 0 ? 1.001l : Network::depth == 1 ? 1.01l : 0;
        for (std::size_t j = 0; j < Network::output_size; ++j) {
            auto const found = static_cast<real>(of.errors[j]);
            INFO(k << ": " << of.errors[j] << ", not " << static_cast<double>(expected[j]));
            if (loose > 0)
                CHECK(found >= expected[j] / loose);
            CHECK(found <= expected[j] * 1.01l);
        }
    }
}

template <class T, class Activation>
using one_layer = ctnn::network<T, input<3>, dense<2, Activation>>;
template <class T, class Activation>
using two_layers = ctnn::network<T, input<2>, dense<3, Activation>, dense<2, Activation>>;

template <class Activation>
void check_all(std::uint32_t seed) {
    check<one_layer<float, Activation>>(seed);
    check<two_layers<float, Activation>>(seed + 1);
    check<one_layer<double, Activation>>(seed + 2);
}

} // namespace

TEMPLATE_TEST_CASE("the slack is the sum of all roundings, each carried on", "[verify]",
                   ctnn::identity, (ctnn::basic_leaky_relu<-0.5>), (ctnn::basic_elu<-0.5>),
                   ctnn::hard_sigmoid, ctnn::sigmoid, ctnn::tanh, ctnn::softplus, ctnn::silu,
                   ctnn::gelu) {
    check_all<TestType>(901);
}

TEST_CASE("the slack of softmax is half of what comes in and its own", "[verify]") {
    check<one_layer<float, ctnn::softmax>>(911);
    check<one_layer<double, ctnn::softmax>>(912);
    check<ctnn::network<float, input<2>, dense<3, ctnn::tanh>, dense<10, ctnn::softmax>>>(913);
}
