// Values that go several ways, in small graphs.
#include "import/onnx_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/onnx.hpp>
#include <type_traits>

using namespace ctnn;
using onnx_file::model;
template <auto const& File>
using read_as = onnx::network<File>;

namespace {

constexpr model starting(std::int64_t outputs = 2) {
    return model()
        .input("x", {1, 2})
        .output("y", {1, outputs})
        .weights("w", {2, 2}, {1.f, 2.f, 3.f, 4.f});
}

// A value that meets itself.
constexpr auto square = starting().node("Mul", {"x", "x"}, "y").file();
constexpr auto twice = starting().node("Sum", {"x", "x"}, "y").file();
constexpr auto doubled = starting(4).node("Concat", {"x", "x"}, "y", {{"axis", -1}}).file();
static_assert(std::is_same_v<read_as<square>,
                             network<float, input<2>, parallel<multiplied, identity, identity>>>);
static_assert(onnx::imported<square>(std::array{3.f, -2.f}) == std::array{9.f, 4.f});
static_assert(onnx::imported<twice>(std::array{3.f, -2.f}) == std::array{6.f, -4.f});
static_assert(onnx::imported<doubled>(std::array{3.f, -2.f}) == std::array{3.f, -2.f, 3.f, -2.f});

// The operands' order is that of the branches, whatever the order of the nodes.
constexpr auto turned = starting(4)
                            .node("Relu", {"x"}, "r")
                            .node("MatMul", {"x", "w"}, "m")
                            .node("Concat", {"m", "r"}, "y", {{"axis", 1}})
                            .file();
static_assert(std::is_same_v<read_as<turned>,
                             network<float, input<2>, parallel<concatenated, dense<2>, relu>>>);
static_assert(onnx::imported<turned>(std::array{1.f, -1.f}) == std::array{-2.f, -2.f, 1.f, 0.f});

// Branches in branches; an activation after them is none of a layer in them.
constexpr auto nested = starting()
                            .node("MatMul", {"x", "w"}, "a")
                            .node("MatMul", {"a", "w"}, "b")
                            .node("Add", {"b", "a"}, "c")
                            .node("Add", {"c", "x"}, "d")
                            .node("Relu", {"d"}, "y")
                            .file();
static_assert(
    std::is_same_v<read_as<nested>,
                   network<float, input<2>, residual<dense<2>, residual<dense<2>>>, relu>>);
// a = (-2, -2), b = (-8, -12)
static_assert(onnx::imported<nested>(std::array{1.f, -1.f}) == std::array{0.f, 0.f});
static_assert(onnx::imported<nested>(std::array{-1.f, 1.f}) == std::array{9.f, 15.f});
static_assert(onnx::read<read_as<nested>>(nested).network == onnx::imported<nested>);
static_assert(
    !onnx::read<network<float, input<2>, residual<dense<2>, dense<2>>, relu>>(nested).ok());

// Too deep, and branches that end in different nodes.
using kinds = onnx::problem::kinds;
template <auto const& File>
constexpr kinds problem_of = onnx::detail::problem_of<File>.kind;
constexpr auto deep = starting()
                          .node("Relu", {"x"}, "a")
                          .node("Relu", {"a"}, "b")
                          .node("Relu", {"b"}, "c")
                          .node("Relu", {"c"}, "d")
                          .node("Add", {"d", "c"}, "e")
                          .node("Add", {"e", "b"}, "f")
                          .node("Add", {"f", "a"}, "g")
                          .node("Add", {"g", "x"}, "y")
                          .file();
static_assert(problem_of<deep> == kinds::output_is_used_more_than_once);
constexpr auto crossed = starting()
                             .node("Relu", {"x"}, "a")
                             .node("Tanh", {"x"}, "b")
                             .node("Add", {"a", "b"}, "c")
                             .node("Add", {"c", "x"}, "y")
                             .file();
static_assert(problem_of<crossed> == kinds::output_is_used_more_than_once);
// Values of different sizes.
constexpr auto uneven = starting()
                            .weights("v", {2, 3}, {1.f, 2.f, 3.f, 4.f, 5.f, 6.f})
                            .node("MatMul", {"x", "v"}, "a")
                            .node("Add", {"a", "x"}, "y")
                            .file();
static_assert(problem_of<uneven> == kinds::shape_does_not_fit);

} // namespace

TEST_CASE("A graph with branches is the same at run time", "[import]") {
    CHECK(onnx::read<read_as<turned>>(turned).network == onnx::imported<turned>);
    CHECK(onnx::read<read_as<square>>(square).ok());
    CHECK_FALSE(onnx::read<read_as<twice>>(square).ok());
}
