// Networks as ONNX files: images, and sequences that are convolved.
#include "export/onnx/comes_back.hpp"

namespace {

using namespace ctnn;

static_assert(comes_back<of<input<5, 4, 2>, conv2d<3, kernel_size<3, 2>>>>);
static_assert(comes_back<of<input<5, 4, 2>, conv2d<3, kernel_size<3, 2>, strides<2, 1>, relu>>>);
static_assert(comes_back<of<input<5, 5, 2>, conv2d<1, kernel_size<2, 2>, dilation<2, 3>>>>);
static_assert(comes_back<of<input<5, 4, 2>, conv2d<3, kernel_size<3, 3>, padding<1, 2>, gelu>>>);
static_assert(comes_back<of<input<5, 4, 2>, conv2d<3, kernel_size<2, 4>, padding_same>>>);
static_assert(comes_back<of<input<4, 4, 4>, conv2d<6, kernel_size<2, 2>, groups<2>>>>);
static_assert(comes_back<of<input<4, 4, 3>, depthwise_conv2d<kernel_size<2, 2>>>>);
static_assert(
    comes_back<of<input<4, 4, 3>, depthwise_conv2d<kernel_size<2, 2>, depth_multiplier<2>>>>);
static_assert(comes_back<of<input<7, 2>, conv1d<3, kernel_size<3>, strides<2>>>>);
static_assert(comes_back<of<input<7, 2>, conv1d<3, kernel_size<3>, dilation<2>, padding_causal>>>);

// Pools, and rows after them.
static_assert(comes_back<of<input<4, 6, 2>, max_pool<kernel_size<2, 2>>>>);
static_assert(
    comes_back<of<input<5, 5, 2>, average_pool<kernel_size<3, 3>, strides<2, 2>, padding<1, 1>>>>);
static_assert(comes_back<of<input<6, 2>, max_pool<kernel_size<2>>>>);
static_assert(comes_back<of<input<4, 6, 2>, global_max_pool, dense<2>>>);
static_assert(comes_back<of<input<6, 2>, global_average_pool, dense<2, softmax>>>);
static_assert(comes_back<of<input<4, 4, 2>, conv2d<3, kernel_size<3, 3>>, dense<2, softmax>>>);

// A number for each channel, for each number; zeros around.
static_assert(comes_back<of<input<4, 3, 2>, batch_norm>>);
static_assert(comes_back<of<input<4>, dense<3>, basic_batch_norm<0.001>, dense<2>>>);
static_assert(comes_back<of<input<4, 3, 2>, prelu>>);
static_assert(comes_back<of<input<4>, dense<3>, prelu>>);
static_assert(comes_back<of<input<4>, normalization, dense<3>>>);
static_assert(comes_back<of<input<4, 3, 2>, zero_padding<sides{1, 0}, sides{0, 2}>,
                            conv2d<1, kernel_size<3, 3>>>>);
static_assert(comes_back<of<input<4, 3, 2>, normalization, conv2d<1, kernel_size<2, 2>>>>);
static_assert(comes_back<of<input<12>, reshape<2, 3, 2>, conv2d<1, kernel_size<2, 2>>>>);

static_assert(comes_back<of<input<2, 3, 4>, upsample<3, 2>, dense<1>>>);
static_assert(comes_back<of<input<3, 2, 4>, conv2d_transpose<6, kernel_size<3, 2>, strides<2, 3>,
                                                             padding<1, 0>, groups<2>, relu>>>);

} // namespace

TEST_CASE("Layers that are several in a row come back from ONNX files", "[export]") {
    CHECK(comes_back_at_run_time<
          of<input<5, 4, 3>, separable_conv2d<6, kernel_size<3, 2>, depth_multiplier<2>, relu>,
             sequential<dense<3, relu>, dense<2>>>>());
    CHECK(comes_back_at_run_time<
          of<input<5, 5, 2>, max_pool<kernel_size<2, 3>, strides<1, 1>, dilation<2, 1>>>>());
}
