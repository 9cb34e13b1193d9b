#include <ctnn/activation/identity.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/layer/batch_norm.hpp>
#include <ctnn/layer/conv1d.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/conv2d_transpose.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/depthwise_conv2d.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/layer/normalization.hpp>
#include <ctnn/layer/over_time.hpp>
#include <ctnn/layer/parallel.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/layer/separable_conv2d.hpp>
#include <ctnn/layer/sequential.hpp>

#include "../catch.hpp"
#include "check_layer.hpp"
#include "composites.hpp"
#include "own.hpp"

// The layers that look at the shape of their input, and those of other layers.

namespace {

using namespace ctnn;
using laws::check_layer;

using within = conv2d<3, kernel_size<2, 2>>;
using with_all = conv2d<2, kernel_size<2, 3>, strides<2, 1>, dilation<2, 1>, padding<1, 2>, relu>;
using around = conv2d<2, kernel_size<3, 3>, padding_same>;

} // namespace

TEST_CASE("the laws of convolutions", "[laws]") {
    check_layer<within, double, input<3, 4, 2>>();
    check_layer<within, float, input<2, 2, 1>>();
    check_layer<with_all, double, input<3, 3, 2>>();
    check_layer<with_all, float, input<4, 2, 1>>();
    check_layer<around, double, input<2, 3, 2>>();
    check_layer<around, float, input<1, 1, 3>>();
    check_layer<conv2d<9, kernel_size<1, 2>, padding_same, strides<1, 2>>, float, input<2, 3, 2>>();
    check_layer<conv2d<4, kernel_size<2, 2>, groups<2>>, double, input<3, 2, 4>>();
}

TEST_CASE("the laws of convolutions of sequences", "[laws]") {
    check_layer<conv1d<3, kernel_size<3>, padding_causal, dilation<2>>, double, input<4, 2>>();
    check_layer<conv1d<2, kernel_size<2>, relu, groups<2>, strides<2>>, float, input<5, 2>>();
    check_layer<conv1d<3, kernel_size<3>, padding_causal>, double, input<2>>(); // a step
}

TEST_CASE("the laws of transposed and of separable convolutions", "[laws]") {
    check_layer<conv2d_transpose<2, kernel_size<2, 3>, strides<2, 1>>, double, input<2, 2, 2>>();
    check_layer<separable_conv2d<2, kernel_size<2, 2>, ctnn::tanh>, double, input<3, 2, 2>>();
}

TEST_CASE("the laws of depthwise convolutions", "[laws]") {
    check_layer<depthwise_conv2d<kernel_size<2, 2>, padding_same>, double, input<2, 3, 3>>();
    check_layer<depthwise_conv2d<kernel_size<1, 2>, depth_multiplier<2>, relu>, float,
                input<2, 3, 2>>();
}

TEST_CASE("the laws of pools", "[laws]") {
    check_layer<max_pool<kernel_size<2, 2>>, double, input<4, 5, 2>>();
    check_layer<max_pool<kernel_size<3>, strides<1>>, float, input<5, 2>>();
    check_layer<max_pool<kernel_size<2, 2>, padding_same, strides<1, 1>, dilation<2, 1>>, double,
                input<3, 3, 1>>();
    check_layer<max_pool<kernel_size<2, 1, 2>, padding<1, 0, 1>>, float, input<2, 2, 3, 2>>();
}

TEST_CASE("the laws of layers whose output is added to their input", "[laws]") {
    check_layer<residual<dense<3, ctnn::tanh>, dense<4>>, double, input<4>>();
    check_layer<residual<own::scale>, float, input<5>>();
    check_layer<residual<ctnn::tanh>, double, input<3>>();
    check_layer<residual<around, ctnn::tanh, conv2d<1, kernel_size<1, 1>>>, double,
                input<2, 3, 1>>();
    check_layer<residual<residual<dense<2, ctnn::tanh>, residual<own::scale>>, dense<2>>, float,
                input<2>>();
}

TEST_CASE("the laws of layers with branches", "[laws]") {
    using own::branch;
    using own::shortcut;
    using a = branch<dense<3, ctnn::tanh>, dense<2>>;
    check_layer<own::beside<a, branch<dense<4>>>, double, input<3>>();
    check_layer<own::beside<branch<own::scale>, shortcut, a>, float, input<3>>();
    check_layer<own::beside<branch<ctnn::tanh>, branch<conv2d<1, kernel_size<3, 1>, padding_same>>>,
                double, input<3, 2, 2>>();
    check_layer<own::beside<shortcut, shortcut>, double, input<2, 2>>();
    check_layer<own::added<a, branch<residual<own::scale>, dense<2>>, branch<dense<2>>>, double,
                input<3>>();
    check_layer<own::added<a, shortcut, shortcut>, float, input<2>>();
    check_layer<own::multiplied<a, branch<dense<2>>>, double, input<3>>();
    check_layer<own::multiplied<shortcut, a>, double, input<2>>();
    check_layer<own::multiplied<branch<own::beside<a, shortcut>>, branch<dense<5>>>, double,
                input<3>>();
}

TEST_CASE("the laws of chains and parallel layers", "[laws]") {
    using a = sequential<dense<3, ctnn::tanh>, dense<2>>;
    check_layer<sequential<a, own::scale>, double, input<3>>();
    check_layer<parallel<concatenated, identity, a, dense<4>>, float, input<3>>();
    check_layer<parallel<multiplied, a, dense<2, sigmoid>, identity>, double, input<2>>();
}

TEST_CASE("the laws of layers that normalize", "[laws]") {
    check_layer<basic_batch_norm<0.25>, double, input<2, 3, 2>>();
    check_layer<basic_batch_norm<0.25>, float, input<4>>();
    check_layer<normalization, double, input<3, 2>>();
    check_layer<residual<dense<3, ctnn::tanh>, dense<4>, basic_batch_norm<0.25>>, double,
                input<4>>();
    check_layer<over_time<basic_batch_norm<0.25>>, double, input<3, 2>>();
}
