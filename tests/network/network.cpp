#include <ctnn/network/network.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/network/backpropagate.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <type_traits>
#include <utility>

#include "../catch.hpp"
#include "../laws/own.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

namespace {

using namespace ctnn;

using model = network<double, input<2>, dense<3, relu>, dense<2, softmax>>;
constexpr model net{{{{0.1, 0.2, 0.3}, {0.3, 0.2, 0.7}}, {1.0, 1.0, 1.0}},
                    {{{0.2, 0.3}, {0.3, 0.5}, {0.6, 0.4}}, {1.0, 1.0}}};

// What the type says.
static_assert(model::depth == 2 && model::input_size == 2 && model::output_size == 2);
static_assert(model::parameter_count == 17 && sizeof(model) == 17 * sizeof(double));
static_assert(std::is_trivially_copyable_v<model>);
static_assert(std::is_same_v<model::scalar, double>);
static_assert(std::is_same_v<model::input_type, std::array<double, 2>>);
static_assert(std::is_same_v<model::output_type, std::array<double, 2>>);

// The size is that of the parameters, however many layers have none.
template <class Network>
constexpr bool has_no_padding = sizeof(Network) == Network::parameter_count *
                                                       sizeof(typename Network::scalar);
static_assert(has_no_padding<network<float, input<3>, dense<5>, relu, relu, relu, dense<1>>>);
static_assert(has_no_padding<network<double, input<3>, relu, relu, dense<5>, relu, softmax>>);
static_assert(has_no_padding<network<float, input<1>, dense<1>, ctnn::tanh, own::scale, relu>>);
static_assert(network<float, input<3>, relu, relu, softmax>::parameter_count == 0);

// A value: copied, compared, given as a template argument.
template <model M>
constexpr auto answer = M({0.1, 0.7});
static_assert(answer<net> == net({0.1, 0.7}));
constexpr model changed() {
    model other = net;
    other.layer<1>().biases[1] += 1;
    return other;
}
static_assert(net == net && net != changed() && !(net == changed()));
static_assert(model{} == model{} && compare::flat(model{}) == std::array<double, 17>{});

// What does not fit is no call and no conversion, so that code can ask.
static_assert(std::is_invocable_r_v<std::array<double, 2>, model const&, std::array<double, 2>>);
static_assert(!std::is_invocable_v<model const&, std::array<double, 3>>);
static_assert(!std::is_invocable_v<model const&, std::array<float, 2>>);
static_assert(!std::is_convertible_v<double, model> && !std::is_constructible_v<model, int>);

// Networks in an array; a network of activations alone, which learns nothing and passes gradients.
constexpr std::array<model, 3> several{net, model{}, changed()};
static_assert(several[0] == net && several[2]({0.1, 0.7}) == changed()({0.1, 0.7}));
using parameterless = network<float, input<3>, relu, softmax>;
constexpr auto passed = backpropagate(parameterless{}, cross_entropy{}, {1, -2, 3}, {0, 0, 1});
static_assert(parameterless{} == passed.gradient && parameterless{}({1, -2, 3}) == passed.output);
static_assert(passed.output[2] > passed.output[0] && passed.output[0] > passed.output[1]);
static_assert(sgd{}.update(parameterless{}, passed.gradient) == parameterless{});

// One block: the layers in their order, weights row by row, then biases.
static_assert(compare::flat(net) == std::array{0.1, 0.2, 0.3, 0.3, 0.2, 0.7, 1.0, 1.0, 1.0, 0.2,
                                               0.3, 0.3, 0.5, 0.6, 0.4, 1.0, 1.0});
static_assert(net.layer<0>().weights[1][2] == 0.7 && net.layer<1>().weights[2][0] == 0.6);

// The lecture's figures, to the digits that it shows.
constexpr auto y = net({0.1, 0.7});
static_assert(compare::near(y, std::array{0.487502603515790, 0.512497396484210}, 3));

// Layers of one number, alone and in a row; a layer of the user's.
static_assert(network<double, input<1>, dense<1>>{{{{0.5}}, {0.25}}}({3.0})[0] == 1.75);
static_assert(network<double, input<1>, dense<2>>{{{{0.5, 2}}, {0.25, 0}}}({3.0})[1] == 6);
static_assert(network<double, input<2>, dense<1>>{{{{0.5}, {2}}, {0.25}}}({3.0, 1.0})[0] == 3.75);
static_assert(network<double, input<2>, own::scale>{{{{2, 3}}}}({3.0, 1.0}) ==
              std::array{6.0, 3.0});

// A layer's parameters can be given whole.
constexpr auto first = net.layer<0>();
static_assert(model{first, net.layer<1>()} == net);

template <std::size_t Depth, class... Layers>
struct deep : deep<Depth - 1, Layers..., dense<2, ctnn::tanh>> {};
template <class... Layers>
struct deep<0, Layers...> {
    using type = network<double, input<2>, Layers...>;
};

} // namespace

TEST_CASE("a network computes on the machine what it does in the compiler", "[network]") {
    CHECK(compare::same_bits(compare::opaque(net)({0.1, 0.7}), y));
    CHECK(compare::opaque(net)(compare::opaque(std::array{0.1, 0.7})) == y);
}

TEST_CASE("a layer's parameters can be read and written", "[network]") {
    model other{};
    CHECK(other({0.1, 0.7}) == std::array{0.5, 0.5});
    other.layer<0>() = net.layer<0>();
    other.layer<1>().weights = net.layer<1>().weights;
    for (double& bias : other.layer<1>().biases)
        bias = 1;
    CHECK(other == net);
    STATIC_REQUIRE(std::is_const_v<std::remove_reference_t<decltype(net.layer<0>())>>);
    STATIC_REQUIRE(
        std::is_same_v<decltype(std::as_const(other).layer<1>().biases[0]), double const&>);
    other.layer<0>().weights[0][0] = compare::not_a_number<double>;
    CHECK(other != other);
}

TEST_CASE("a NaN or an infinity goes through to the output", "[network]") {
    double const nan = compare::not_a_number<double>;
    double const infinity = compare::infinity<double>;
    for (double const bad : {nan, infinity, -infinity})
        for (std::size_t place = 0; place < 2; ++place) {
            std::array<double, 2> x{0.1, 0.7};
            x[place] = bad;
            auto const out = compare::opaque(net)(compare::opaque(x));
            auto const back = backpropagate(compare::opaque(net), cross_entropy{}, x, {1.0, 0.0});
            CAPTURE(bad, place, out[0], out[1]);
            // Minus infinity is silenced by relu, all else makes softmax NaN.
            CHECK((out[0] != out[0]) == (bad != -infinity));
            CHECK((back.loss != back.loss) == (bad != -infinity));
        }
    for (std::size_t k = 0; k < model::parameter_count; ++k)
        for (double const bad : {nan, infinity}) {
            auto parameters = compare::flat(net);
            parameters[k] = bad;
            auto const broken = compare::opaque(compare::network_of<model>(parameters));
            auto const out = broken({0.1, 0.7});
            CAPTURE(k, bad);
            CHECK(out[0] != out[0]);
            CHECK(out[1] != out[1]);
        }
}

TEST_CASE("a network can be 100 layers deep", "[network]") {
    using network = deep<100>::type;
    STATIC_REQUIRE(network::depth == 100);
    STATIC_REQUIRE(sizeof(network) == 600 * sizeof(double));
    auto const one = seeded::random_numbers(1).network<network>();
    auto const out = one({0.5, -0.5});
    CHECK((out[0] > -1 && out[0] < 1));
    auto const back = backpropagate(one, mean_squared_error{}, {0.5, -0.5}, {0.5, 0.5});
    CHECK(back.output == out);
    CHECK(back.gradient.layer<99>().biases[0] != 0);
}
