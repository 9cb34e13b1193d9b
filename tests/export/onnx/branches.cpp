// Networks as ONNX files: layers that are made of layers.
#include "export/onnx/comes_back.hpp"

namespace {

using namespace ctnn;

static_assert(comes_back<of<input<4>, residual<dense<4, relu>>, dense<2>>>);
static_assert(comes_back<of<input<4>, residual<dense<3, gelu>, dense<4>>, relu>>);
static_assert(
    comes_back<of<input<4, 4, 2>, residual<conv2d<2, kernel_size<3, 3>, padding<1, 1>>>, relu>>);
static_assert(
    comes_back<of<input<4>, parallel<concatenated, dense<2>, dense<3, ctnn::tanh>>, dense<2>>>);
static_assert(comes_back<of<input<4, 4, 2>, parallel<concatenated, conv2d<2, kernel_size<1, 1>>,
                                                     conv2d<3, kernel_size<1, 1>, relu>>>>);
static_assert(comes_back<of<input<4>, parallel<multiplied, dense<3>, dense<3, sigmoid>>>>);

} // namespace
