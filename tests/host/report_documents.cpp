#include <array>
#include <ctnn/host/proof_options.hpp>
#include <ctnn/host/proof_result.hpp>
#include <ctnn/host/report.hpp>
#include <ctnn/host/unknown_reason.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <string>
#include <string_view>

#include "../catch.hpp"

// Whole reports, every key and value of them. (The numbers are halves and quarters, which every arithmetic computes
// exactly. tests/verify/report.cpp has the digests, tests/oracles/audit.py computes them.)

namespace {

namespace host = ctnn::host;
using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<2>>;
constexpr model net{{{{1, -2}, {0.5f, 0}}, {0.25f, 0}}};
constexpr ctnn::box<float, 2> inputs{{-1, -2}, {1, 2}};
using result = host::proof_result<float, 2>;
using kinds = ctnn::verify::verdict<float, 2>::kinds;

host::output_condition<2> wanted() {
    host::output_condition<2> all;
    all.rows = {{{{2, -1}, 0.5}, {{0, 1.5}, -0.25, true}}, {{{-1, 0}, 0}}};
    return all;
}
constexpr std::string_view property = "ctnn property 1\n"
                                      "scalar float32\n"
                                      "inputs 2\n"
                                      "outputs 2\n"
                                      "lower -0x1p+0 -0x1p+1\n"
                                      "upper 0x1p+0 0x1p+1\n"
                                      "row > 0x1p-1 0x1p+1 -0x1p+0 or >= -0x1p-2 0x0p+0 0x1.8p+0\n"
                                      "row > 0x0p+0 -0x1p+0 0x0p+0\n";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

// What is the same in all of them.
std::string filled_in(std::string_view text) {
#ifdef __clang__
    std::string_view const compiler = "clang++ " __clang_version__;
#else
    std::string_view const compiler = "g++ " __VERSION__;
#endif
    std::string all(text);
    all = replaced(all, "VERSION", ctnn::detail::version);
    all = replaced(all, "COMPILER", compiler);
    all = replaced(all, "STANDARD", std::to_string(__cplusplus));
    all = replaced(all, "IS_FUSED", ctnn::detail::is_fused ? "true" : "false");
    all = replaced(all, "ROUNDED",
                   ctnn::detail::is_fused ? "multiplied and added in one rounding"
                                          : "each operation rounded by itself");
    all = replaced(all, "OF_NETWORK", ctnn::verify::detail::network_digest(net).data());
    all = replaced(all, "OF_PROPERTY", ctnn::verify::detail::digest_of_text(property).data());
    all = replaced(all, "LINES", replaced(std::string(property), "\n", "\\n"));
    return replaced(all, "NOT_COVERED",
                    "Nothing is said of inputs outside of the box, of a build with other "
                    "arithmetic, of real numbers that are never rounded, or of whether the "
                    "condition is what the application needs.");
}

// `verdict` is what differs.
std::string json_with(std::string_view verdict) {
    std::string const before = R"({
  "report": "ctnn verification report 1",
  "library": "ctnn VERSION",
  "compiler": {"name": "COMPILER", "standard": STANDARD},
  "proven_by": "a program on a host",
  "arithmetic": {"scalar": "float32", "fused": IS_FUSED},
  "network": {
    "sha256": "OF_NETWORK",
    "topology": "float32, input 2, dense 2",
    "all_named": true,
    "inputs": 2,
    "outputs": 2,
    "parameters": 6
  },
  "property": {
    "sha256": "OF_PROPERTY",
    "text": "LINES",
    "condition": "2 y0 - y1 + 0.5 > 0 or 1.5 y1 - 0.25 >= 0\n-y0 > 0",
    "lower": [-1, -2],
    "upper": [1, 2]
  },
)";
    return filled_in(before + std::string(verdict) + "  \"not_covered\": \"NOT_COVERED\"\n}\n");
}

std::string text_with(std::string_view word, std::string_view verdict, std::string_view by,
                      std::string_view statement) {
    std::string const all = R"(Verification report 1 of ctnn VERSION

verdict     WORD
network     float32, input 2, dense 2
            6 parameters
            SHA-256 OF_NETWORK
condition   2 y0 - y1 + 0.5 > 0 or 1.5 y1 - 0.25 >= 0
            -y0 > 0
            SHA-256 OF_PROPERTY
box         x0 from -1 to 1
            x1 from -2 to 2
VERDICTarithmetic  float32, ROUNDED
BY a program on a host, COMPILER, C++ STANDARD

STATEMENT
NOT_COVERED
)";
    return filled_in(
        replaced(replaced(replaced(replaced(all, "WORD", word), "VERDICT", verdict), "BY", by),
                 "STATEMENT", statement));
}

host::audit_report report_of(result const& found, std::size_t most_boxes) {
    host::proof_options options;
    options.boxes = most_boxes;
    return host::report(net, inputs, wanted(), found, options);
}

} // namespace

TEST_CASE("the whole report of a proof", "[host]") {
    result found;
    found.verdict.kind = kinds::proven;
    found.verdict.margin = 0.375;
    found.verdict.boxes = 7;
    auto const report = report_of(found, 9);
    std::string_view const statement =
        "For every input in the box that the scalar can hold, the condition holds as this program "
        "computes, every rounding included.";
    CHECK(report.json == replaced(json_with(R"(  "verdict": "proven",
  "margin": 0.375,
  "margin_exact": "0x1.8p-2",
  "boxes": 7,
  "most_boxes": 9,
  "counterexample": null,
  "left": null,
  "reason": null,
  "covers": {"this_program": true, "real_arithmetic": false},
  "statement": "STATEMENT",
)"),
                                  "STATEMENT", statement));
    CHECK(report.text == text_with("proven", "margin      0.375\nboxes       7 of at most 9\n",
                                   "proven by  ", statement));
}

TEST_CASE("the whole report of a counterexample", "[host]") {
    result found;
    found.verdict.kind = kinds::violated;
    found.verdict.counterexample = {0.5f, -1};
    found.verdict.margin = 3; // (of what was proven before, which says nothing)
    found.verdict.boxes = 12;
    auto const report = report_of(found, static_cast<std::size_t>(-1));
    std::string_view const statement =
        "For the counterexample, the condition does not hold as this program computes.";
    CHECK(report.json == replaced(json_with(R"(  "verdict": "violated",
  "margin": null,
  "margin_exact": null,
  "boxes": 12,
  "most_boxes": MOST_BOXES,
  "counterexample": {
    "input": [0.5, -1],
    "input_exact": ["0x1p-1", "-0x1p+0"],
    "output": [0.25, -1],
    "output_exact": ["0x1p-2", "-0x1p+0"]
  },
  "left": null,
  "reason": null,
  "covers": {"this_program": true, "real_arithmetic": false},
  "statement": ")" + std::string(statement) +
                                            "\",\n"),
                                  "MOST_BOXES", std::to_string(static_cast<std::size_t>(-1))));
    CHECK(report.text == text_with("violated",
                                   "boxes       12\n"
                                   "input       x0 = 0.5\n"
                                   "            x1 = -1\n"
                                   "output      y0 = 0.25\n"
                                   "            y1 = -1\n",
                                   "searched by", statement));
}

TEST_CASE("the whole report of what is unknown", "[host]") {
    result found;
    found.verdict.left = {{-0.5f, 0}, {0.75f, 2}};
    found.verdict.boxes = 1;
    found.reason = host::unknown_reason::time;
    auto const report = report_of(found, 1);
    std::string_view const statement =
        "Nothing is shown: there is neither a proof nor a counterexample.";
    CHECK(report.json == replaced(json_with(R"(  "verdict": "unknown",
  "margin": null,
  "margin_exact": null,
  "boxes": 1,
  "most_boxes": 1,
  "counterexample": null,
  "left": {"lower": [-0.5, 0], "upper": [0.75, 2]},
  "reason": "the time is up",
  "covers": {"this_program": false, "real_arithmetic": false},
  "statement": "STATEMENT",
)"),
                                  "STATEMENT", statement));
    CHECK(report.text == text_with("unknown",
                                   "boxes       1 of at most 1\n"
                                   "left        x0 from -0.5 to 0.75\n"
                                   "            x1 from 0 to 2\n"
                                   "reason      the time is up\n",
                                   "searched by", statement));
}

namespace {

struct without_name {
    static constexpr bool is_nondecreasing = true;
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return x;
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar, Scalar) {
        return Scalar(1);
    }
};

} // namespace

TEST_CASE("a report says that a part has no name, and that a question makes no sense", "[host]") {
    ctnn::network<float, ctnn::input<1>, ctnn::dense<1, without_name>> const own{{{{1}}, {0}}};
    host::output_condition<1> positive;
    positive.rows = {{{{1}, 0}}};
    host::proof_result<float, 1> found;
    found.verdict.problem = ctnn::verify::question_problem::
        an_end_of_the_box_is_not_finite_or_lower_ends_are_above_upper_ones;
    auto const report = host::report(own, {{1}, {0}}, positive, found);
    auto const has = [](std::string const& all, char const* part) {
        return all.find(part) != all.npos;
    };
    CHECK(has(report.json, "\"topology\": \"float32, input 1, dense 1 unnamed\""));
    CHECK(has(report.json, "\"all_named\": false"));
    CHECK(has(report.text,
              " 2 parameters; a part has no name, so the digest does not tell it from others\n"));
    char const* const statement = "Nothing is shown, because the question makes no sense: its box, "
                                  "its condition or its settings.";
    CHECK(has(report.json, statement));
    CHECK(has(report.text, statement));
}
