// A file read at run time: what the compiler makes of it, or a problem.
#include "import/onnx_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/onnx.hpp>
#include <limits>
#include <string>
#include <vector>

namespace {

constexpr auto small = onnx_file::two_layers().file();
using model = ctnn::onnx::network<small>;
using kinds = ctnn::onnx::problem::kinds;

// Bytes of the heap, so that the sanitizer sees a read beyond them.
template <class Network = model>
ctnn::onnx::read_result<Network> read(ctnn::text_view file) {
    std::vector<char> const copy(file.begin(), file.end());
    return ctnn::onnx::read<Network>({copy.data(), copy.size()});
}

} // namespace

TEST_CASE("Reading a file at run time gives what the compiler reads", "[import]") {
    auto const loaded = read(small);
    REQUIRE(loaded.ok());
    CHECK(loaded.network == ctnn::onnx::imported<small>);
    CHECK(loaded.problem().message() == "the file has no problem");
    STATIC_REQUIRE(ctnn::onnx::read<model>(small).network == ctnn::onnx::imported<small>);
    CHECK(loaded.network.layer<0>().weights == ctnn::matrix<float, 2, 3>{{1, 3, 5}, {2, 4, 6}});
}

TEST_CASE("An activation is the same within a layer and after it", "[import]") {
    using apart = ctnn::network<float, ctnn::input<2>, ctnn::dense<3>, ctnn::relu, ctnn::flatten,
                                ctnn::dense<2>, ctnn::softmax>;
    auto const loaded = read<apart>(small);
    REQUIRE(loaded.ok());
    CHECK(loaded.network.layer<3>().biases == std::array{0.125f, -0.125f});
}

TEST_CASE("A file that is another network loads nothing", "[import]") {
    using namespace ctnn;
    auto const other_layer =
        read<network<float, input<2>, dense<3, relu>, dense<3, softmax>>>(small).problem();
    CHECK(other_layer.kind == kinds::graph_is_another_network);
    CHECK(other_layer.found == 1);
    CHECK(read<network<float, input<2>, dense<3, sigmoid>, dense<2, softmax>>>(small).found.kind ==
          kinds::operator_is_not_of_the_network);
    CHECK(read<network<float, input<2>, dense<3, relu>, dense<2>>>(small).found.kind ==
          kinds::operator_is_not_of_the_network);
    auto const other_input =
        read<network<float, input<3>, dense<3, relu>, dense<2, softmax>>>(small).problem();
    CHECK(other_input.kind == kinds::graph_has_another_input);
    CHECK(other_input.found == 2);
    CHECK(other_input.needed == 3);
    // The file ends before the network's last layer.
    using longer = network<float, input<2>, dense<3, relu>, dense<2, softmax>, dense<2>>;
    CHECK(read<longer>(small).problem().found == 2);
    CHECK(read<network<float, input<2>, dense<3, relu>>>(small).found.kind ==
          kinds::operator_is_not_of_the_network);
    auto const other = read<network<float, input<2>, dense<4, relu>, dense<2, softmax>>>(small);
    CHECK(other.network == decltype(other.network){});
}

TEST_CASE("At run time x - 0 is x, and the logarithm of softmax is log_softmax", "[import]") {
    using namespace ctnn;
    auto const file = onnx_file::model()
                          .node("Sub", {"x", "z"}, "d")
                          .node("Softmax", {"d"}, "s")
                          .node("Log", {"s"}, "y")
                          .weights("z", {2}, {0.f, 0.f})
                          .input("x", {1, 2})
                          .output("y", {1, 2})
                          .file();
    CHECK(read<network<float, input<2>, log_softmax>>(file).ok());
    CHECK_FALSE(read<network<float, input<2>, softmax>>(file).ok());
    auto const one = onnx_file::model()
                         .node("Sub", {"x", "z"}, "y")
                         .weights("z", {2}, {0.f, 1.f})
                         .input("x", {1, 2})
                         .output("y", {1, 2})
                         .file();
    CHECK_FALSE(read<network<float, input<2>, identity>>(one).ok());
}

TEST_CASE("An image of another shape is another network", "[import]") {
    using namespace ctnn;
    auto const pool = onnx_file::model()
                          .node("MaxPool", {"x"}, "y", {{"kernel_shape", {1, 1}}})
                          .input("x", {1, 1, 2, 6})
                          .output("y", {1, 1, 2, 6})
                          .file();
    using pooled = max_pool<kernel_size<1, 1>>;
    CHECK(read<network<float, input<2, 6, 1>, pooled>>(pool).ok());
    CHECK(read<network<float, input<3, 4, 1>, pooled>>(pool).found.kind ==
          kinds::graph_has_another_input);
    CHECK(read<network<float, input<2, 6, 1>, max_pool<kernel_size<1, 2>, strides<1, 1>>>>(pool)
              .found.kind == kinds::graph_is_another_network);
    CHECK(read<network<float, input<2, 6, 1>, average_pool<kernel_size<1, 1>>>>(pool).found.kind ==
          kinds::operator_is_not_of_the_network);
}

TEST_CASE("A file that is cut off loads nothing, wherever it ends", "[import]") {
    ctnn::text_view const whole = small;
    for (std::size_t size = 0; size < whole.size(); ++size) {
        auto const loaded = read({whole.data(), size});
        CAPTURE(size);
        // (Without its last field, the opset, it is a whole file of no opset.)
        CHECK_FALSE(loaded.ok());
        CHECK(loaded.network == model{});
    }
}

TEST_CASE("Weights that are no numbers load nothing", "[import]") {
    auto const infinite = onnx_file::model()
                              .node("MatMul", {"x", "w"}, "y")
                              .weights("w", {1, 1}, {std::numeric_limits<float>::infinity()})
                              .input("x", {1, 1})
                              .output("y", {1, 1})
                              .file();
    using one = ctnn::network<float, ctnn::input<1>, ctnn::dense<1>>;
    auto const loaded = read<one>(infinite);
    CHECK(loaded.found.kind == kinds::weights_hold_a_nan_or_an_infinity);
    CHECK(loaded.network == one{});

    // A double that is no float is one in a network of doubles.
    auto const large = onnx_file::model()
                           .node("MatMul", {"x", "w"}, "y")
                           .weights("w", {1, 1}, {1e39})
                           .input("x", {1, 1})
                           .output("y", {1, 1})
                           .file();
    CHECK(read<one>(large).found.kind == kinds::weights_hold_a_nan_or_an_infinity);
    using in_double = ctnn::network<double, ctnn::input<1>, ctnn::dense<1>>;
    CHECK(read<in_double>(large).network.layer<0>().weights[0][0] == 1e39);
}

TEST_CASE("A program reads the operators of its network, and has no others", "[import]") {
    using ctnn::detail::set_of_network;
    using ctnn::onnx::detail::vocabulary_of;
    constexpr auto const& operators = vocabulary_of<set_of_network<model>>;
    constexpr auto has = [](ctnn::text_view name) {
        for (std::size_t i = 0; i < operators.count; ++i)
            if (operators.words[i].name == name)
                return true;
        return false;
    };
    STATIC_REQUIRE(
        (has("Gemm") && has("MatMul") && has("Relu") && has("Softmax") && has("Reshape")));
    STATIC_REQUIRE_FALSE((has("Conv") || has("GRU") || has("Tanh") || has("MaxPool")));
    STATIC_REQUIRE(operators.read_pattern == nullptr);
    STATIC_REQUIRE(operators.walk_branches == nullptr);
    STATIC_REQUIRE(operators.has_channels_first == nullptr);
}
