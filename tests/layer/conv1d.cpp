#include <ctnn/layer/conv1d.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/initializer/uniform.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/last_step.hpp>
#include <ctnn/layer/over_time.hpp>
#include <ctnn/layer/parallel.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/network/stream_of.hpp>
#include <ctnn/network/streamed.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <type_traits>

#include "../support/random_numbers.hpp"
#include "example.hpp"
#include "oracle/conv1d.hpp"

namespace {

using namespace ctnn;

// By hand: how much a number exceeds the one two steps before it.
using rises = network<float, input<5, 1>, conv1d<1, kernel_size<2>, dilation<2>, padding_causal>>;
constexpr rises net{{{{-1}, {1}}, {0}}};
constexpr std::array<float, 5> sequence{1, 2, 4, 8, 16};
static_assert(net(sequence) == std::array<float, 5>{1, 2, 3, 6, 12});

// The same, step by step.
constexpr auto stepwise = [] {
    auto const live = streamed(net);
    stream_of<rises>::state state;
    std::array<float, 5> y{};
    for (std::size_t t = 0; t < 5; ++t)
        y[t] = live.step(state, {sequence[t]})[0];
    return y;
}();
static_assert(stepwise == net(sequence));

// What the type says.
static_assert(std::is_same_v<rises::output_shape, shape<5, 1>>);
template <class... Options>
using on_nine = network<double, input<9, 2>, conv1d<4, kernel_size<3>, Options...>>;
static_assert(std::is_same_v<on_nine<>::output_shape, shape<7, 4>>);
static_assert(std::is_same_v<on_nine<padding_causal>::output_shape, shape<9, 4>>);
static_assert(std::is_same_v<on_nine<padding_causal, strides<2>>::output_shape, shape<5, 4>>);
static_assert(std::is_same_v<on_nine<padding_same, dilation<4>>::output_shape, shape<9, 4>>);
static_assert(std::is_same_v<on_nine<padding<1>, strides<3>>::output_shape, shape<3, 4>>);
using live_rises = stream_of<rises>;
static_assert(std::is_same_v<live_rises::input_shape, shape<1>>);
static_assert(std::is_same_v<live_rises::output_shape, shape<1>>);
static_assert(sizeof(live_rises::state) == 3 * 4); // two numbers, and where the oldest is

// What PyTorch computes, in the compiler.
namespace oracle = conv1d_oracle;
static_assert(
    layers::holds<input<5, 4>, conv1d<6, kernel_size<2>, dilation<2>, groups<2>, padding_causal>>(
        oracle::causal_groups));

// A sequence has the bits of an image of one row.
template <class Scalar>
bool is_conv2d(std::uint32_t seed) {
    using flat = network<Scalar, input<9, 3>,
                         conv1d<5, kernel_size<3>, strides<2>, padding<1>, dilation<2>>>;
    using row = network<Scalar, input<1, 9, 3>,
                        conv2d<5, kernel_size<1, 3>, strides<1, 2>, padding<0, 1>, dilation<1, 2>>>;
    seeded::random_numbers draw(seed);
    auto const parameters = draw.array<Scalar, flat::parameter_count>();
    auto const x = draw.array<Scalar, 27>();
    return compare::same_bits(compare::network_of<flat>(parameters)(x),
                              compare::network_of<row>(parameters)(x));
}

// Every step has the bits of the sequence; afterwards the state goes on as that of a longer one.
template <class Network>
void check_stream(std::uint32_t seed) {
    using scalar = typename Network::scalar;
    using live = stream_of<Network>;
    seeded::random_numbers draw(seed);
    auto const whole = compare::network_of<Network>(draw.array<scalar, Network::parameter_count>());
    auto const x = draw.array<scalar, Network::input_size>();
    auto const y = whole(x);
    auto const stepping = streamed(whole);
    constexpr std::size_t steps = Network::input_size / live::input_size;
    typename live::state state;
    for (std::size_t t = 0; t < steps; ++t) {
        typename live::input_type in{};
        for (std::size_t i = 0; i < in.size(); ++i)
            in[i] = x[t * in.size() + i];
        typename live::output_type expected{};
        for (std::size_t i = 0; i < expected.size(); ++i)
            expected[i] = y[t * expected.size() + i];
        if (t == 0)
            CHECK(compare::same_bits(stepping(in), expected));
        CAPTURE(seed, t, sizeof(scalar));
        CHECK(compare::same_bits(stepping.step(state, in), expected));
    }
    CHECK(state != typename live::state{});
}

template <class Scalar>
using stack =
    network<Scalar, input<20, 1>, conv1d<4, kernel_size<3>, padding_causal, ctnn::tanh>,
            conv1d<4, kernel_size<3>, dilation<2>, padding_causal, relu>,
            residual<conv1d<4, kernel_size<2>, dilation<5>, groups<2>, padding_causal>, ctnn::tanh>,
            conv1d<3, kernel_size<1>, padding_causal>, over_time<dense<2>>>;
template <class Scalar>
using gated =
    network<Scalar, input<9, 2>,
            residual<parallel<multiplied,
                              conv1d<2, kernel_size<2>, dilation<2>, padding_causal, ctnn::tanh>,
                              conv1d<2, kernel_size<2>, dilation<2>, padding_causal, sigmoid>>>>;
template <class Scalar>
using alone =
    network<Scalar, input<7, 9>, conv1d<9, kernel_size<4>, dilation<3>, groups<9>, padding_causal>>;

} // namespace

TEST_CASE("a convolution of a sequence sums up windows of steps", "[layer]") {
    CHECK(compare::opaque(net)(compare::opaque(sequence)) == net(sequence));
}

TEST_CASE("a convolution of a sequence and its derivatives are PyTorch's", "[layer]") {
    using layers::check_example;
    check_example<input<7, 2>, conv1d<3, kernel_size<3>>>(oracle::valid);
    check_example<input<6, 2>, conv1d<3, kernel_size<3>, padding_causal>>(oracle::causal);
    check_example<input<9, 3>, conv1d<2, kernel_size<3>, dilation<3>, padding_causal>>(
        oracle::causal_dilation);
    check_example<input<8, 1>, conv1d<2, kernel_size<4>, strides<3>, padding_causal>>(
        oracle::causal_strides);
    check_example<input<5, 4>, conv1d<6, kernel_size<2>, dilation<2>, groups<2>, padding_causal>>(
        oracle::causal_groups);
    check_example<input<5, 2>, conv1d<2, kernel_size<4>, strides<2>, padding_same>>(oracle::same);
    check_example<input<8, 4>,
                  conv1d<4, kernel_size<2>, padding<2>, strides<2>, dilation<3>, groups<4>>>(
        oracle::all_options);
}

TEMPLATE_TEST_CASE("a convolution of a sequence is one of an image of one row", "[layer]", float,
                   double) {
    for (std::uint32_t seed = 0; seed < 5; ++seed)
        CHECK(is_conv2d<TestType>(seed));
}

TEST_CASE("a causal convolution streams with the bits of the sequence", "[layer]") {
    for (std::uint32_t seed = 0; seed < 3; ++seed) {
        check_stream<stack<float>>(seed);
        check_stream<gated<double>>(seed);
        check_stream<alone<float>>(seed);
        check_stream<alone<fixed_point<7, 8>>>(seed);
    }
}

TEST_CASE("a window of one step needs no state", "[layer]") {
    using one = network<float, input<4, 2>, conv1d<3, kernel_size<1>, padding_causal>>;
    using each = network<float, input<4, 2>, over_time<dense<3>>>;
    static_assert(std::is_empty_v<stream_of<one>::stage<0>::bound::state>);
    seeded::random_numbers draw(3);
    auto const parameters = draw.array<float, one::parameter_count>();
    auto const x = draw.array<float, 8>();
    CHECK(compare::same_bits(compare::network_of<one>(parameters)(x),
                             compare::network_of<each>(parameters)(x)));
}
