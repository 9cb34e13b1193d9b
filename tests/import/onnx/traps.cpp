// Files that look like others: each was once imported as another network without a word, or stopped the program.
#include "import/onnx_file.hpp"

#include <array>
#include <cstdint>
#include <ctnn/ctnn.hpp>
#include <ctnn/import/onnx.hpp>
#include <type_traits>

using namespace ctnn;
using onnx_file::model;
using kinds = onnx::problem::kinds;

namespace {

template <auto const& File, class... Layers>
constexpr bool is_made_of = std::is_same_v<onnx::network<File>, network<float, Layers...>>;
template <auto const& File>
constexpr kinds problem_of = onnx::detail::problem_of<File>.kind;
template <auto const& File>
constexpr bool is_read_at_run_time = onnx::read<onnx::network<File>>(File).network
                                     == onnx::imported<File>;

// --- Weights of a product over steps, which lie transposed ---

constexpr auto transposed = model()
                                .node("Transpose", {"w"}, "t", {{"perm", {1, 0}}})
                                .node("MatMul", {"x", "t"}, "y")
                                .weights("w", {2, 3}, {1.f, 2.f, 3.f, 4.f, 5.f, 6.f})
                                .input("x", {0, 2, 3})
                                .output("y", {0, 2, 2})
                                .file();
static_assert(is_made_of<transposed, input<2, 3>, over_time<dense<2>>>);
static_assert(onnx::imported<transposed>.layer<0>().weights ==
              matrix<float, 3, 2>{{1, 4}, {2, 5}, {3, 6}});
static_assert(is_read_at_run_time<transposed>);

// --- Steps before the batch, which a layer before the recurrent one takes first ---

constexpr auto steps_first() {
    return model()
        .node("MatMul", {"x", "m"}, "d")
        .node("Tanh", {"d"}, "t")
        .node("Identity", {"t"}, "s")
        .node("RNN", {"s", "w", "r"}, "y", {{"hidden_size", 1}})
        .weights("m", {3, 2}, {1.f, 2.f, 3.f, 4.f, 5.f, 6.f})
        .weights("w", {1, 1, 2}, {1.f, 2.f})
        .weights("r", {1, 1, 1}, {.5f})
        .input("x", {5, 1, 3})
        .output("y", {5, 1, 1, 1})
        .file();
}
constexpr auto time_major = steps_first();
static_assert(is_made_of<time_major, input<5, 3>, over_time<dense<2, ctnn::tanh>>, simple_rnn<1>>);
static_assert(is_read_at_run_time<time_major>);

// --- Softmax over all steps, and over the numbers of each ---

constexpr auto softmax_of(model made, std::int64_t outputs, int axis, std::uint64_t opset) {
    return made.node("MatMul", {"x", "w"}, "t")
        .node("Softmax", {"t"}, "y", {{"axis", axis}})
        .input("x", {0, 2, 3})
        .output("y", {0, 2, outputs})
        .opset(opset)
        .file();
}
constexpr model to_one = model().weights("w", {3, 1}, {1.f, 2.f, 3.f}),
                to_two = model().weights("w", {3, 2}, {1.f, 2.f, 3.f, 4.f, 5.f, 6.f});
constexpr auto softmax_of_steps = softmax_of(to_one, 1, 1, 17),
               softmax_of_all = softmax_of(to_two, 2, 1, 11),
               softmax_of_each = softmax_of(to_two, 2, 2, 17);
static_assert(is_made_of<softmax_of_steps, input<2, 3>, over_time<dense<1>>, softmax>);
static_assert(is_made_of<softmax_of_all, input<2, 3>, over_time<dense<2>>, softmax>);
static_assert(problem_of<softmax_of_each> == kinds::attribute_has_a_value_that_is_not_read);
static_assert(is_read_at_run_time<softmax_of_steps>);

// --- Channels that are joined where all other dimensions are 1 ---

constexpr auto joined = model()
                            .node("Conv", {"x", "v"}, "a")
                            .node("Conv", {"x", "w"}, "b")
                            .node("Concat", {"a", "b"}, "c", {{"axis", 1}})
                            .node("Flatten", {"c"}, "f")
                            .node("Gemm", {"f", "g"}, "y")
                            .weights("v", {1, 1, 1, 1}, {1.f})
                            .weights("w", {1, 1, 1, 1}, {-1.f})
                            .weights("g", {6, 1}, {1.f, 2.f, 3.f, 4.f, 5.f, 6.f})
                            .input("x", {0, 1, 1, 3})
                            .output("y", {0, 1})
                            .file();
static_assert(onnx::imported<joined>(std::array{1.f, 10.f, 100.f})[0] == 321.f - 654.f);
static_assert(is_read_at_run_time<joined>);

// --- A mean of all numbers is none of the places ---

constexpr auto mean_of(bool all) {
    model made;
    made.node("Conv", {"x", "w"}, "c")
        .weights("w", {2, 1, 2, 2}, {1.f, 2.f, 3.f, 4.f, 5.f, 6.f, 7.f, 8.f})
        .input("x", {0, 1, 2, 2})
        .output("y", {0, 0, 0, 0});
    if (all)
        made.node("ReduceMean", {"c"}, "y");
    else
        made.node("ReduceMean", {"c"}, "y", {{"axes", {2, 3}}});
    return made.file();
}
constexpr auto mean_of_all = mean_of(true), mean_of_places = mean_of(false);
static_assert(problem_of<mean_of_all> == kinds::attribute_has_a_value_that_is_not_read);
static_assert(problem_of<mean_of_places> == kinds::none);

// --- Lists of too few or too many numbers ---

constexpr auto conv_of(onnx_file::attribute const& list) {
    return model()
        .node("Conv", {"x", "w"}, "y", {list})
        .weights("w", {1, 1, 2, 2}, {1.f, 2.f, 3.f, 4.f})
        .input("x", {0, 1, 3, 3})
        .output("y", {0, 0, 0, 0})
        .file();
}
constexpr auto two_pads = conv_of({"pads", {1, 1}}), four_pads = conv_of({"pads", {1, 1, 1, 1}}),
               three_strides = conv_of({"strides", {1, 1, 2}}),
               two_strides = conv_of({"strides", {1, 1}});
static_assert(problem_of<two_pads> == kinds::attribute_has_a_value_that_is_not_read &&
              problem_of<four_pads> == kinds::none);
static_assert(problem_of<three_strides> == kinds::attribute_has_a_value_that_is_not_read &&
              problem_of<two_strides> == kinds::none);

// --- Opset 6: the attribute `axis` says which dimensions a constant has ---

constexpr auto sum_of(std::uint64_t opset) {
    return model()
        .node("Add", {"x", "b"}, "y", {{"broadcast", 1}, {"axis", 1}})
        .weights("b", {3}, {1.f, 2.f, 3.f})
        .input("x", {0, 3, 3})
        .output("y", {0, 3, 3})
        .opset(opset)
        .file();
}
constexpr auto sum_of_opset_6 = sum_of(6);
static_assert(problem_of<sum_of_opset_6> == kinds::attribute_has_a_value_that_is_not_read);

// --- A row that becomes an image, with channels last and then first ---

constexpr auto row_to_image =
    model()
        .node("Reshape", {"x", "s"}, "r")
        .node("Transpose", {"r"}, "t", {{"perm", {0, 3, 1, 2}}})
        .node("Conv", {"t", "w"}, "y")
        .weights("s", {4}, {std::int64_t{0}, std::int64_t{2}, std::int64_t{2}, std::int64_t{3}})
        .weights("w", {1, 3, 1, 1}, {1.f, 10.f, 100.f})
        .input("x", {0, 12})
        .output("y", {0, 1, 2, 2})
        .file();
static_assert(is_made_of<row_to_image, input<12>, reshape<2, 2, 3>, conv2d<1, kernel_size<1, 1>>>);
static_assert(onnx::imported<row_to_image>(std::array{1.f, 2.f, 3.f, 4.f, 5.f, 6.f, 7.f, 8.f, 9.f,
                                                      1.f, 1.f, 1.f}) ==
              std::array{321.f, 654.f, 987.f, 111.f});
static_assert(is_read_at_run_time<row_to_image>);

// --- Opset 6: slopes in a row are those of the channels, which are also as many as the columns ---

constexpr auto slopes = model()
                            .node("PRelu", {"x", "s"}, "y")
                            .weights("s", {2}, {.5f, .25f})
                            .input("x", {0, 2, 1, 2})
                            .output("y", {0, 2, 1, 2})
                            .opset(6)
                            .file();
static_assert(is_made_of<slopes, input<1, 2, 2>, prelu>);
static_assert(onnx::imported<slopes>(std::array{-1.f, -1.f, -2.f, -2.f}) ==
              std::array{-.5f, -.25f, -1.f, -.5f});
static_assert(is_read_at_run_time<slopes>);

// --- Attributes that change which numbers an operator gives ---

template <bool Resizes>
constexpr auto upsampled(onnx_file::attribute const& changed) {
    if constexpr (Resizes)
        return model()
            .node("Resize", {"x", "", "", "sizes"}, "y",
                  {{"coordinate_transformation_mode", "asymmetric"},
                   {"mode", "nearest"},
                   {"nearest_mode", "floor"},
                   changed})
            .weights<std::int64_t>("sizes", {4}, {1, 1, 4, 4})
            .input("x", {0, 1, 2, 2})
            .output("y", {0, 1, 4, 4})
            .opset(18)
            .file();
    else
        return model()
            .node("ConvTranspose", {"x", "w"}, "y",
                  {{"auto_pad", "SAME_UPPER"}, {"strides", {2, 2}}, changed})
            .weights("w", {1, 1, 2, 2}, {1.f, 2.f, 3.f, 4.f})
            .input("x", {0, 1, 2, 2})
            .output("y", {0, 1, 4, 4})
            .file();
}
constexpr auto resized = upsampled<true>({"keep_aspect_ratio_policy", "stretch"});
static_assert(problem_of<resized> == kinds::none);
constexpr auto resized_evenly = upsampled<true>({"keep_aspect_ratio_policy", "not_larger"});
static_assert(problem_of<resized_evenly> == kinds::attribute_has_a_value_that_is_not_read);
constexpr auto resized_along_axes = upsampled<true>({"axes", {2, 3}});
static_assert(problem_of<resized_along_axes> == kinds::attribute_has_a_value_that_is_not_read);
constexpr auto conv_transposed = upsampled<false>({"output_padding", {0, 0}});
static_assert(problem_of<conv_transposed> == kinds::none);
constexpr auto conv_transposed_and_padded = upsampled<false>({"output_padding", {1, 1}});
static_assert(problem_of<conv_transposed_and_padded> ==
              kinds::attribute_has_a_value_that_is_not_read);

// --- Weights of nothing ---

constexpr auto gemm_of_nothing = model()
                                     .node("Gemm", {"x", "w"}, "t")
                                     .node("Flatten", {"t"}, "y", {{"axis", 2}})
                                     .weights<float>("w", {2, 0}, {})
                                     .input("x", {0, 2})
                                     .output("y", {0, 0})
                                     .file();
static_assert(problem_of<gemm_of_nothing> == kinds::shape_does_not_fit);

} // namespace

TEST_CASE("Weights of no numbers are refused at run time", "[import]") {
    using small = network<float, input<2>, dense<1>>;
    CHECK(onnx::read<small>(gemm_of_nothing).found.kind == kinds::shape_does_not_fit);
}
