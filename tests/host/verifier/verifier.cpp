#include <ctnn/host/verifier.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "../../catch.hpp"

// What a verifier writes to files, and its exit codes. (tests/install/verifier has what it prints.)

namespace {

using ctnn::dense, ctnn::input, ctnn::relu;
namespace fs = std::filesystem;

struct folder {
    fs::path path;
    // (test cases may run at the same time, each has a name of its own)
    explicit folder(char const* name) : path(fs::temp_directory_path() / name) {
        fs::remove_all(path);
        fs::create_directory(path);
        // y = 2 relu(x - 0.5), which is above 0.25 where x is above 0.625.
        write("tent.nnet", "2,1,1,1,\n1,1,1,\n0,\n-1,\n1,\n0,0,\n1,1,\n1.0,\n-0.5,\n2.0,\n0.0,\n");
        write("holds.vnnlib", property("0.5"));
        write("wrong.vnnlib", "(assert");
        write("violated.vnnlib", property("0.75"));
    }
    folder(folder const&) = delete;
    ~folder() { fs::remove_all(path); }

    static std::string property(std::string const& most) {
        return "(declare-const X_0 Real)(declare-const Y_0 Real)(assert (<= " + most + " X_0 " +
               most + "))(assert (>= Y_0 0.25))";
    }
    std::string of(std::string const& name) const { return (path / name).string(); }
    void write(std::string const& name, std::string const& text) const {
        std::ofstream(of(name), std::ios::binary) << text;
    }
    std::string text(std::string const& name) const {
        std::ifstream file(of(name), std::ios::binary);
        std::ostringstream all;
        all << file.rdbuf();
        return all.str();
    }
};

int verify(std::vector<std::string> words) {
    words.insert(words.begin(), "program");
    std::vector<char*> all;
    for (auto& word : words)
        all.push_back(word.data());
    return ctnn::host::verifier<ctnn::network<float, input<1>, dense<1, relu>, dense<1>>>(
        static_cast<int>(all.size()), all.data());
}

constexpr char const* sat = "sat\n((X_0 0.75)\n (Y_0 0.5))\n";

} // namespace

TEST_CASE("a verifier's exit code and its file tell the answer", "[host]") {
    folder const in("ctnn_test_verifier_one");
    auto const one = [&](std::string const& property, std::vector<std::string> more = {}) {
        std::vector<std::string> words{in.of("tent.nnet"), in.of(property), "--results",
                                       in.of("result")};
        words.insert(words.end(), more.begin(), more.end());
        return verify(words);
    };
    CHECK(one("holds.vnnlib") == 0);
    CHECK(in.text("result") == "unsat\n");
    CHECK(one("violated.vnnlib") == 1);
    CHECK(in.text("result") == sat);
    CHECK(one("holds.vnnlib", {"--boxes", "0"}) == 2);
    CHECK(in.text("result") == "unknown\n");
    CHECK(one("holds.vnnlib", {"--timeout", "0"}) == 2);
    CHECK(in.text("result") == "timeout\n");
    CHECK(one("wrong.vnnlib") == 3);
    CHECK(in.text("result") == "error\n");
    CHECK(one("no.vnnlib") == 3);
    CHECK(one("holds.vnnlib", {"--results", in.of("tent.nnet/result")}) == 3);
    CHECK(one("holds.vnnlib", {"--results", in.path.string()}) == 3); // a folder
    CHECK(verify({"--help"}) == 0);
    CHECK(verify({}) == 3);
}

TEST_CASE("a verifier writes a file for each line of a list", "[host]") {
    folder const in("ctnn_test_verifier_list");
    fs::create_directory(in.of("results"));
    in.write("list.csv", "tent.onnx,holds.vnnlib,100\ntent.nnet,violated.vnnlib\n");
    CHECK(verify({"--instances", in.of("list.csv"), "--results", in.of("results")}) == 0);
    CHECK(in.text("results/1_tent_holds.txt") == "unsat\n");
    CHECK(in.text("results/2_tent_violated.txt") == sat);
    // Seconds of a line, and of all lines: the fewer count, and the rest is verified all the same.
    in.write("list.csv",
             "tent.nnet,holds.vnnlib,0\nno.nnet,holds.vnnlib,9\ntent.nnet,violated.vnnlib,9\n");
    CHECK(verify({"--instances", in.of("list.csv"), "--results", in.of("results")}) == 3);
    CHECK(in.text("results/1_tent_holds.txt") == "timeout\n");
    CHECK(in.text("results/2_no_holds.txt") == "error\n");
    CHECK(in.text("results/3_tent_violated.txt") == sat);
    CHECK(verify({"--instances", in.of("list.csv"), "--results", in.of("results"), "--timeout",
                  "0"}) == 3);
    CHECK(in.text("results/3_tent_violated.txt") == "timeout\n");
    CHECK(verify({"--instances", in.of("list.csv"), "--results", in.of("no")}) == 3);
    CHECK_FALSE(fs::exists(in.of("no")));
    CHECK(verify({"--instances", in.of("no.csv")}) == 3);
}
