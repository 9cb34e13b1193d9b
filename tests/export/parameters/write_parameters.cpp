// Parameters that are written are read again, bit for bit.
#include "catch.hpp"
#include "export/onnx/comes_back.hpp"

#include <ctnn/export/parameters.hpp>
#include <ctnn/import/parameters.hpp>
#include <limits>
#include <span>

namespace {

using namespace ctnn;

template <class Format, class Model, class... Names>
bool comes_back_from() {
    auto const net = filled<Model>();
    std::vector<char> file(parameter_file_size<Model, Format, Names...>);
    if (!write_parameters<Format, Names...>(net, file).ok())
        return false;
    auto const read = read_parameters<Model, Names...>({file.data(), file.size()});
    return read.ok() && std::memcmp(&read.network, &net, sizeof net) == 0;
}

using image = of<input<6, 7, 3>, conv2d<4, kernel_size<3, 2>, padding<1, 0>>, prelu, batch_norm,
                 max_pool<kernel_size<2, 2>>, conv2d<4, kernel_size<2, 2>, groups<2>, relu>,
                 flatten, dense<2>>;
using steps = of<input<5, 3>, gru<4>, lstm<2>, bidirectional<simple_rnn<2>>, dense<2>>;
using steps_of_doubles = network<double, input<5, 3>, lstm<4>, over_time<dense<2, ctnn::tanh>>>;
using branches = of<input<4>, dense<3, relu>, residual<dense<2>, dense<3>>,
                    parallel<concatenated, dense<1>, dense<2>>>;

} // namespace

TEST_CASE("Parameters come back from .npz files", "[export]") {
    CHECK(comes_back_from<npz, image>());
    CHECK(comes_back_from<npz, steps>());
    CHECK(comes_back_from<npz, steps_of_doubles>());
    CHECK(comes_back_from<npz, branches>());
}

TEST_CASE("Parameters that are not finite, or too many for a buffer, are not written", "[export]") {
    auto net = filled<branches>();
    std::vector<char> file(parameter_file_size<branches, npz>);
    auto const small = write_parameters<npz>(net, std::span(file).first(file.size() - 1));
    CHECK_FALSE(small.ok());
    CHECK(small.needed == file.size());
    net.layer<0>().biases[1] = std::numeric_limits<float>::infinity();
    auto const infinite = write_parameters<npz>(net, file);
    CHECK_FALSE(infinite.ok());
    CHECK(infinite.message() != small.message());
}

namespace {

using small = network<float, input<2>, dense<1>>;
constexpr small constant{{{{1}, {2}}, {3}}};
static_assert(read_parameters<small>({written_parameters<constant, safetensors>.data(),
                                      written_parameters<constant, safetensors>.size()})
                  .network == constant);
static_assert(read_parameters<small>({written_parameters<constant, npz>.data(),
                                      written_parameters<constant, npz>.size()})
                  .network == constant);

} // namespace

TEST_CASE("Parameters come back from .safetensors files", "[export]") {
    CHECK(comes_back_from<safetensors, image>());
    CHECK(comes_back_from<safetensors, steps>());
    CHECK(comes_back_from<safetensors, steps_of_doubles>());
    CHECK(comes_back_from<safetensors, branches>());
}
