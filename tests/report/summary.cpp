#include <ctnn/report/summary.hpp>

#include <ctnn/ctnn.hpp>

#include "../catch.hpp"

namespace {

using namespace ctnn;

struct own_activation {
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return x;
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar, Scalar) {
        return Scalar(1);
    }
};

using a = network<float, input<4>, dense<16, relu>, dense<16, relu>, dense<3, softmax>>;
static_assert(summary<a>() ==
              text_view("layer          output  parameters  bytes  multiply-adds\n"
                        "input               4                                  \n"
                        "dense relu         16          80    320             64\n"
                        "dense relu         16         272   1088            256\n"
                        "dense softmax       3          51    204             48\n"
                        "total                         403   1612            368\n"));

// Activations as layers, one of somebody's own, none, and a column that is wider than its head.
using b = network<double, input<784>, dense<128>, own_activation, dense<10, own_activation>>;
static_assert(summary<b const>() ==
              text_view("layer                 output  parameters   bytes  multiply-adds\n"
                        "input                    784                                   \n"
                        "dense                    128      100480  803840         100352\n"
                        "own_activation           128           0       0              0\n"
                        "dense own_activation      10        1290   10320           1280\n"
                        "total                             101770  814160         101632\n"));
// `elu` is another name of `basic_elu<1.0>`.
using named = network<float, input<2>, dense<2, elu>, leaky_relu>;
static_assert(summary<named>() ==
              text_view("layer       output  parameters  bytes  multiply-adds\n"
                        "input            2                                  \n"
                        "dense elu        2           6     24              4\n"
                        "leaky_relu       2           0      0              0\n"
                        "total                        6     24              4\n"));
static_assert(summary(a{}).data() == summary<a>().data());

// In int8: a row of weights has a multiple of four, a neuron a bias and a multiplier, a layer a shift and a zero;
// a table has 256 bytes, and a layer that only compares has nothing.
using c = network<float, input<6, 6, 1>, conv2d<2, kernel_size<3, 3>, relu>,
                  max_pool<kernel_size<2, 2>>, ctnn::tanh, dense<3, softmax>>;
static_assert(summary<quantized<c>>() ==
              text_view("layer          output  parameters  bytes  multiply-adds\n"
                        "input           6x6x1                                  \n"
                        "conv2d relu     4x4x2          20     52            288\n"
                        "max_pool        2x2x2           0      0              0\n"
                        "tanh            2x2x2           0    256              0\n"
                        "dense softmax       3          27     56             24\n"
                        "scales                          0     24              0\n"
                        "total                          47    388            312\n"));
static_assert(summary(quantized<c>{}).data() == summary<quantized<c>>().data());
static_assert(footprint<quantized<c>>.flash == 388 && footprint<quantized<c>>.multiply_adds == 312);

} // namespace

TEST_CASE("a summary ends with a NUL", "[report]") {
    CHECK(summary<a>().data()[summary<a>().size()] == '\0');
}
