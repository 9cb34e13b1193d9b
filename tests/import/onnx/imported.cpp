// Weights as a constant: those in the file, bit for bit, in every network that they become.
#include "import/onnx_file.hpp"

#include <cmath>
#include <ctnn/ctnn.hpp>
#include <ctnn/import/onnx.hpp>
#include <type_traits>

namespace {

// y = x A^T + a, with rows of more numbers than are gathered at once, of 0, 1, 2 ...
template <std::size_t Inputs, std::size_t Outputs>
constexpr auto wide_file() {
    onnx_file::bytes raw, weights;
    for (std::size_t i = 0; i < Inputs * Outputs; ++i)
        raw.little_endian(__builtin_bit_cast(std::uint32_t, static_cast<float>(i)), 4);
    weights.number(1, Outputs);
    weights.number(1, Inputs);
    weights.number(2, 1);
    weights.text(8, "w");
    weights.message(9, raw);
    onnx_file::model made;
    made.node("Gemm", {"x", "w"}, "y", {{"transB", 1}})
        .input("x", {1, Inputs})
        .output("y", {1, Outputs});
    made.graph.message(5, weights);
    return made.file();
}
constexpr auto wide = wide_file<3, 130>();
constexpr auto narrow = wide_file<130, 3>();
constexpr auto even = wide_file<2, 128>();

template <auto const& Net>
constexpr bool holds_them_all() {
    auto const& weights = Net.template layer<0>().weights;
    constexpr std::size_t inputs = std::remove_cvref_t<decltype(Net)>::input_size,
                          outputs = std::remove_cvref_t<decltype(Net)>::output_size;
    for (std::size_t i = 0; i < inputs; ++i)
        for (std::size_t j = 0; j < outputs; ++j)
            if (weights[i][j] != static_cast<float>(j * inputs + i))
                return false;
    return true;
}
static_assert(holds_them_all<ctnn::onnx::imported<wide>>());
static_assert(holds_them_all<ctnn::onnx::imported<narrow>>());
static_assert(holds_them_all<ctnn::onnx::imported<even>>());

// The same from a literal, as ctnn_embed gives it: what lies behind the last number of a row is not touched.
struct literal_of_even {
    char characters[even.size + 1];
};
constexpr literal_of_even even_characters = [] {
    literal_of_even made{};
    for (std::size_t i = 0; i < even.size; ++i)
        made.characters[i] = even.data[i];
    return made;
}();
constexpr ctnn::text_view even_literal{even_characters.characters, even.size};

} // namespace

template <>
struct ctnn::embedded_literal<even_literal> {
    static constexpr bool is_known = true;
    static constexpr auto const& array = even_characters.characters;
};

namespace {

static_assert(holds_them_all<ctnn::onnx::imported<even_literal>>());

// Weights whose sum is beyond a float are weights nevertheless; a double that is beyond one is not.
constexpr auto large = onnx_file::model()
                           .node("MatMul", {"x", "w"}, "y")
                           .weights("w", {2, 1}, {3e38f, 3e38f})
                           .input("x", {1, 2})
                           .output("y", {1, 1})
                           .file();
static_assert(ctnn::onnx::imported<large>.layer<0>().weights[1][0] == 3e38f);
constexpr auto beyond = onnx_file::model()
                            .node("MatMul", {"x", "w"}, "y")
                            .weights("w", {2, 1}, {1., 1e39})
                            .input("x", {1, 2})
                            .output("y", {1, 1})
                            .file();
static_assert(!ctnn::detail::is_none<ctnn::onnx::detail::weights_diagnosis<beyond>>);

} // namespace

TEST_CASE("What the compiler imports proves and runs as any network", "[import]") {
    static constexpr auto small = onnx_file::two_layers().file();
    static constexpr auto& net = ctnn::onnx::imported<small>;
    STATIC_REQUIRE(ctnn::verify::robust(net, {1.0f, 1.0f}, 0.01f).proven());
    CHECK(net({1.0f, 1.0f})[0] == 1.0f);
    // The hidden numbers are 0.25, 0.5 and 0.75, and the logits -3.375 and -8.125.
    CHECK(net({0.0f, 0.0f})[0] == Approx(1 / (1 + std::exp(-4.75))));
}
