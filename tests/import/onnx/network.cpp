// The graph of a file as a type: each operator, in the forms that files have it in.
#include "import/onnx_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/onnx.hpp>
#include <type_traits>

using namespace ctnn;
using onnx_file::model;
template <auto const& File>
using read_as = onnx::network<File>;

namespace {

// --- A file as a whole ---

constexpr auto small = onnx_file::two_layers().file();
static_assert(
    std::is_same_v<read_as<small>, network<float, input<2>, dense<3, relu>, dense<2, softmax>>>);
static_assert(std::is_same_v<onnx::network<small, double>,
                             network<double, input<2>, dense<3, relu>, dense<2, softmax>>>);

// A text_view, as ctnn_embed makes it, does as well as anything that converts to one.
constexpr text_view small_text = small;
static_assert(std::is_same_v<onnx::network<small_text>, read_as<small>>);

// --- Products and sums: dense ---

constexpr auto product = model()
                             .node("MatMul", {"x", "w"}, "p")
                             .node("Add", {"b", "p"}, "s")
                             .node("Tanh", {"s"}, "y")
                             .weights("w", {2, 3}, {1.f, 2.f, 3.f, 4.f, 5.f, 6.f})
                             .weights("b", {3}, {7.f, 8.f, 9.f})
                             .input("w", {2, 3}) // old files list what is initialized
                             .input("x", {1, 2})
                             .output("y", {1, 3})
                             .opset(7)
                             .file();
static_assert(std::is_same_v<read_as<product>, network<float, input<2>, dense<3, ctnn::tanh>>>);
static_assert(onnx::imported<product>.layer<0>().weights ==
              matrix<float, 2, 3>{{1, 2, 3}, {4, 5, 6}});
static_assert(onnx::imported<product>.layer<0>().biases == std::array<float, 3>{7, 8, 9});

// Weights first, times a column.
constexpr auto column = model()
                            .node("MatMul", {"w", "x"}, "p")
                            .node("Add", {"p", "b"}, "y")
                            .weights("w", {2, 3}, {1.f, 2.f, 3.f, 4.f, 5.f, 6.f})
                            .weights("b", {2, 1}, {7.f, 8.f})
                            .input("x", {3, 1})
                            .output("y", {2, 1})
                            .file();
static_assert(std::is_same_v<read_as<column>, network<float, input<3>, dense<2>>>);
static_assert(onnx::imported<column>.layer<0>().weights ==
              matrix<float, 3, 2>{{1, 4}, {2, 5}, {3, 6}});
static_assert(onnx::imported<column>.layer<0>().biases == std::array<float, 2>{7, 8});

// One constant for two layers, doubles, and a bias that is one number.
constexpr auto shared = model()
                            .node("MatMul", {"x", "w"}, "p")
                            .node("Add", {"p", "b"}, "s")
                            .node("MatMul", {"s", "w"}, "y")
                            .weights("w", {2, 2}, {1., 2., 3., 4.})
                            .weights("b", {1}, {5.f})
                            .input("x", {1, 2})
                            .output("y", {1, 2})
                            .file();
static_assert(std::is_same_v<read_as<shared>, network<float, input<2>, dense<2>, dense<2>>>);
static_assert(onnx::imported<shared>.layer<0>().weights ==
              onnx::imported<shared>.layer<1>().weights);
static_assert(onnx::imported<shared>.layer<0>().weights == matrix<float, 2, 2>{{1, 2}, {3, 4}});
static_assert(onnx::imported<shared>.layer<0>().biases == std::array<float, 2>{5, 5});
static_assert(onnx::imported<shared>.layer<1>().biases == std::array<float, 2>{});

// --- Scaled inputs ---

constexpr auto standardized = model()
                                  .node("Sub", {"x", "m"}, "d")
                                  .node("Div", {"d", "s"}, "n")
                                  .node("MatMul", {"n", "w"}, "y")
                                  .weights("m", {2}, {1.f, 2.f})
                                  .weights("s", {}, {4.f})
                                  .weights("w", {2, 1}, {1.f, 1.f})
                                  .input("x", {1, 2})
                                  .output("y", {1, 1})
                                  .file();
static_assert(
    std::is_same_v<read_as<standardized>, network<float, input<2>, normalization, dense<1>>>);
static_assert(onnx::imported<standardized>.layer<0>().mean == std::array<float, 2>{1, 2});
static_assert(onnx::imported<standardized>.layer<0>().deviation == std::array<float, 2>{4, 4});
static_assert(onnx::imported<standardized>(std::array{3.f, 10.f})[0] == 2.5f);

constexpr auto scaled = model()
                            .node("Sub", {"x", "m"}, "d")
                            .node("Mul", {"d", "g"}, "p")
                            .node("Add", {"p", "b"}, "y")
                            .weights("m", {2}, {1.f, 2.f})
                            .weights("g", {1, 2}, {3.f, 4.f})
                            .weights("b", {1}, {5.f})
                            .input("x", {1, 2})
                            .output("y", {1, 2})
                            .file();
static_assert(std::is_same_v<read_as<scaled>, network<float, input<2>, basic_batch_norm<0.0>>>);
static_assert(onnx::imported<scaled>(std::array{2.f, 4.f}) == std::array{8.f, 13.f});

constexpr auto batch_norm_of(float epsilon) {
    return model()
        .node("BatchNormalization", {"x", "g", "b", "m", "v"}, "y", {{"epsilon", epsilon}})
        .weights("g", {2}, {1.f, 2.f})
        .weights("b", {2}, {3.f, 4.f})
        .weights("m", {2}, {5.f, 6.f})
        .weights("v", {2}, {7.f, 8.f})
        .input("x", {1, 2})
        .output("y", {1, 2})
        .file();
}
constexpr auto batch_norm_file = batch_norm_of(0.001f);
static_assert(
    std::is_same_v<read_as<batch_norm_file>, network<float, input<2>, basic_batch_norm<0.001>>>);
static_assert(onnx::imported<batch_norm_file>.layer<0>().gamma == std::array{1.f, 2.f} &&
              onnx::imported<batch_norm_file>.layer<0>().beta == std::array{3.f, 4.f} &&
              onnx::imported<batch_norm_file>.layer<0>().mean == std::array{5.f, 6.f} &&
              onnx::imported<batch_norm_file>.layer<0>().variance == std::array{7.f, 8.f});
static_assert(onnx::read<read_as<batch_norm_file>>(batch_norm_file).ok());
static_assert(!onnx::read<network<float, input<2>, batch_norm>>(batch_norm_file).ok());

// What is subtracted is nothing, as exporters of old frameworks write it.
constexpr auto minus_zero = model()
                                .node("Sub", {"x", "z"}, "d")
                                .node("Relu", {"d"}, "y")
                                .weights("z", {1}, {0.f})
                                .input("x", {1, 2})
                                .output("y", {1, 2})
                                .file();
static_assert(std::is_same_v<read_as<minus_zero>, network<float, input<2>, relu>>);

// --- Activations ---

template <class Activation, auto const& File>
constexpr bool is_activation = std::is_same_v<read_as<File>, network<float, input<4>, Activation>>;

constexpr auto one(char const* name, std::initializer_list<onnx_file::attribute> attributes = {},
                   std::uint64_t opset = 20) {
    return model()
        .node(name, {"x"}, "y", attributes)
        .input("x", {1, 4})
        .output("y", {1, 4})
        .opset(opset)
        .file();
}
constexpr auto relu_file = one("Relu"), sigmoid_file = one("Sigmoid"), tanh_file = one("Tanh"),
               softplus_file = one("Softplus"), softsign_file = one("Softsign"),
               mish_file = one("Mish"), hard_swish_file = one("HardSwish"), selu_file = one("Selu"),
               gelu_file = one("Gelu", {{"approximate", "none"}}), leaky_file = one("LeakyRelu"),
               leaky_02_file = one("LeakyRelu", {{"alpha", 0.2f}}), elu_file = one("Elu"),
               elu_half_file = one("Elu", {{"alpha", 0.5f}}),
               celu_file = one("Celu", {{"alpha", 2.0f}}),
               hard_sigmoid_file = one("HardSigmoid", {{"alpha", 1.0f / 6}, {"beta", 0.5f}}),
               softmax_file = one("Softmax"), softmax_of_axis_file = one("Softmax", {{"axis", 1}}),
               softmax_of_opset_9_file = one("Softmax", {}, 9),
               log_softmax_file = one("LogSoftmax"),
               clip_of_opset_7_file = one("Clip", {{"min", 0.0f}, {"max", 6.0f}}, 7);
static_assert(is_activation<relu, relu_file> && is_activation<sigmoid, sigmoid_file>);
static_assert(is_activation<ctnn::tanh, tanh_file> && is_activation<softplus, softplus_file>);
static_assert(is_activation<softsign, softsign_file> && is_activation<mish, mish_file>);
static_assert(is_activation<hard_swish, hard_swish_file> && is_activation<selu, selu_file>);
static_assert(is_activation<gelu, gelu_file> && is_activation<leaky_relu, leaky_file>);
static_assert(is_activation<basic_leaky_relu<0.2>, leaky_02_file>);
static_assert(is_activation<elu, elu_file> && is_activation<basic_elu<0.5>, elu_half_file>);
static_assert(is_activation<basic_celu<2.0>, celu_file>);
static_assert(is_activation<hard_sigmoid, hard_sigmoid_file>);
static_assert(is_activation<softmax, softmax_file> &&
              is_activation<softmax, softmax_of_axis_file> &&
              is_activation<softmax, softmax_of_opset_9_file>);
static_assert(is_activation<log_softmax, log_softmax_file>);
static_assert(is_activation<relu6, clip_of_opset_7_file>);

constexpr auto clip(float lower, float upper) {
    return model()
        .node("Clip", {"x", "l", "u"}, "y")
        .weights("l", {}, {lower})
        .weights("u", {}, {upper})
        .input("x", {1, 4})
        .output("y", {1, 4})
        .file();
}
constexpr auto clip_1_file = clip(-1, 1), clip_2_file = clip(-2, 2.5f);
static_assert(is_activation<hard_tanh, clip_1_file> &&
              is_activation<clamp<-2.0, 2.5>, clip_2_file>);

constexpr auto clip_above_0_file = model()
                                       .node("Clip", {"x", "l"}, "y")
                                       .weights("l", {}, {0.f})
                                       .input("x", {1, 4})
                                       .output("y", {1, 4})
                                       .file();
static_assert(is_activation<relu, clip_above_0_file>);

// --- Other dimensions for the same numbers ---

// The order of the file stays: a dense layer over [2, 3] and one over its transpose.
constexpr auto flat = model()
                          .node("Flatten", {"x"}, "f")
                          .node("MatMul", {"f", "w"}, "y")
                          .weights("w", {6, 1}, {1.f, 2.f, 3.f, 4.f, 5.f, 6.f})
                          .input("x", {1, 2, 3})
                          .output("y", {1, 1})
                          .file();
static_assert(std::is_same_v<read_as<flat>, network<float, input<2, 3>, dense<1>>>);
static_assert(onnx::imported<flat>.layer<0>().weights ==
              matrix<float, 6, 1>{{1}, {2}, {3}, {4}, {5}, {6}});

constexpr auto turned = model()
                            .node("Transpose", {"x"}, "t", {{"perm", {0, 2, 1}}})
                            .node("Flatten", {"t"}, "f")
                            .node("MatMul", {"f", "w"}, "y")
                            .weights("w", {6, 1}, {1.f, 2.f, 3.f, 4.f, 5.f, 6.f})
                            .input("x", {1, 2, 3})
                            .output("y", {1, 1})
                            .file();
static_assert(std::is_same_v<read_as<turned>, network<float, input<2, 3>, dense<1>>>);
static_assert(onnx::imported<turned>.layer<0>().weights ==
              matrix<float, 6, 1>{{1}, {3}, {5}, {2}, {4}, {6}});

constexpr auto reshaped =
    model()
        .node("Reshape", {"x", "s"}, "r")
        .node("Unsqueeze", {"r", "a"}, "u")
        .node("Squeeze", {"u", "a"}, "q")
        .node("Identity", {"q"}, "i")
        .node("Dropout", {"i"}, "o")
        .node("Reshape", {"o", "t"}, "f")
        .node("Gemm", {"f", "w"}, "y")
        .weights("s", {3}, {std::int64_t{0}, std::int64_t{3}, std::int64_t{-1}})
        .weights("a", {1}, {std::int64_t{1}})
        .weights("t", {2}, {std::int64_t{-1}, std::int64_t{6}})
        .weights("w", {6, 1}, {1.f, 2.f, 3.f, 4.f, 5.f, 6.f})
        .input("x", {0, 2, 3})
        .output("y", {0, 1})
        .file();
static_assert(std::is_same_v<read_as<reshaped>, network<float, input<2, 3>, dense<1>>>);
static_assert(onnx::imported<reshaped>.layer<0>().weights ==
              onnx::imported<flat>.layer<0>().weights);

// Constants as nodes, in the three forms that exporters write.
constexpr auto constants = [] {
    onnx_file::bytes value;
    value.text(1, "value");
    value.message(5, onnx_file::tensor("", {6, 1}, {1.f, 2.f, 3.f, 4.f, 5.f, 6.f}));
    onnx_file::attribute weights("value", 0);
    weights.made = value;
    return model()
        .node("Constant", {}, "s", {{"value_ints", {-1, 6}}})
        .node("Constant", {}, "w", {weights})
        .node("Constant", {}, "h", {{"value_float", 0.5f}})
        .node("Cast", {"x"}, "c", {{"to", 1}})
        .node("Reshape", {"c", "s"}, "r")
        .node("MatMul", {"r", "w"}, "p")
        .node("Add", {"p", "h"}, "y")
        .input("x", {1, 2, 3})
        .output("y", {1, 1})
        .file();
}();
static_assert(std::is_same_v<read_as<constants>, network<float, input<2, 3>, dense<1>>>);
static_assert(onnx::imported<constants>.layer<0>().weights ==
                  onnx::imported<flat>.layer<0>().weights &&
              onnx::imported<constants>.layer<0>().biases[0] == 0.5f);

// A batch that the file states counts as one input.
constexpr auto two_at_once = model()
                                 .node("Reshape", {"x", "s"}, "r")
                                 .node("Gemm", {"r", "w"}, "y")
                                 .weights("s", {2}, {std::int64_t{2}, std::int64_t{6}})
                                 .weights("w", {6, 1}, {1.f, 2.f, 3.f, 4.f, 5.f, 6.f})
                                 .input("x", {2, 2, 3})
                                 .output("y", {2, 1})
                                 .file();
static_assert(std::is_same_v<read_as<two_at_once>, network<float, input<2, 3>, dense<1>>>);

// Opset 11: axes are attributes.
constexpr auto squeezed = model()
                              .node("Squeeze", {"x"}, "q", {{"axes", {-1, 2}}})
                              .node("Unsqueeze", {"q"}, "y", {{"axes", {2}}})
                              .input("x", {1, 4, 1, 1})
                              .output("y", {1, 4, 1})
                              .opset(11)
                              .file();
static_assert(std::is_same_v<read_as<squeezed>, network<float, input<4>, identity>>);

// --- Zeros before a convolution ---

constexpr auto padded_conv(std::initializer_list<std::int64_t> pads) {
    return model()
        .node("Pad", {"x", "p"}, "h")
        .node("Conv", {"h", "w"}, "c", {{"dilations", {2}}})
        .node("Relu", {"c"}, "y")
        .weights("p", {6}, pads)
        .weights("w", {1, 1, 2}, {1.f, 10.f})
        .input("x", {1, 1, 4})
        .output("y", {1, 1, 0})
        .file();
}
constexpr auto causal = padded_conv({0, 0, 2, 0, 0, 0}), even = padded_conv({0, 0, 1, 0, 0, 1}),
               late = padded_conv({0, 0, 0, 0, 0, 1});
static_assert(
    std::is_same_v<
        read_as<causal>,
        network<float, input<4, 1>, conv1d<1, kernel_size<2>, dilation<2>, padding_causal, relu>>>);
static_assert(onnx::imported<causal>(std::array{1.f, 2.f, 3.f, 4.f}) ==
              std::array{10.f, 20.f, 31.f, 42.f});
static_assert(onnx::read<read_as<causal>>(causal).network == onnx::imported<causal>);
static_assert(std::is_same_v<read_as<even>,
                             network<float, input<4, 1>,
                                     conv1d<1, kernel_size<2>, dilation<2>, padding<1>, relu>>>);
static_assert(std::is_same_v<read_as<late>, network<float, input<4, 1>, zero_padding<sides{0, 1}>,
                                                    conv1d<1, kernel_size<2>, dilation<2>, relu>>>);
static_assert(onnx::imported<late>(std::array{1.f, 2.f, 3.f, 4.f}) == std::array{31.f, 42.f, 3.f});

} // namespace

TEST_CASE("The compiler makes a network of an ONNX file's graph", "[import]") {
    STATIC_REQUIRE(read_as<small>::parameter_count == 17);
}
