#pragma once

// What was measured: printed as it comes, and kept for --json.

#include "measure.hpp"

#include <cstdio>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/report/arithmetic.hpp>
#include <string>
#include <vector>

namespace benchmark {

class report {
public:
    bool all_agree = true;

    void build() {
        auto const arithmetic = ctnn::arithmetic::of_this_build<float>();
        compiler = std::string(
#if defined(__clang__)
            "clang "
#else
            "g++ "
#endif
            __VERSION__);
        std::printf("%s %s\nvectors of %zu bytes; %s\n\n", compiler.c_str(), CTNN_BENCHMARK_FLAGS,
                    ctnn::kernel::vector_bytes, arithmetic.message().c_str());
    }

    void heading() {
        std::printf("%-4s%-14s%-28s%12s%12s %-8s%8s%10s\n", "net", "", "nanoseconds, median of one",
                    "ctnn", "", "peer", "ratio", "of least");
    }

    // The ratio of the medians, and that of the least times, which other work on the machine
    // disturbs less.
    void ratio(char const* net, char const* shape, char const* what, char const* peer, turns ours,
               turns theirs) {
        double const of_medians = theirs.median / ours.median;
        double const of_least = theirs.least / ours.least;
        std::printf("%-4s%-14s%-28s%12.1f%12.1f %-8s%8.2f%10.2f\n", net, shape, what, ours.median,
                    theirs.median, peer, of_medians, of_least);
        std::fflush(stdout);
        ratios += entry(ratios) + text("net", net) + text("shape", shape) + text("what", what) +
                  text("peer", peer) + number("ours", ours.median) +
                  number("theirs", theirs.median) + number("ratio", of_medians) +
                  number("ours_least", ours.least) + number("theirs_least", theirs.least) +
                  number("ratio_of_least", of_least, "}");
    }

    void heading_of_single_calls(std::size_t count) {
        std::printf("\nSingle calls, %zu of each, the clock's own time included, nanoseconds\n"
                    "%-4s%-14s%-12s%10s%10s%10s%12s\n",
                    count, "net", "", "", "minimum", "median", "99 %", "maximum");
    }

    void single_calls(char const* net, char const* shape, char const* whose,
                      distribution const& of) {
        std::printf("%-4s%-14s%-12s%10.0f%10.0f%10.0f%12.0f\n", net, shape, whose, of.least,
                    of.median, of.percentile_99, of.most);
        std::fflush(stdout);
        calls += entry(calls) + text("net", net) + text("shape", shape) + text("whose", whose) +
                 number("minimum", of.least) + number("median", of.median) +
                 number("percentile_99", of.percentile_99) + number("maximum", of.most, "}");
    }

    void disagree(char const* net, char const* peer, char const* when, double difference) {
        std::printf("%s: outputs of ctnn and %s differ by %g %s\n", net, peer, difference, when);
        all_agree = false;
    }

    bool write_json(char const* name) const {
        std::FILE* const file = std::fopen(name, "w");
        if (file == nullptr)
            return false;
        std::fprintf(file,
                     "{\"compiler\": \"%s\",\n\"flags\": \"%s\",\n\"ratios\": [%s\n],\n"
                     "\"single_calls\": [%s\n]}\n",
                     compiler.c_str(), CTNN_BENCHMARK_FLAGS, ratios.c_str(), calls.c_str());
        return std::fclose(file) == 0;
    }

private:
    static std::string entry(std::string const& before) {
        return before.empty() ? "\n{" : ",\n{";
    }
    static std::string text(char const* name, char const* value) {
        return std::string("\"") + name + "\": \"" + value + "\", ";
    }
    static std::string number(char const* name, double value, char const* end = ", ") {
        char digits[32];
        std::snprintf(digits, sizeof digits, "%.6g", value);
        return std::string("\"") + name + "\": " + digits + end;
    }

    std::string compiler, ratios, calls;
};

} // namespace benchmark
