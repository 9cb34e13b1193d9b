// What is refused of a model file of RTNeural, and at which layer. (tests/compile_fail has the compiler's sentences.)
#include "catch.hpp"
#include "import/rtneural/oracle.hpp"

#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <ctnn/import/rtneural.hpp>
#include <string>
#include <vector>

namespace {

using namespace ctnn;
using kinds = rtneural::problem::kinds;
using one = network<float, input<2>, dense<1>>;

// Bytes of the heap, so that the sanitizer sees a read beyond them.
template <class Network = one>
rtneural::problem problem_of(std::string const& file) {
    std::vector<char> const copy(file.begin(), file.end());
    auto const loaded = rtneural::read<Network>({copy.data(), copy.size()});
    CHECK(loaded.ok() == (loaded.problem().kind == kinds::none));
    CHECK(loaded.problem().message().size() > 10);
    if (!loaded.ok())
        CHECK(loaded.network == Network{});
    auto found = loaded.problem();
    found.type = found.setting = {}; // letters of the copy
    return found;
}
std::string file_of(std::string const& layers, std::string const& inputs = "2") {
    return R"({"in_shape": [null, null, )" + inputs + R"(], "layers": [)" + layers + "]}";
}
template <class Network = one>
kinds kind_of_layer(std::string const& layer, std::string const& inputs = "2") {
    return problem_of<Network>(file_of(layer, inputs)).kind;
}
std::string dense_with(std::string const& members) {
    return R"({"type": "dense", "shape": [null, 1], )" + members + "}";
}

} // namespace

TEST_CASE("A model of RTNeural that fits is loaded", "[import]") {
    std::string const file = file_of(dense_with(R"("weights": [[[1.5], [-2e0]], [3]])"));
    auto const loaded = rtneural::read<one>(file);
    REQUIRE(loaded.ok());
    CHECK(loaded.network.layer<0>().weights == matrix<float, 2, 1>{{1.5f}, {-2}});
    CHECK(loaded.network.layer<0>().biases == std::array{3.0f});
    static_assert(rtneural::read<network<float, input<1>, residual<lstm<4>, dense<1>>>>(
                      rtneural_oracle::skip_json)
                      .ok());
}

TEST_CASE("A model of RTNeural that is cut off loads nothing, wherever it ends", "[import]") {
    text_view const file = rtneural_oracle::skip_json;
    for (std::size_t size = 0; size < file.size(); ++size) {
        CAPTURE(size);
        CHECK(problem_of(std::string(file.data(), size)).kind == kinds::file_is_cut_off_or_no_json);
    }
}

TEST_CASE("Text that is no JSON is refused", "[import]") {
    for (std::string const text :
         {"", "}", "[]", "1", R"({"in_shape" [1]})", R"({"a": 1,})", R"({"a": [1,]})",
          R"({"a": 1-})", R"({"a": nul})", R"({"a": [1, 2})", R"({"a": "b})", R"({"a": 1}})",
          R"({"a": 1, b: 2})", R"({"a": [- 1]})", R"({"a": [Infinitely]})", R"({,"a": 1})",
          R"({"a": 1 "b": 2})"}) {
        CAPTURE(text);
        CHECK(problem_of(text).kind == kinds::file_is_cut_off_or_no_json);
    }
    std::string deep = "1";
    for (int i = 0; i < 100; ++i)
        deep = "[" + deep + "]";
    CHECK(problem_of(R"({"a": )" + deep + "}").kind == kinds::file_is_cut_off_or_no_json);
}

TEST_CASE("JSON that is no model of RTNeural is refused", "[import]") {
    CHECK(problem_of("{}").kind == kinds::file_has_no_layers);
    CHECK(problem_of(R"({"state_dict": {"0.weight": [[1, 2]]}})").kind ==
          kinds::file_has_no_layers);
    CHECK(problem_of(file_of("")).kind == kinds::file_has_no_layers);
    CHECK(kind_of_layer("1") == kinds::file_is_cut_off_or_no_json);
    for (char const* const size : {"null", "0", "1.5", "-1", "1e300"})
        CHECK(kind_of_layer(dense_with(R"("weights": [[[1], [2]]])"), size) ==
              kinds::file_has_no_input_size);
    CHECK(problem_of(R"({"in_skip": 2, "in_shape": [1], "layers": []})").kind ==
          kinds::file_has_a_setting_that_is_not_read);
    for (char const* const member : {R"("in_skip": true)", R"("out_gain": "0")", R"("in_gain": 6)"})
        CHECK(problem_of("{" + std::string(member) + R"(, "in_shape": [1], "layers": []})").kind ==
              kinds::file_has_a_setting_that_is_not_read);
    // Other readers take the last one of two lists.
    CHECK(problem_of(R"({"in_shape": [1], "layers": [], "layers": []})").kind ==
          kinds::file_has_a_setting_that_is_not_read);
    CHECK(kind_of_layer(dense_with(R"("weights": [[[1], [2]]], "weights": [[3]])")) ==
          kinds::layer_has_a_setting_that_is_not_read);
    // The output that the input is added to has another size.
    CHECK(problem_of<network<float, input<2>, residual<dense<2>>>>(
              R"({"in_skip": 1, "in_shape": [2], "layers": [)" +
              dense_with(R"("weights": [[[1], [2]]])") + "]}")
              .kind == kinds::file_has_a_setting_that_is_not_read);
}

TEST_CASE("A layer of RTNeural's that ctnn does not read is refused", "[import]") {
    auto const found = problem_of<network<float, input<2>, dense<1>, dense<1>>>(
        file_of(dense_with(R"("weights": [[[1], [2]]])") + R"(, {"type": "unknown"})"));
    CHECK(found.kind == kinds::layer_is_not_read);
    CHECK(found.layer == 1);
    CHECK(kind_of_layer(dense_with(R"("activation": "gelu")")) ==
          kinds::layer_has_an_activation_that_is_not_read);
    CHECK(kind_of_layer(R"({"type": "gru", "activation": "relu"})") ==
          kinds::layer_has_an_activation_that_is_not_read);
    CHECK(kind_of_layer(R"({"type": "conv1d", "shape": [1], "strides": 2})") ==
          kinds::layer_has_a_setting_that_is_not_read);
    for (char const* const setting :
         {R"("groups": 3, "kernel_size": [1])", R"("dilation": [0])", R"("dilation": [-1])",
          R"("kernel_size": [0.5])", R"("groups": 1)"})
        CHECK(kind_of_layer(R"({"type": "conv1d", "shape": [1], )" + std::string(setting) + "}") ==
              kinds::layer_has_a_setting_that_is_not_read);
    CHECK(kind_of_layer(R"({"type": "batchnorm", "shape": [2], "weights": [[1, 2], [3, 4]]})") ==
          kinds::layer_has_a_setting_that_is_not_read);
}

TEST_CASE("Weights of RTNeural's that do not fit are refused", "[import]") {
    auto const counts = problem_of(file_of(dense_with(R"("weights": [])")));
    CHECK(counts.kind == kinds::layer_has_another_count_of_weights);
    CHECK(counts.found[0] == 0);
    CHECK(counts.needed[0] == 2);
    auto const shape = problem_of(file_of(dense_with(R"("weights": [[[1], [2]], [3, 4]])")));
    CHECK(shape.kind == kinds::weights_have_another_shape);
    CHECK(shape.tensor == 1);
    CHECK(shape.found[0] == 2);
    CHECK(shape.needed[0] == 1);
    for (char const* const ragged :
         {"[[1], [2, 3]]", "[[[1], [2]], [[1]]]", "[]", "[[]]", "[null]", "[[1], 2]"})
        CHECK(kind_of_layer(dense_with(R"("weights": [)" + std::string(ragged) + ", [3]]")) ==
              kinds::weights_have_rows_of_several_lengths);
    for (char const* const number : {"NaN", "Infinity", "-Infinity", "1e999", "-1e39"})
        CHECK(kind_of_layer(dense_with(R"("weights": [[[1], [)" + std::string(number) + "]]]")) ==
              kinds::weights_hold_a_nan_or_an_infinity);
    using normalized = network<float, input<1>, basic_batch_norm<0.5>>;
    std::string const batch_norm =
        R"({"type": "batchnorm", "epsilon": 0.5, "shape": [null, 1], "weights": [[1.0], [)";
    CHECK(kind_of_layer<normalized>(batch_norm + "0.25]]}", "1") == kinds::none);
    CHECK(kind_of_layer<normalized>(batch_norm + "-0.25]]}", "1") ==
          kinds::weights_hold_a_variance_below_0);
    CHECK(kind_of_layer(R"({"type": "activation", "shape": [3], "weights": []})") ==
          kinds::layer_states_another_size);
}

TEST_CASE("Another model than the network is refused", "[import]") {
    std::string const file = file_of(dense_with(R"("weights": [[[1], [2]]])"));
    CHECK(problem_of<network<float, input<2>, dense<1, relu>>>(file).kind ==
          kinds::network_is_another);
    CHECK(problem_of<network<float, input<3>, dense<1>>>(file).kind == kinds::network_is_another);
    CHECK(problem_of<network<float, input<2>, dense<1>, dense<1>>>(file).kind ==
          kinds::network_is_another);
    CHECK(problem_of(std::string(text_view(rtneural_oracle::recurrent_json))).kind ==
          kinds::file_has_more_layers_than_the_network);
}
