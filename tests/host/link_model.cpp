// What ctnn_model(... LINKED) runs: a model file becomes a header and the bytes of a network, or a sentence.
#include "import/onnx_file.hpp"
#include "temporary_file.hpp"

#include <algorithm>
#include <cstdint>
#include <ctnn/ctnn.hpp>
#include <ctnn/host/check_golden.hpp>
#include <ctnn/host/link_model.hpp>
#include <ctnn/host/read_file.hpp>
#include <ctnn/import/onnx.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace {

constexpr auto small = onnx_file::two_layers().file();
constexpr auto& net = ctnn::onnx::imported<small>;
constexpr auto input = onnx_file::tensor("x", {1, 2}, {-.25f, 0.f});
using model = ctnn::onnx::network<small>;

struct files {
    temporary_file onnx, header, weights, data, input, output;

    explicit files(std::string const& name)
        : onnx(name + ".onnx"), header(name + ".hpp"), weights(name + ".weights"),
          data(name + ".data"), input(name + ".input.pb"), output(name + ".output.pb") {}
};
void write(temporary_file const& to, ctnn::text_view bytes) {
    std::ofstream(to.path, std::ios::binary).write(bytes.data(), static_cast<long>(bytes.size()));
}
std::string read(temporary_file const& from) {
    return ctnn::host::read_file(from.path).text;
}

template <class Program>
int run(Program program, std::vector<std::string> words) {
    words.insert(words.begin(), "program");
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    return program(static_cast<int>(words.size()), pointers.data());
}
int link(files const& f, std::string const& order, bool has_data = false) {
    std::vector<std::string> words{"policy", f.header.path, f.weights.path, order, f.onnx.path};
    if (has_data)
        words.push_back(f.data.path);
    return run(ctnn::host::link_model, words);
}
int check(files const& f, std::string const& order) {
    return run(ctnn::host::check_golden<model>,
               {f.onnx.path, f.weights.path, order, f.input.path, f.output.path, "1e-6"});
}

std::string problem_of(ctnn::text_view file, std::string const& data = "", bool has_data = false) {
    auto const made = ctnn::host::detail::link_onnx(std::string(file), data, has_data, false);
    CHECK((made.weights.empty() || made.problem.empty()));
    return made.problem;
}

// The tensor w, whose numbers are in another file from byte 4 on.
onnx_file::bytes external_weights(onnx_file::extents extents) {
    onnx_file::bytes weights, entry;
    for (auto const extent : extents)
        weights.number(1, static_cast<std::uint64_t>(extent));
    weights.number(2, 1);
    weights.text(8, "w");
    entry.text(1, "offset");
    entry.text(2, "4");
    weights.message(13, entry);
    weights.number(14, 1);
    return weights;
}

} // namespace

TEST_CASE("The weights that are linked are those that the compiler reads", "[host]") {
    files const f("link_model");
    write(f.onnx, small);
    REQUIRE(link(f, "little") == 0);
    std::string const header = read(f.header), weights = read(f.weights);
    CHECK(header.find("extern model const net __asm__(\"ctnn_policy_net\");") != header.npos);
    CHECK(header.find("static_assert(sizeof(model) == " + std::to_string(sizeof net) + ");") !=
          header.npos);
    CHECK(*ctnn::host::detail::network_of_bytes<model>(weights, false) == net);

    REQUIRE(link(f, "big") == 0);
    std::string reversed = read(f.weights);
    CHECK(reversed != weights);
    CHECK(*ctnn::host::detail::network_of_bytes<model>(reversed, true) == net);
    for (std::size_t i = 0; i < reversed.size(); i += 4)
        std::reverse(reversed.begin() + static_cast<long>(i),
                     reversed.begin() + static_cast<long>(i) + 4);
    CHECK(reversed == weights);
}

TEST_CASE("A network that is linked computes the golden output", "[host]") {
    files const f("link_golden");
    write(f.onnx, small);
    write(f.input, input);
    auto const y = net({-.25f, 0.f});
    write(f.output, onnx_file::tensor("y", {1, 2}, {y[0], y[1]}));
    for (std::string const order : {"little", "big"}) {
        REQUIRE(link(f, order) == 0);
        CHECK(check(f, order) == 0);
        CHECK(check(f, order == "big" ? "little" : "big") == 1);
    }
    REQUIRE(link(f, "little") == 0);
    write(f.output, onnx_file::tensor("y", {1, 2}, {y[0], y[1] + 1e-3f}));
    CHECK(check(f, "little") == 1);
    write(f.output, "no tensor");
    CHECK(check(f, "little") == 1);
    write(f.weights, "1234");
    CHECK(check(f, "little") == 1);

    using ctnn::host::detail::misfit_of_records;
    std::string const one(ctnn::text_view{input});
    CHECK(misfit_of_records<model>(one, one).empty());
    CHECK(misfit_of_records<model>(one, "") ==
          "the output is cut off or no packed float or double");
    CHECK(misfit_of_records<model>(
              std::string(ctnn::text_view(onnx_file::tensor("x", {3}, {1.f, 2.f, 3.f}))), one) ==
          "the input holds 3 numbers, but needs a multiple of 2");
    CHECK(misfit_of_records<model>(
              std::string(ctnn::text_view(onnx_file::tensor("x", {2, 2}, {1.f, 2.f, 3.f, 4.f}))),
              one) == "the input holds 2 inputs, but the output holds 1");
}

TEST_CASE("A file that cannot be linked is told and writes nothing", "[host]") {
    files const f("link_wrong");
    CHECK(link(f, "little") == 1); // there is no file
    write(f.onnx, "no model");
    CHECK(link(f, "little") == 1);
    CHECK_FALSE(std::filesystem::exists(f.header.path));
    CHECK_FALSE(std::filesystem::exists(f.weights.path));
    CHECK(run(ctnn::host::link_model, {"policy"}) == 1);

    CHECK(problem_of("no model") == "the file is cut off or is no ONNX file");
    auto const of = [](onnx_file::names operands, char const* name, float weight) {
        return onnx_file::model()
            .node(name, operands, "y", {}, "first")
            .weights("w", {2, 1}, {weight, -1.f})
            .input("x", {0, 2})
            .output("y", {0, 1})
            .file();
    };
    CHECK(problem_of(of({"x", "w"}, "MatMul", 2)).empty());
    CHECK(problem_of(of({"x", "w"}, "Cos", 2)) ==
          "node 'first', operator 'Cos': the operator is not one that ctnn reads");
    CHECK(problem_of(of({"x", "w"}, "MatMul", __builtin_nanf(""))) ==
          "layer 0 has weights that are NaN or infinite");
    CHECK(problem_of(of({"x", "w"}, "MatMul", __builtin_inff())) ==
          "layer 0 has weights that are NaN or infinite");
    CHECK(problem_of(of({"x", "w"}, "MatMul", 2), "data", true) ==
          "all weights are in the ONNX file: leave out DATA");
}

TEST_CASE("Weights in another file are linked from there", "[host]") {
    auto made = onnx_file::model().input("x", {1, 2}).output("y", {1, 1});
    made.graph.message(5, external_weights({2, 1}));
    auto const external = made.node("MatMul", {"x", "w"}, "y").file();
    std::string const data("0123\0\0\x80\x3f\0\0\0\x40", 12); // 1 and 2
    CHECK(problem_of(external) == "the weights are in another file: name it by DATA");
    CHECK(problem_of(external, data.substr(0, 11), true) ==
          "the weights need another file of 12 bytes, but get 11");
    onnx_file::model divided = onnx_file::model().input("x", {1, 2}).output("y", {1, 2});
    divided.graph.message(5, external_weights({2}));
    divided.node("Div", {"x", "w"}, "y");
    CHECK(problem_of(divided.file(), data, true).empty());
    CHECK(problem_of(divided.file(), std::string(12, '\0'), true) ==
          "layer 0 has a divisor of 0 or a variance below 0");

    files const f("link_external");
    write(f.onnx, external);
    write(f.data, data);
    REQUIRE(link(f, "little", true) == 0);
    CHECK(read(f.weights) == data.substr(4) + std::string(4, '\0')); // and a bias
}
