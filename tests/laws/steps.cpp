#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/layer/average_pool.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/flatten.hpp>
#include <ctnn/layer/global_average_pool.hpp>
#include <ctnn/layer/global_max_pool.hpp>
#include <ctnn/layer/last_step.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/layer/over_time.hpp>
#include <ctnn/layer/permute.hpp>
#include <ctnn/layer/prelu.hpp>
#include <ctnn/layer/reshape.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/layer/upsample.hpp>
#include <ctnn/layer/zero_padding.hpp>

#include "../catch.hpp"
#include "../support/damped.hpp"
#include "../support/elman.hpp"
#include "check_layer.hpp"
#include "composites.hpp"
#include "own.hpp"

// The layers of sequences.

namespace {

using namespace ctnn;
using laws::check_layer;

} // namespace

TEST_CASE("the laws of a layer over time", "[laws]") {
    check_layer<over_time<dense<4>>, double, input<3, 2>>();
    check_layer<over_time<dense<3, relu>>, float, input<5, 3>>();
    check_layer<over_time<dense<2>>, double, input<1, 3>>();
    check_layer<over_time<conv2d<2, kernel_size<2, 2>, padding_same>>, double, input<2, 3, 2, 1>>();
    check_layer<over_time<over_time<dense<2>>>, double, input<2, 3, 2>>();
    check_layer<over_time<ctnn::tanh>, double, input<2, 3>>();
    check_layer<over_time<max_pool<kernel_size<2>>>, float, input<2, 4, 2>>();
    check_layer<over_time<own::scale>, double, input<3, 4>>();
    check_layer<over_time<own::damped>, double, input<3, 4>>();
}

TEST_CASE("the laws of layers of layers over time", "[laws]") {
    using own::branch;
    using own::shortcut;
    check_layer<over_time<residual<dense<3, ctnn::tanh>, dense<2>>>, double, input<3, 2>>();
    check_layer<over_time<own::beside<branch<dense<3>>, shortcut>>, double, input<3, 2>>();
    check_layer<over_time<own::multiplied<branch<own::damped>, branch<dense<2>>>>, double,
                input<3, 2>>();
}

TEST_CASE("the laws of the last step", "[laws]") {
    check_layer<last_step, double, input<3, 2>>();
    check_layer<last_step, float, input<2, 3, 2>>();
    check_layer<last_step, float, input<1, 4>>();
}

TEST_CASE("the laws of layers that move numbers", "[laws]") {
    check_layer<zero_padding<1, sides{0, 2}>, double, input<2, 1, 2>>();
    check_layer<upsample<2, 3>, float, input<2, 1, 2>>();
    check_layer<permute<2, 0, 1>, double, input<2, 3, 2>>();
    check_layer<over_time<upsample<2>>, double, input<2, 2, 1>>();
    check_layer<flatten, float, input<2, 3>>();
    check_layer<reshape<3, 2>, double, input<6>>();
}

TEST_CASE("the laws of prelu", "[laws]") {
    check_layer<prelu, double, input<2, 2, 3>>();
    check_layer<prelu, float, input<4>>();
    check_layer<over_time<prelu>, double, input<3, 2>>();
}

TEST_CASE("the laws of pools that take means", "[laws]") {
    check_layer<average_pool<kernel_size<2, 2>, padding_same>, double, input<3, 3, 2>>();
    check_layer<average_pool<kernel_size<2>, strides<1>, relu>, float, input<4, 2>>();
    check_layer<global_average_pool, double, input<2, 2, 2>>();
    check_layer<global_max_pool, float, input<3, 2>>();
}

// Their own laws, and those of a user's layer that remembers.
TEST_CASE("the laws of a user's layer that remembers", "[laws]") {
    check_layer<own::elman<3>, double, input<2>>();
    check_layer<own::elman<3>, double, input<4, 2>>();
    check_layer<residual<own::elman<2>, over_time<dense<2>>>, double, input<3, 2>>();
}
