// Limits that only large properties reach, each told with its line.

#include <cstdio>
#include <ctnn/host/vnnlib.hpp>
#include <string>

namespace {

// Eight lines.
std::string const good = "(declare-const X_0 Real)\n(declare-const X_1 Real)\n"
                         "(declare-const Y_0 Real)\n(declare-const Y_1 Real)\n"
                         "(assert (<= -1 X_0 1))\n(assert (<= 0.25 X_1 0.25))\n\n"
                         "(assert (<= Y_0 1))";

std::string repeated(std::string const& text, int times) {
    std::string all;
    for (int k = 0; k < times; ++k)
        all += text;
    return all;
}

bool is_refused(std::string const& more, std::string const& message) {
    std::string const found = ctnn::host::read_vnnlib(good + more).problem.message();
    if (found != message)
        std::printf("'%s'\n  and not '%s'\n", found.c_str(), message.c_str());
    return found == message;
}

} // namespace

int main() {
    bool refused = is_refused("\n(assert (or" + repeated("\n(<= Y_0 1)", 1'000'001) + "))",
                              "line 9: this makes more than 1000000 cases");
    // 2^19 cases of 20 constraints on two outputs
    refused = is_refused(repeated("\n(assert\n(or (<= Y_0 1) (<= Y_1 1)))", 19),
                         "line 45: the cases have more than 20000000 numbers together: ends of "
                         "boxes and coefficients") &&
              refused;
    // 1000 cases of 60,000 bounds, none of which has an input
    refused =
        is_refused("\n(assert (or" + repeated("(<= Y_0 1)", 1000) + "))\n(assert (or (and" +
                       repeated("(<= X_0 1)", 60'000) + "(>= X_0 2)) (and (>= X_1 1) (<= X_1 0))))",
                   "line 10: the cases repeat bounds more than 26101500 times") &&
        refused;
    return refused ? 0 : 1;
}
