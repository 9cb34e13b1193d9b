#pragma once

#include <cmath>
#include <cstddef>
#include <cstdio>
#include <ctnn/host/detail/hex_numbers.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/read_number.hpp>
#include <ctnn/host/detail/shown.hpp>
#include <ctnn/host/proof_options.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace ctnn::host::detail {

inline constexpr char const* verifier_usage =
    "verifies a property in VNN-LIB of a network in the .nnet format\n"
    "\n"
    "  PROGRAM NETWORK PROPERTY [OPTIONS]\n"
    "  PROGRAM --instances FILE.csv [OPTIONS]   lines of NETWORK,PROPERTY,SECONDS\n"
    "\n"
    "  --timeout S         at most S seconds for a property, reading included (or --seconds)\n"
    "  --boxes N           at most N boxes for a property (1000000; with --timeout no limit)\n"
    "  --threads N         use N threads (as many as the machine has)\n"
    "  --results FILE      write sat, unsat, timeout, unknown or error, and a counterexample, to\n"
    "                      FILE, as VNN-COMP asks for; with --instances a folder, one file a line\n"
    "  --raw               the property is about raw numbers, before they are scaled\n"
    "  --checkpoint FILE   resume from FILE, and write it now and then\n"
    "  --certificate FILE  write FILE.0, FILE.1 ..., one for each case of the property;\n"
    "                      cmake/certificate checks these proofs\n"
    "  --report FILE       write FILE.0.json, FILE.0.txt ..., reports for an audit\n"
    "  --progress          print the progress every second\n"
    "\n"
    "exit code: 0 holds (unsat), 1 violated (sat), 2 unknown or timeout, 3 error\n";

struct verifier_arguments {
    std::string network{}, property{}, instances{}, results{}, report{};
    bool is_raw = false, has_boxes = false, asks_for_help = false;
    proof_options options{};
    std::string problem{};

    verifier_arguments(int count, char** words) {
        for (int k = 1; k < count; ++k)
            words_.emplace_back(words[k]);
        while (!words_.empty() && problem.empty())
            take();
        if (problem.empty() && !asks_for_help)
            complete();
    }

private:
    std::vector<std::string> words_{}, files_{};

    void take() {
        std::string const argument = next();
        if (argument == "--help" || argument == "-h")
            asks_for_help = true;
        else if (argument == "--raw")
            is_raw = true;
        else if (argument == "--progress")
            options.progress = [](auto const& now) { std::puts(now.line().c_str()); };
        else if (argument == "--timeout" || argument == "--seconds")
            take_seconds(argument);
        else if (argument == "--boxes")
            has_boxes = true, take_number(argument, options.boxes);
        else if (argument == "--threads")
            take_number(argument, options.threads);
        else if (argument == "--checkpoint")
            take_text(argument, options.checkpoint);
        else if (argument == "--certificate")
            take_text(argument, options.certificate);
        else if (argument == "--report")
            take_text(argument, report);
        else if (argument == "--results")
            take_text(argument, results);
        else if (argument == "--instances")
            take_text(argument, instances);
        else if (argument.substr(0, 1) == "-")
            problem = joined("there is no option ", shown(argument));
        else
            files_.push_back(argument);
    }
    std::string next() {
        std::string const argument = words_.front();
        words_.erase(words_.begin());
        return argument;
    }
    bool take_text(std::string const& option, std::string& to) {
        if (words_.empty())
            problem = joined(option, " needs a value");
        else
            to = next();
        return problem.empty();
    }
    template <class Number>
    void take_number(std::string const& option, Number& to) {
        std::string text;
        if (take_text(option, text) && !read_integer(text, to))
            problem = joined(option, " needs a number, and ", shown(text), " is none");
    }
    void take_seconds(std::string const& option) {
        std::string text;
        enclosure seconds;
        if (take_text(option, text) &&
            (read_number(text, seconds) != number_kind::number || seconds.low < 0))
            problem = joined(option, " needs a number of seconds, and ", shown(text), " is none");
        options.seconds = seconds.high;
    }
    void complete() {
        if (instances.empty() ? files_.size() != 2 : !files_.empty())
            problem = instances.empty() ? "a network and a property are needed"
                                        : "--instances names networks and properties itself";
        else if (!instances.empty() && !options.checkpoint.empty())
            problem = "--checkpoint is of one property, not of --instances";
        else if (!instances.empty() && !options.certificate.empty())
            problem = "--certificate is of one property, not of --instances";
        else if (!instances.empty() && !report.empty())
            problem = "--report is of one property, not of --instances";
        else if (instances.empty())
            network = files_[0], property = files_[1];
        check_folders();
        // A time limit replaces the default limit of boxes.
        if (!has_boxes && (std::isfinite)(options.seconds))
            options.boxes = static_cast<std::size_t>(-1);
    }
    // What cannot be written is told before the search, which may take hours.
    void check_folders() {
        struct {
            char const* option;
            std::filesystem::path folder;
        } const all[] = {
            {"--results", instances.empty() ? folder_of(results) : std::filesystem::path(results)},
            {"--checkpoint", folder_of(options.checkpoint)},
            {"--certificate", folder_of(options.certificate)},
            {"--report", folder_of(report)},
        };
        std::error_code error;
        for (auto const& one : all)
            if (problem.empty() && !one.folder.empty() &&
                !std::filesystem::is_directory(one.folder, error))
                problem = joined(one.option, ": there is no folder ", one.folder.string());
    }
    static std::filesystem::path folder_of(std::string const& file) {
        return std::filesystem::path(file).parent_path();
    }
};

} // namespace ctnn::host::detail
