#include <ctnn/host/vnnlib.hpp>

#include <string>

#include "../catch.hpp"

namespace {

namespace host = ctnn::host;

// Eight lines.
std::string const good = "(declare-const X_0 Real)\n(declare-const X_1 Real)\n"
                         "(declare-const Y_0 Real)\n(declare-const Y_1 Real)\n"
                         "(assert (<= -1 X_0 1))\n(assert (<= 0.25 X_1 0.25))\n\n"
                         "(assert (<= Y_0 1))";

} // namespace

TEST_CASE("limits of a property are told as limits, with their line", "[host]") {
    auto const problem_of = [](std::string const& text) {
        return host::read_vnnlib(text).problem.message();
    };
    auto const repeated = [](std::string const& text, int times) {
        std::string all;
        for (int k = 0; k < times; ++k)
            all += text;
        return all;
    };
    std::string const choice = "\n(or (<= Y_0 1) (<= Y_1 1))", either = "\n(assert" + choice + ")";
    CHECK(problem_of(good + repeated(either, 20)) == "line 48: this makes more than 1000000 cases");
    CHECK(host::read_vnnlib(good + "\n(assert (and" + repeated(choice, 12) + "))")
              .property.cases[0]
              .rows.size() == 4096);
    CHECK(problem_of(good + "\n(assert (and" + repeated(choice, 20) + "))") ==
          "line 9: this makes more than 1000000 cases");
    // (those that only large files reach: tests/reading/limits.cpp)
    CHECK(problem_of(good + repeated("\n(assert (<= Y_0 1))", 64)) ==
          "line 72: some case has 65 constraints on outputs, at most 64");
    CHECK(problem_of("\n(declare-const X_150527 Real)(declare-const Y_1000000 Real)\n"
                     "(declare-const Y_2000000 Real)(declare-const Y_1500000 Real)") ==
          "line 2: 2,000,001 outputs, at most 1,000,000");
}
