#include <ctnn/layer/residual.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/network/backpropagate.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <type_traits>

#include "../support/random_numbers.hpp"
#include "example.hpp"
#include "oracle/residual.hpp"

namespace {

using namespace ctnn;

// By hand: x + relu(x W + b) U + c.
using changed = network<double, input<2>, residual<dense<3, relu>, dense<2>>>;
constexpr changed net{{{{{1, 0, -1}, {0, 1, 2}}, {0, 0, -1}}, {{{1, 2}, {3, 4}, {5, 6}}, {7, 8}}}};
static_assert(net({2, 1}) == std::array<double, 2>{2 + 2 + 3 + 7, 1 + 4 + 4 + 8});

// What the type says: the parameters are those of the network inside, in its order.
static_assert(changed::depth == 1 && changed::parameter_count == 9 + 8);
static_assert(sizeof(changed) == 17 * sizeof(double));
static_assert(net.layer<0>().layer<0>().weights[1][2] == 2);
static_assert(net.layer<0>().layer<1>().biases == std::array<double, 2>{7, 8});
using changes = network<double, input<2>, dense<3, relu>, dense<2>>;
constexpr changed from_a_network = [] {
    changed made;
    made.layer<0>() =
        changes{{{{1, 0, -1}, {0, 1, 2}}, {0, 0, -1}}, {{{1, 2}, {3, 4}, {5, 6}}, {7, 8}}};
    return made;
}();
static_assert(from_a_network == net);
static_assert(net.layer<0>()({2, 1}) == std::array<double, 2>{12, 16});

// In braces: a pair for each layer that has parameters, inside as well.
using one_inside = network<float, input<2>, residual<relu, dense<2>>, dense<1>>;
constexpr one_inside of_braces{{{{{1, 2}, {3, 4}}, {5, 6}}}, {{{7}, {8}}, {9}}};
static_assert(of_braces.layer<0>().layer<1>().weights[1][0] == 3);
static_assert(of_braces.layer<0>().layer<1>().biases[1] == 6);
static_assert(of_braces.layer<1>().weights[1][0] == 8);
static_assert(one_inside{of_braces.layer<0>(), of_braces.layer<1>()} == of_braces);
constexpr network<float, input<2>, residual<residual<dense<2>>>> deep{
    {{{{{1, 2}, {3, 4}}, {5, 6}}}}};
static_assert(deep.layer<0>().layer<0>().layer<0>().biases[1] == 6);
static_assert(network<float, input<2>, residual<relu>>{}({-1, 2}) == std::array{-1.0f, 4.0f});
static_assert(
    std::is_same_v<network<float, input<3, 4, 2>, residual<relu>>::output_shape, shape<3, 4, 2>>);

// Layers without parameters alone.
using plain = network<float, input<4>, residual<relu, ctnn::tanh>>;
static_assert(plain::parameter_count == 0);
static_assert(plain{}({0, -1, 0, -2}) == std::array<float, 4>{0, -1, 0, -2});

// One in another.
using inside = residual<conv2d<2, kernel_size<1, 3>, padding_same, ctnn::tanh>>;
using nested = residual<conv2d<2, kernel_size<2, 2>, padding_same, relu>, inside,
                        conv2d<1, kernel_size<3, 3>, padding<1, 1>>>;
using nested_network = network<float, input<3, 3, 1>, nested, relu>;
static_assert(nested_network::parameter_count == 10 + 14 + 19);

// The layers inside are asked with the scalar of the network.
struct twice_in_double {
    template <std::same_as<double> Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;
        struct parameters {};
        static constexpr values forward(parameters, values x) {
            for (Scalar& number : x)
                number *= 2;
            return x;
        }
        static constexpr values backward(parameters p, values const&, values const& dv) {
            return forward(p, dv);
        }
    };
};
static_assert(network<double, input<2>, residual<twice_in_double>>{}({1, 2}) ==
              std::array{3.0, 6.0});

// In the compiler.
namespace oracle = residual_oracle;
static_assert(layers::holds<input<3, 3, 1>, nested, relu>(oracle::nested));

} // namespace

TEST_CASE("layers are added to their input", "[layer]") {
    CHECK(compare::opaque(net)({2, 1}) == net({2, 1}));
    CHECK(compare::opaque(net)({2, 1}) == std::array<double, 2>{14, 17});
}

TEST_CASE("a residual layer and its derivatives are PyTorch's", "[layer]") {
    using layers::check_example;
    check_example<input<3, 4, 2>, residual<conv2d<2, kernel_size<3, 2>, padding_same, ctnn::tanh>>>(
        oracle::one_inside);
    check_example<input<3, 3, 1>, nested, relu>(oracle::nested);
}

TEST_CASE("the gradient of a network with windows and layers in layers is PyTorch's", "[layer]") {
    using model = network<double, input<6, 5, 1>, conv2d<2, kernel_size<3, 2>, ctnn::tanh>,
                          max_pool<kernel_size<2, 2>>, inside, dense<3, softmax>>;
    auto const expected = compare::opaque(oracle::whole_network);
    auto const whole = compare::network_of<model>(expected.parameters);
    auto const back = backpropagate(whole, cross_entropy{}, expected.input, expected.target);
    CHECK(compare::near(back.output, expected.output, 8));
    CHECK(compare::near(back.loss, expected.loss, 8));
    CHECK(compare::near(compare::flat(back.gradient), expected.gradient, 32));
    CHECK(compare::same_bits(whole(expected.input), back.output));
}

TEST_CASE("the parameters of layers in layers are read, written and stepped", "[layer]") {
    auto other = initialize<nested_network>(glorot_uniform{}, 7);
    auto& deepest = other.layer<0>().layer<1>().layer<0>();
    CHECK(deepest.weights[0][0] != 0);
    CHECK(deepest.biases == std::array<float, 2>{});
    deepest.biases[1] = 0.25f;
    auto const before = compare::flat(other);
    CHECK(before[10 + 13] == 0.25f);
    CHECK(other == compare::network_of<nested_network>(before));

    auto const gradient = seeded::random_numbers(3).network<nested_network>();
    auto const after = sgd{.learning_rate = 0.5}.update(other, gradient);
    for (std::size_t i = 0; i < before.size(); ++i) {
        CAPTURE(i);
        CHECK(compare::flat(after)[i] == before[i] - 0.5f * compare::flat(gradient)[i]);
    }
    CHECK(after != other);
}

TEST_CASE("a residual layer computes in fixed point", "[layer]") {
    using number = fixed_point<7, 8>;
    using exact = network<number, input<2>, residual<dense<3, relu>, dense<2>>>;
    auto const numbers = compare::converted<number>(compare::flat(net));
    auto const y = compare::network_of<exact>(numbers)({number(2), number(1)});
    CHECK(y == std::array{number(14), number(17)});
}
