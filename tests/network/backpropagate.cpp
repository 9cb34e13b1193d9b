#include <ctnn/network/backpropagate.hpp>

#include <ctnn/ctnn.hpp>

#include "../catch.hpp"
#include "../network_oracle.hpp"
#include "../support/compare.hpp"

// Against numpy: every activation in a hidden layer, every loss, with and without an activation
// that it is one with.

namespace {

using namespace ctnn;

template <class Scalar, class... Layers>
struct with {
    template <class Loss, std::size_t Parameters, std::size_t Inputs, std::size_t Outputs>
    static constexpr bool
    agrees(Loss const& loss, network_oracle::example<Parameters, Inputs, Outputs> const& expected) {
        using model = network<Scalar, input<Inputs>, Layers...>;
        static_assert(model::parameter_count == Parameters && model::output_size == Outputs);
        auto const net =
            compare::network_of<model>(compare::converted<Scalar>(expected.parameters));
        auto const back = backpropagate(net, loss, compare::converted<Scalar>(expected.input),
                                        compare::converted<Scalar>(expected.target));
        // Of the rounded parameters in float there is no oracle: it is as near as rounding lets it.
        double const units = sizeof(Scalar) == 8 ? 16 : 32;
        return compare::near(back.output, expected.output, units) &&
               compare::near(back.loss, expected.loss, units) &&
               compare::near(compare::flat(back.gradient), expected.gradient, units);
    }
};

template <class... Layers>
struct check {
    template <class Loss, class Example>
    static void against(Loss const& loss, Example const& expected) {
        CHECK(with<double, Layers...>::agrees(loss, compare::opaque(expected)));
        CHECK(with<float, Layers...>::agrees(loss, compare::opaque(expected)));
    }
};

static_assert(with<double, dense<3, relu>, dense<2, softmax>>::agrees(
    cross_entropy{}, network_oracle::relu_softmax));
static_assert(with<double, dense<4, ctnn::tanh>, dense<2, sigmoid>>::agrees(
    binary_cross_entropy{}, network_oracle::tanh_sigmoid));
static_assert(with<double, dense<4>, relu, dense<3>, softmax>::agrees(
    cross_entropy{}, network_oracle::activations_apart));

} // namespace

TEST_CASE("networks of one layer have numpy's gradients", "[backpropagate]") {
    check<dense<3>>::against(mean_squared_error{}, network_oracle::one_layer);
    check<dense<1, sigmoid>>::against(binary_cross_entropy{}, network_oracle::one_to_one);
}

TEST_CASE("losses that are one with the last activation have numpy's gradients",
          "[backpropagate]") {
    check<dense<3, relu>, dense<2, softmax>>::against(cross_entropy{},
                                                      network_oracle::relu_softmax);
    check<dense<6, hard_tanh>, dense<3, softmax>>::against(cross_entropy{},
                                                           network_oracle::hard_tanh_softmax);
    check<dense<4, ctnn::tanh>, dense<2, sigmoid>>::against(binary_cross_entropy{},
                                                            network_oracle::tanh_sigmoid);
}

TEST_CASE("losses after any other activation have numpy's gradients", "[backpropagate]") {
    check<dense<4, leaky_relu>, dense<2>>::against(huber{}, network_oracle::leaky_relu_identity);
    check<dense<4, elu>, dense<2>>::against(mean_absolute_error{}, network_oracle::elu_identity);
    check<dense<4, sigmoid>, dense<3, sigmoid>>::against(mean_squared_error{},
                                                         network_oracle::sigmoid_sigmoid);
    check<dense<5, softplus>, dense<3, softmax>>::against(mean_squared_error{},
                                                          network_oracle::softplus_softmax);
    check<dense<4, gelu>, dense<3, sigmoid>>::against(cross_entropy{},
                                                      network_oracle::gelu_sigmoid_cross_entropy);
    check<dense<5, silu>, dense<3, softmax>>::against(binary_cross_entropy{},
                                                      network_oracle::silu_softmax_binary);
    check<dense<3, hard_sigmoid>, dense<2, ctnn::tanh>>::against(huber{},
                                                                 network_oracle::hard_sigmoid_tanh);
}

TEST_CASE("deep networks and activations apart have numpy's gradients", "[backpropagate]") {
    check<dense<4, softmax>, dense<3, softmax>, dense<2>>::against(
        mean_squared_error{}, network_oracle::softmax_in_the_middle);
    check<dense<4>, relu, dense<3>, softmax>::against(cross_entropy{},
                                                      network_oracle::activations_apart);
    check<ctnn::tanh, dense<4>, sigmoid, gelu, dense<2>, sigmoid>::against(
        binary_cross_entropy{}, network_oracle::activations_in_a_row);
    check<dense<7, ctnn::tanh>, dense<6, elu>, dense<5, silu>, dense<3, softmax>>::against(
        cross_entropy{}, network_oracle::four_deep);
}
