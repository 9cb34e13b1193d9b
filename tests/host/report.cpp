#include <ctnn/host/report.hpp>

#include <array>
#include <ctnn/activation/relu.hpp>
#include <ctnn/host/prove.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/report.hpp>
#include <limits>
#include <string>
#include <string_view>

#include "../catch.hpp"

namespace {

namespace host = ctnn::host;
namespace verify = ctnn::verify;
using ctnn::dense, ctnn::input, ctnn::relu;

struct limited {
    static constexpr auto network =
        ctnn::initialize<ctnn::network<float, input<2>, dense<8, relu>, dense<2>>>(
            ctnn::glorot_uniform{}, 3);
    static constexpr ctnn::box<float, 2> inputs{{-1, 0.1f}, {1, 0.5f}};
    static constexpr verify::condition<2, 1, 2> wanted{{{{{{{-1, 0.5}, 4}, {{0.1, 1}, 7}}}}}};
    static constexpr std::size_t boxes = 5;
};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    auto const at = text.find(from);
    REQUIRE(at != text.npos);
    return text.replace(at, from.size(), to);
}
bool has(std::string_view all, std::string_view part) {
    return all.find(part) != all.npos;
}

host::audit_report report_of(verify::condition<2, 1, 1> const& wanted, std::size_t boxes = 1) {
    host::proof_options options;
    options.threads = 1, options.boxes = boxes;
    auto const found = host::prove(limited::network, limited::inputs, wanted, options);
    return host::report(limited::network, limited::inputs, wanted, found, options);
}

} // namespace

TEST_CASE("the host's report is the compiler's, but for who proved it", "[host]") {
    host::proof_options options;
    options.threads = 1, options.boxes = limited::boxes;
    auto const found = host::prove(limited::network, limited::inputs, limited::wanted, options);
    REQUIRE(found.proven());
    auto const report =
        host::report(limited::network, limited::inputs, limited::wanted, found, options);
    auto const& constant = verify::report<limited>;
    CHECK(report.json == replaced(constant.json, "the compiler", "a program on a host"));
    CHECK(report.text == replaced(constant.text, "the compiler", "a program on a host"));
}

TEST_CASE("the report of a counterexample has its outputs", "[host]") {
    auto const report = report_of({{{{{{{1, 0}, -100}}}}}});
    CHECK(has(report.json, "\"verdict\": \"violated\",\n  \"margin\": null"));
    CHECK(has(report.json, "\"covers\": {\"this_program\": true, \"real_arithmetic\": false}"));
    CHECK(has(report.json, "\"input\": ["));
    CHECK(has(report.json, "\"output\": ["));
    CHECK(has(report.json, "\"left\": null"));
    CHECK(has(report.json, "\"reason\": null"));
    CHECK(has(report.text, "\nverdict     violated\n"));
    CHECK(has(report.text, "\nsearched by a program on a host, "));
    CHECK(has(report.text, "\nboxes       1 of at most 1\n"));
    CHECK(has(report.text, "\ninput       x0 = "));
    CHECK(has(report.text, "\noutput      y0 = "));
    CHECK(has(report.text, "\n            y1 = "));
}

TEST_CASE("the report of what is unknown has the box that is left", "[host]") {
    auto const report = report_of({{{{{{{1, 0}, 0.001}}}}}}, 0);
    CHECK(has(report.json, "\"verdict\": \"unknown\""));
    CHECK(has(report.json, "\"left\": {\"lower\": [-1, 0.1], \"upper\": [1, 0.5]}"));
    CHECK(has(report.json, "\"covers\": {\"this_program\": false, \"real_arithmetic\": false}"));
    CHECK(has(report.json, "\"counterexample\": null"));
    CHECK(has(report.json, "\"reason\": \"the boxes are spent\""));
    CHECK(has(report.text, "\nreason      the boxes are spent\n"));
    CHECK(has(report.text, "\nsearched by a program on a host, "));
    CHECK(has(report.text, "\nleft        x0 from -1 to 1\n            x1 from 0.1 to 0.5\n"));
}

TEST_CASE("the report of a search without a limit of boxes names none", "[host]") {
    auto const report = report_of({{{{{{{1, 0}, -100}}}}}}, static_cast<std::size_t>(-1));
    CHECK(has(report.text, "\nboxes       1\n"));
}

// JSON has no infinity.
TEST_CASE("a report of numbers that are not finite is still JSON", "[host]") {
    auto net = limited::network;
    net.layer<1>().biases = {std::numeric_limits<float>::infinity(), 0};
    host::proof_result<float, 2> found;
    found.verdict.kind = verify::verdict<float, 2>::kinds::violated;
    auto const report = host::report(net, limited::inputs, limited::wanted, found);
    CHECK(has(report.json, "\"output\": [\"inf\", "));
    CHECK(has(report.json, "\"output_exact\": [\"0xinf\", "));
    found.verdict.kind = verify::verdict<float, 2>::kinds::proven;
    found.verdict.margin = std::numeric_limits<double>::infinity();
    CHECK(has(host::report(net, limited::inputs, limited::wanted, found).json,
              "\"margin\": null,\n  \"margin_exact\": null"));
}

// (where 0 suffices, it is another property)
TEST_CASE("a report says whether 0 suffices", "[host]") {
    auto const strict = report_of({{{{{{{1, 0}, 100}}}}}});
    auto const not_strict = report_of({{{{{{{1, 0}, 100, true}}}}}});
    CHECK(has(strict.text, "\ncondition   y0 + 100 > 0\n"));
    CHECK(has(not_strict.text, "\ncondition   y0 + 100 >= 0\n"));
    CHECK(has(strict.json, "\\nrow > 0x1.9p+6 0x1p+0 0x0p+0\\n"));
    CHECK(has(not_strict.json, "\\nrow >= 0x1.9p+6 0x1p+0 0x0p+0\\n"));
}
