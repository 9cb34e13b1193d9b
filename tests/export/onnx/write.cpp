// Networks as ONNX files: dense layers and activations, and what the functions say. tests/oracles/onnx_written.py runs the
// files of these tests in other programs.
#include "export/onnx/comes_back.hpp"

#include <array>
#include <cstddef>
#include <limits>
#include <string_view>

namespace {

using ctnn::dense;
using ctnn::input;

// After a layer and alone.
template <class Activation>
constexpr bool activation_comes_back =
    comes_back<of<input<2>, dense<3, Activation>>>&& comes_back<of<input<3>, Activation>>;

static_assert(comes_back<of<input<2>, dense<3>>>);
static_assert(activation_comes_back<ctnn::relu>);
static_assert(activation_comes_back<ctnn::relu6>);
static_assert(activation_comes_back<ctnn::leaky_relu>);
static_assert(activation_comes_back<ctnn::basic_leaky_relu<0.3>>);
static_assert(activation_comes_back<ctnn::elu>);
static_assert(activation_comes_back<ctnn::basic_celu<0.5>>);
static_assert(activation_comes_back<ctnn::selu>);
static_assert(activation_comes_back<ctnn::sigmoid>);
static_assert(activation_comes_back<ctnn::log_sigmoid>);
static_assert(activation_comes_back<ctnn::tanh>);
static_assert(activation_comes_back<ctnn::softplus>);
static_assert(activation_comes_back<ctnn::softsign>);
static_assert(activation_comes_back<ctnn::hard_sigmoid>);
static_assert(activation_comes_back<ctnn::hard_tanh>);
static_assert(activation_comes_back<ctnn::hard_swish>);
static_assert(activation_comes_back<ctnn::mish>);
static_assert(activation_comes_back<ctnn::gelu>);
static_assert(activation_comes_back<ctnn::silu>);
static_assert(activation_comes_back<ctnn::clamp<-0.5, 2.0>>);
static_assert(activation_comes_back<ctnn::softmax>);
static_assert(activation_comes_back<ctnn::log_softmax>);

// More than 9 layers and values, and lengths of two bytes; doubles.
static_assert(comes_back<of<input<4>, dense<4, ctnn::gelu>, dense<4, ctnn::mish>, dense<8>,
                            dense<8, ctnn::silu>, dense<2, ctnn::softmax>>>);
static_assert(comes_back<ctnn::network<double, input<2>, dense<3, ctnn::gelu>, dense<1>>>);

using small = of<input<2>, dense<3, ctnn::tanh>, dense<2>>;
constexpr small net = filled<small>();

} // namespace

TEST_CASE("A network is written at run time as at compile time", "[export]") {
    std::array<char, ctnn::onnx::file_size<small> + 1> buffer{};
    buffer.back() = 'x';
    auto const result = ctnn::onnx::write(net, buffer);
    REQUIRE(result.ok());
    CHECK(result.size == buffer.size() - 1);
    CHECK(result.needed == result.size);
    CHECK(buffer.back() == 'x');
    constexpr auto& file = ctnn::onnx::written<net>;
    CHECK(std::string_view(buffer.data(), result.size) ==
          std::string_view(file.data(), file.size()));

    auto const read = ctnn::onnx::read<small>({buffer.data(), result.size});
    REQUIRE(read.ok());
    CHECK(read.network == net);
}

TEST_CASE("A layer that only gives another shape is not in the file", "[export]") {
    using flattened = of<input<2, 3>, ctnn::flatten, dense<2>>;
    static constexpr auto before = filled<flattened>();
    constexpr auto& file = ctnn::onnx::written<before>;
    auto const read = ctnn::onnx::read<flattened>({file.data(), file.size()});
    REQUIRE(read.ok());
    CHECK(read.network == before);
}

TEST_CASE("Room that is too small is not touched, and the result says how much is needed",
          "[export]") {
    std::array<char, ctnn::onnx::file_size<small> - 1> buffer{};
    auto const result = ctnn::onnx::write(net, buffer);
    CHECK_FALSE(result.ok());
    CHECK(result.found == ctnn::write_result::problems::buffer_is_too_small);
    CHECK(result.size == 0);
    CHECK(result.needed == ctnn::onnx::file_size<small>);
    CHECK(result.message().size() > 0);
    CHECK(buffer == decltype(buffer){});
}

TEST_CASE("Weights that are not finite are not written", "[export]") {
    std::array<char, ctnn::onnx::file_size<small>> buffer{};
    for (float const wrong :
         {std::numeric_limits<float>::quiet_NaN(), -std::numeric_limits<float>::infinity()}) {
        small broken = net;
        broken.layer<1>().biases[1] = wrong;
        auto const result = ctnn::onnx::write(broken, buffer);
        CHECK(result.found == ctnn::write_result::problems::weights_are_not_finite);
        CHECK(result.size == 0);
    }
}
