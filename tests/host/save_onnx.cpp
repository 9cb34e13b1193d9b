// Networks as ONNX files on a disk.
#include "temporary_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/host/read_file.hpp>
#include <ctnn/host/save_onnx.hpp>
#include <ctnn/import/onnx.hpp>
#include <filesystem>
#include <limits>

namespace {

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::tanh>, ctnn::dense<1>>;
constexpr auto net = ctnn::initialize<model>(ctnn::glorot_uniform{}, 1);

} // namespace

TEST_CASE("A network that is saved as an ONNX file is read again", "[export]") {
    temporary_file const file("save_onnx.onnx");
    for (int i = 0; i < 2; ++i) { // the second time in the place of the first
        REQUIRE_FALSE(ctnn::host::save_onnx(file.path, net));
        auto const saved = ctnn::host::read_file(file.path);
        auto const read = ctnn::onnx::read<model>(saved.text);
        REQUIRE(read.ok());
        CHECK(read.network == net);
        CHECK_FALSE(std::filesystem::exists(file.path + ".next"));
    }
}

TEST_CASE("What cannot be saved is a problem, and the file before it stays", "[export]") {
    temporary_file const file("save_onnx_problem.onnx");
    REQUIRE_FALSE(ctnn::host::save_onnx(file.path, net));
    model broken = net;
    broken.layer<0>().biases[0] = std::numeric_limits<float>::infinity();
    CHECK(ctnn::host::save_onnx(file.path, broken).message() ==
          file.path + ": a weight is not a finite number");
    auto const before = ctnn::host::read_file(file.path);
    CHECK(ctnn::onnx::read<model>(before.text).network == net);

    CHECK(ctnn::host::save_onnx(file.path + ".none/x", net).message() ==
          file.path + ".none/x.next can not be written");
    // A folder with something in it cannot be replaced.
    temporary_file const folder("save_onnx_folder");
    std::filesystem::create_directories(folder.path + "/inside");
    CHECK(ctnn::host::save_onnx(folder.path, net));
    CHECK_FALSE(std::filesystem::exists(folder.path + ".next"));
    std::filesystem::remove(folder.path + "/inside");
}

TEST_CASE("A folder where the file is written first stays", "[export]") {
    temporary_file const file("save_onnx_next");
    std::filesystem::create_directory(file.path + ".next");
    CHECK(ctnn::host::save_onnx(file.path, net).message() ==
          file.path + ".next can not be written");
    CHECK(std::filesystem::is_directory(file.path + ".next"));
    CHECK_FALSE(std::filesystem::exists(file.path));
}
