#pragma once

#include <cstddef>
#include <cstdio>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/unknown_reason.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace ctnn::host::detail {

// (the exit codes of a verifier)
enum class answers { holds, violated, unknown, wrong };

// What came of one property.
struct outcome {
    answers answer = answers::wrong;
    unknown_reason reason = unknown_reason::none;
    std::size_t boxes = 0;
    double seconds = 0;
    std::vector<std::string> inputs{}, outputs{}; // of a counterexample, or of one next to the box
    std::vector<std::string> notes{};
    std::string problem{};

    static outcome of_problem(std::string const& reason) {
        outcome wrong;
        wrong.problem = reason;
        return wrong;
    }

    // The word of the competition (VNN-COMP).
    std::string_view short_answer() const {
        return answer == answers::holds         ? "unsat"
               : answer == answers::violated    ? "sat"
               : answer == answers::wrong       ? "error"
               : reason == unknown_reason::time ? "timeout"
                                                : "unknown";
    }
    // The word, and ((X_0 1.5)
    //  (Y_0 2)) of a counterexample.
    std::string result() const {
        std::string text(short_answer());
        text += '\n';
        if (answer != answers::violated)
            return text;
        char const* between = "((X_";
        for (std::size_t i = 0; i < inputs.size(); ++i, between = "\n (X_")
            text += joined(between, i, " ", inputs[i], ")");
        for (std::size_t j = 0; j < outputs.size(); ++j)
            text += joined("\n (Y_", j, " ", outputs[j], ")");
        return text += ")\n";
    }
    // For people.
    std::string message() const {
        if (answer == answers::wrong)
            return problem + '\n';
        char spent[64];
        std::snprintf(spent, sizeof spent, ": %zu boxes, %.2f s", boxes, seconds);
        std::string text = joined(answer == answers::holds      ? "holds (unsat)"
                                  : answer == answers::violated ? "violated (sat)"
                                                                : "unknown",
                                  spent);
        if (answer == answers::unknown)
            text += joined(": ", text_of(reason));
        text += '\n';
        if (answer == answers::unknown && !inputs.empty())
            text += "  outside of the box, but next to it, this would be a counterexample:\n";
        for (std::size_t i = 0; i < inputs.size(); ++i)
            text += joined("  X_", i, " = ", inputs[i], "\n");
        for (std::size_t j = 0; j < outputs.size(); ++j)
            text += joined("  Y_", j, " = ", outputs[j], "\n");
        for (auto const& note : notes)
            text += joined("  (", note, ")\n");
        return text;
    }
};

} // namespace ctnn::host::detail
