// Models in RTNeural's format compute what PyTorch does, step by step.
#include "catch.hpp"
#include "import/rtneural/oracle.hpp"

#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <ctnn/import/rtneural.hpp>
#include <ctnn/math/abs.hpp>
#include <type_traits>

namespace {

using namespace ctnn;
using namespace rtneural_oracle;

template <class Network, std::size_t Inputs, std::size_t Outputs>
constexpr bool computes(Network const& net, std::array<double, Inputs> const& inputs,
                        std::array<double, Outputs> const& outputs) {
    typename Network::state state;
    static_assert(Inputs / Network::input_size == Outputs / Network::output_size);
    for (std::size_t t = 0; t < Inputs / Network::input_size; ++t) {
        typename Network::input_type x{};
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = static_cast<float>(inputs[t * x.size() + i]);
        auto const y = net.step(state, x);
        for (std::size_t i = 0; i < y.size(); ++i)
            if (!(math::abs(static_cast<double>(y[i]) - outputs[t * y.size() + i]) < 1e-6))
                return false;
    }
    return true;
}

// The layers become these types.
static_assert(
    std::is_same_v<rtneural::network<recurrent_json>, network<float, input<2>, dense<3, ctnn::tanh>,
                                                              lstm<3>, gru<2>, dense<1, sigmoid>>>);
static_assert(std::is_same_v<
              rtneural::network<convolutional_json>,
              network<float, input<2>,
                      conv1d<4, kernel_size<3>, dilation<2>, padding_causal, groups<2>, ctnn::tanh>,
                      basic_batch_norm<0.25>, prelu, conv1d<2, kernel_size<1>, padding_causal>,
                      basic_batch_norm<0.25>, prelu, dense<1>>>);
static_assert(
    std::is_same_v<rtneural::network<dense_json>,
                   network<float, input<1>, dense<3, elu>, relu, dense<3, softmax>, dense<1>>>);
static_assert(std::is_same_v<rtneural::network<skip_json>,
                             network<float, input<1>, residual<lstm<4>, dense<1>>>>);
static_assert(std::is_same_v<rtneural::network<dense_json, double>::scalar, double>);

// The compiler runs one of them.
static_assert(computes(rtneural::imported<skip_json>, skip_input, skip_output));

} // namespace

TEST_CASE("Models of RTNeural compute what PyTorch does", "[import]") {
    CHECK(computes(rtneural::imported<recurrent_json>, recurrent_input, recurrent_output));
    CHECK(computes(rtneural::imported<convolutional_json>, convolutional_input,
                   convolutional_output));
    CHECK(computes(rtneural::imported<dense_json>, dense_input, dense_output));
}

TEST_CASE("Models of RTNeural are the same at run time", "[import]") {
    auto const is_same = [](auto const& net, text_view file) {
        auto const loaded = rtneural::read<std::remove_cvref_t<decltype(net)>>(file);
        CHECK(loaded.problem().message() == "the file has no problem");
        CHECK(loaded.network == net);
    };
    is_same(rtneural::imported<recurrent_json>, recurrent_json);
    is_same(rtneural::imported<convolutional_json>, convolutional_json);
    is_same(rtneural::imported<dense_json>, dense_json);
    is_same(rtneural::imported<skip_json>, skip_json);
}
