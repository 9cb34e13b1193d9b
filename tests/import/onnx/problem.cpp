// What is wrong with a file, and at which node: the same as the compiler says (tests/compile_fail/onnx_*).
#include "import/onnx_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/onnx.hpp>
#include <string>

namespace {

using onnx_file::model;
using kinds = ctnn::onnx::problem::kinds;
using any = ctnn::network<float, ctnn::input<2>, ctnn::dense<2>, ctnn::relu, ctnn::dense<2>>;

ctnn::onnx::problem problem_of(ctnn::text_view file) {
    return ctnn::onnx::read<any>(file).problem();
}
constexpr model starting() {
    return model()
        .input("x", {1, 2})
        .output("y", {1, 2})
        .weights("w", {2, 2}, {1.f, 2.f, 3.f, 4.f});
}

} // namespace

TEST_CASE("A problem names the node and its operator", "[import]") {
    auto const file =
        starting().node("MatMul", {"x", "w"}, "p").node("Cos", {"p"}, "y", {}, "/net/Cos").file();
    auto const found = problem_of(file);
    CHECK(found.kind == kinds::operator_is_not_of_the_network);
    CHECK(found.node == "/net/Cos");
    CHECK(found.operator_name == "Cos");
    CHECK(found.message() == "the operator is not one of the network's");
    static constexpr auto of_cos = starting().node("Cos", {"x"}, "y").file();
    STATIC_REQUIRE(ctnn::onnx::detail::problem_of<of_cos>.kind == kinds::operator_is_not_read);

    // Of a node without a name, the name of what it gives.
    auto const nameless = starting().node("Cos", {"x"}, "y").file();
    CHECK(problem_of(nameless).node == "y");
    // An operator of another domain is another one.
    auto const foreign = starting().node("Relu", {"x"}, "y", {}, "a", "ai.onnx.ml").file();
    CHECK(problem_of(foreign).kind == kinds::operator_is_not_of_the_network);
}

TEST_CASE("A problem with an attribute names it", "[import]") {
    auto const file = starting().node("Gemm", {"x", "w"}, "y", {{"alpha", 0.5f}}, "g").file();
    auto const found = problem_of(file);
    CHECK(found.kind == kinds::attribute_has_a_value_that_is_not_read);
    CHECK(found.attribute == "alpha");
}

TEST_CASE("Each problem of a graph is found", "[import]") {
    using std::int64_t;
    CHECK(problem_of(model().input("x", {1, 2}).input("z", {1, 2}).output("y", {1}).file()).kind ==
          kinds::graph_has_not_one_input);
    CHECK(problem_of(model().input("x", {1, 2}).file()).kind == kinds::graph_has_not_one_output);
    CHECK(problem_of(model().input("x", {1, 0}).output("y", {1}).file()).kind ==
          kinds::graph_has_an_input_of_unknown_size);
    CHECK(problem_of(starting().file()).kind ==
          kinds::graph_has_an_output_that_its_input_does_not_reach);
    CHECK(problem_of(starting().node("MatMul", {"x", "v"}, "y").file()).kind ==
          kinds::operand_is_not_in_the_file);
    CHECK(problem_of(starting().node("Relu", {"x"}, "y").node("Relu", {"x"}, "z").file()).kind ==
          kinds::output_is_used_more_than_once);
    CHECK(problem_of(starting().node("Relu", {"x"}, "y").opset(5).file()).found == 5);
    CHECK(problem_of("").kind == kinds::file_is_cut_off_or_no_onnx);
    CHECK(problem_of("{}").kind == kinds::file_is_cut_off_or_no_onnx);
    CHECK(problem_of("PK\3\4").kind == kinds::file_is_a_zip);
    CHECK(problem_of("\x89HDF").kind == kinds::file_is_hdf5);

    auto const other_size =
        starting().node("MatMul", {"x", "v"}, "y").weights("v", {3, 1}, {1.f, 2.f, 3.f}).file();
    CHECK(problem_of(other_size).kind == kinds::input_has_another_size);
    CHECK(problem_of(other_size).found == 2);
    CHECK(problem_of(other_size).needed == 3);

    auto const integers = starting()
                              .node("MatMul", {"x", "v"}, "y")
                              .weights("v", {2, 1}, {int64_t{1}, int64_t{2}})
                              .file();
    CHECK(problem_of(integers).kind == kinds::weights_are_no_float_or_double);
    CHECK(problem_of(integers).found == 7);

    auto const too_few =
        starting().node("MatMul", {"x", "v"}, "y").weights("v", {2, 1}, {1.f}).file();
    CHECK(problem_of(too_few).kind == kinds::weights_are_not_as_many_as_their_shape_says);
    CHECK(problem_of(too_few).found == 4);
    CHECK(problem_of(too_few).needed == 8);
}

TEST_CASE("A graph that goes in a circle ends", "[import]") {
    auto const file = starting().node("Relu", {"x"}, "z").node("Relu", {"z"}, "x").file();
    CHECK(problem_of(file).kind != kinds::none);
}
