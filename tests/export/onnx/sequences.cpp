// Networks as ONNX files: recurrent layers, and what comes before and after them.
#include "export/onnx/comes_back.hpp"

namespace {

using namespace ctnn;

static_assert(comes_back<of<input<4, 3>, bidirectional<simple_rnn<2>>, gru<2>, last_step>>);

template <class... Parts>
bool comes_back_with = comes_back_at_run_time<of<input<4, 3>, Parts...>>();

} // namespace

TEST_CASE("Recurrent layers come back from ONNX files", "[export]") {
    CHECK(comes_back_with<gru<2>, last_step, dense<2>>);
    CHECK(comes_back_with<gru<2, reset_before>,
                          gru<2, reset_before, recurrent_activation<hard_sigmoid>, relu>>);
    CHECK(
        comes_back_with<lstm<2>, lstm<3, recurrent_activation<hard_sigmoid>, softsign>, last_step>);
    CHECK(comes_back_with<simple_rnn<2, softplus>, over_time<dense<3, ctnn::tanh>>, dense<1>>);
    CHECK(comes_back_with<
          bidirectional<gru<2, recurrent_activation<hard_sigmoid>, hard_sigmoid>, last_step>,
          dense<2>>);
    CHECK(comes_back_with<bidirectional<lstm<2>>, bidirectional<gru<2, reset_before>>, dense<2>>);
    CHECK(comes_back_with<reversed_steps, gru<2>, reversed_steps, over_time<dense<2>>>);
    CHECK(comes_back_with<normalization, residual<gru<3>, over_time<dense<3>>>, last_step>);
    CHECK(comes_back_at_run_time<of<input<9, 2>, conv1d<3, kernel_size<3>, relu>,
                                    max_pool<kernel_size<2>>, gru<2>, last_step>>());
    CHECK(comes_back_at_run_time<of<input<12>, dense<12>, reshape<4, 3>, gru<2>>>());
}

TEST_CASE("Biases of -0 keep their sign in an ONNX file of a recurrent layer", "[export]") {
    auto net = filled<of<input<4, 3>, lstm<2>>>();
    net.layer<0>().biases.fill(-0.0f);
    std::vector<char> file(onnx::file_size<decltype(net)>);
    REQUIRE(onnx::write(net, file).ok());
    auto const read = onnx::read<decltype(net)>({file.data(), file.size()});
    REQUIRE(read.ok());
    CHECK(std::memcmp(&read.network, &net, sizeof net) == 0);
}
