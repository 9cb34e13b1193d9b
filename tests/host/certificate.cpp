#include <ctnn/host/prove.hpp>

#include <cstddef>
#include <ctnn/activation/relu.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/condition.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "../catch.hpp"
#include "problems.hpp"
#include "temporary_file.hpp"

// What tests/certificate does not: files that are not as they should be. (There a certificate is checked.)

namespace {

namespace host = ctnn::host;
namespace verify = ctnn::verify;
using controller = ctnn::network<float, ctnn::input<2>, ctnn::dense<16, ctnn::relu>,
                                 ctnn::dense<16, ctnn::relu>, ctnn::dense<1>>;
constexpr auto net = ctnn::initialize<controller>(ctnn::glorot_uniform{}, 7);
constexpr ctnn::box<float, 2> whole{{-1, -1}, {1, 1}};
constexpr verify::condition<1, 2, 1> limited{{{{{{{1}, 0.737}}}, {{{{-1}, 0.737}}}}}};

std::string text_of(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream all;
    all << file.rdbuf();
    return all.str();
}
std::size_t count_of(std::string const& text, std::string const& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

auto run(host::proof_options options, std::size_t boxes) {
    options.threads = 1;
    options.boxes = boxes;
    return host::prove(net, whole, limited, options);
}

} // namespace

TEST_CASE("a certificate has a line for each box", "[host]") {
    temporary_file const file("lines.certificate");
    host::proof_options options;
    options.certificate = file.path;
    auto const found = run(options, 1000);
    REQUIRE(found.proven());
    CHECK_FALSE(found.problem);
    auto const text = text_of(file.path);
    CHECK(count_of(text, "\nregion ") == found.verdict.boxes);
    CHECK(count_of(text, " : holds\n") == (found.verdict.boxes + 1) / 2);
    CHECK(count_of(text, "\nend proven " + std::to_string(found.verdict.boxes) + "\nsha256 ") == 1);
}

TEST_CASE("a certificate has no lines of scouts", "[host]") {
    temporary_file const file("scouts.certificate");
    problems::longer_problem const problem(19);
    auto options = problems::with(1, 900);
    options.certificate = file.path;
    auto const found = host::prove(problem.network, problem.inputs, problem.wanted, options);
    REQUIRE(found.verdict.boxes < 900);
    CHECK(count_of(text_of(file.path), "\nregion ") == found.verdict.boxes);
}

namespace {

// Of a proof that was stopped after 5 boxes.
void go_on(bool was_stopped_later) {
    temporary_file const file("resumed.certificate"), at_once("at_once.certificate");
    temporary_file const checkpoint("resumed.certificate.checkpoint");
    host::proof_options options;
    options.certificate = at_once.path;
    auto const without_stop = run(options, 1000);
    REQUIRE(without_stop.proven());
    options.certificate = file.path, options.checkpoint = checkpoint.path;
    REQUIRE(run(options, 5).unknown());
    auto const before = text_of(file.path);
    CHECK(count_of(before, "\nend unknown 5\n") == 1);
    if (was_stopped_later)
        std::ofstream(file.path, std::ios::binary)
            << before.substr(0, before.find("end ")) << "region 0x1p-1 : holds\nregion 0x1p";
    auto const found = run(options, 1000);
    CHECK(found.proven());
    CHECK_FALSE(found.problem);
    CHECK(count_of(text_of(file.path), "\nregion ") == without_stop.verdict.boxes);
    CHECK(count_of(text_of(file.path), "\nend ") == 1);
    // And once more, of a proof that is done.
    auto const finished = text_of(file.path);
    CHECK(run(options, 1000).proven());
    CHECK(text_of(file.path) == finished);
}

} // namespace

TEST_CASE("a certificate goes on where its checkpoint does", "[host]") {
    go_on(false);
    go_on(true); // there are steps that the checkpoint does not know of
}

namespace {

enum class damage { none_there, of_another, too_short };

void refuse(damage kind) {
    temporary_file const file("refused.certificate");
    temporary_file const checkpoint("refused.certificate.checkpoint");
    host::proof_options options;
    options.certificate = file.path, options.checkpoint = checkpoint.path;
    REQUIRE(run(options, 5).unknown());
    auto const before = text_of(file.path);
    std::string reason;
    if (kind == damage::none_there) {
        std::filesystem::remove(file.path);
        reason = "the checkpoint was begun with no certificate " + file.path;
    } else if (kind == damage::of_another) {
        std::ofstream(file.path, std::ios::binary) << "ctnn proof certificate 1\nof another\n";
        reason = "the certificate " + file.path + " is of another proof";
    } else {
        std::ofstream(file.path, std::ios::binary) << before.substr(0, before.rfind("region "));
        reason = "the certificate " + file.path + " lacks 1 steps that the checkpoint is after";
    }
    bool const is_there = std::filesystem::exists(file.path);
    auto const kept = text_of(file.path);
    auto const found = run(options, 1000);
    CHECK(found.unknown());
    CHECK(found.reason == host::unknown_reason::refused);
    CHECK(found.problem.reason == reason);
    CHECK(found.verdict.boxes == 0);
    CHECK(found.verdict.left == whole);
    CHECK(std::filesystem::exists(file.path) == is_there);
    CHECK(text_of(file.path) == kept);
}

} // namespace

TEST_CASE("a certificate that does not fit its checkpoint is refused", "[host]") {
    refuse(damage::none_there);
    refuse(damage::of_another);
    refuse(damage::too_short);
}

TEST_CASE("a certificate that can not be written is a problem", "[host]") {
    host::proof_options options;
    options.certificate = "/nowhere/at/all.certificate";
    auto const found = run(options, 1000);
    CHECK(found.unknown());
    CHECK(found.problem.reason == "the certificate /nowhere/at/all.certificate can not be written");
    CHECK(found.verdict.left == whole);
}

// A disk that is full is noticed where the file is closed, if it is small.
TEST_CASE("a verdict has the problem of a certificate that could not be written to its end",
          "[host]") {
    if (!std::filesystem::exists("/dev/full"))
        return;
    host::proof_options options;
    options.certificate = "/dev/full";
    auto const found =
        host::prove(problems::tent_at(0, 1), problems::unit, problems::below_half, options);
    CHECK(found.violated());
    CHECK(found.problem.reason == "the certificate /dev/full can not be written");
}
