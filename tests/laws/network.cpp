#include <ctnn/activation/gelu.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/loss/binary_cross_entropy.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/loss/huber.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/network/network.hpp>

#include "../catch.hpp"
#include "network_laws.hpp"
#include "own.hpp"

namespace {

using namespace ctnn;

template <class Laws>
void check() {
    static_assert(Laws::output_and_loss_are_those_of_the_forward_pass(1));
    static_assert(Laws::gradient_agrees_with_dual_numbers(1));
    for (std::uint32_t seed = 10; seed < 40; ++seed) {
        CAPTURE(seed);
        CHECK(Laws::output_and_loss_are_those_of_the_forward_pass(seed));
        CHECK(Laws::gradient_agrees_with_dual_numbers(seed));
    }
    CHECK(Laws::bits_are_the_same_in_the_compiler());
}

template <class Scalar, class Loss, class... Parts>
using laws_of = laws::network<network<Scalar, Parts...>, Loss>;

} // namespace

TEST_CASE("the laws of networks of one layer", "[laws]") {
    check<laws_of<double, mean_squared_error, input<1>, dense<1>>>();
    check<laws_of<float, cross_entropy, input<5>, dense<3, softmax>>>();
    check<laws_of<double, huber, input<3>, own::scale>>();
}

TEST_CASE("the laws of networks with losses that are one with the last activation", "[laws]") {
    check<laws_of<double, cross_entropy, input<4>, dense<5, ctnn::tanh>, dense<3, softmax>>>();
    check<laws_of<double, binary_cross_entropy, input<3>, dense<4, gelu>, dense<2, sigmoid>>>();
    check<laws_of<float, binary_cross_entropy, input<3>, dense<4>, relu, dense<2>, sigmoid>>();
}

TEST_CASE("the laws of networks with losses after any other activation", "[laws]") {
    check<laws_of<double, cross_entropy, input<2>, dense<3, ctnn::tanh>, dense<3, sigmoid>>>();
    check<laws_of<double, binary_cross_entropy, input<2>, dense<3, relu>, dense<3, softmax>>>();
    check<laws_of<float, own::fourth_power, input<2>, dense<4, own::swish<2.0>>, own::scale,
                  dense<2, own::swish<1.5>>>>();
}

TEST_CASE("networks wider than the machine's vectors keep their bits", "[laws]") {
    CHECK(laws_of<float, cross_entropy, input<9>, dense<19, relu>,
                  dense<11, softmax>>::bits_are_the_same_in_the_compiler());
    CHECK(laws_of<double, binary_cross_entropy, input<18>, dense<17, ctnn::tanh>,
                  dense<5, sigmoid>>::bits_are_the_same_in_the_compiler());
}

TEST_CASE("the laws of a deep network", "[laws]") {
    check<laws_of<double, cross_entropy, input<3>, ctnn::tanh, dense<4, gelu>, softmax,
                  dense<5, sigmoid>, own::scale, dense<4, relu>, dense<2>, softmax>>();
}
