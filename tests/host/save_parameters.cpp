// Parameters of networks as files on a disk.
#include "temporary_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/host/read_file.hpp>
#include <ctnn/host/save_parameters.hpp>
#include <ctnn/import/parameters.hpp>
#include <limits>

namespace {

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::tanh>, ctnn::dense<1>>;
using names = ctnn::layer_names<"hidden", "out">;
constexpr auto net = ctnn::initialize<model>(ctnn::glorot_uniform{}, 1);

} // namespace

TEST_CASE("Parameters that are saved are read again", "[export]") {
    temporary_file const file("save_parameters");
    REQUIRE_FALSE(ctnn::host::save_parameters<ctnn::safetensors>(file.path, net));
    auto const first = ctnn::host::read_file(file.path);
    CHECK(ctnn::read_parameters<model>(first.text).network == net);
    REQUIRE_FALSE(ctnn::host::save_parameters<ctnn::npz, names>(file.path, net));
    auto const saved = ctnn::host::read_file(file.path);
    CHECK(ctnn::read_parameters<model, names>(saved.text).network == net);
    CHECK_FALSE(ctnn::read_parameters<model>(saved.text).ok());
}

TEST_CASE("Parameters that cannot be saved are a problem", "[export]") {
    temporary_file const file("save_parameters_problem");
    model broken = net;
    broken.layer<1>().biases[0] = std::numeric_limits<float>::quiet_NaN();
    CHECK(ctnn::host::save_parameters<ctnn::npz>(file.path, broken).message() ==
          file.path + ": a weight is not a finite number");
    CHECK(ctnn::host::save_parameters<ctnn::npz>(file.path + ".none/x", net).message() ==
          file.path + ".none/x.next can not be written");
}
