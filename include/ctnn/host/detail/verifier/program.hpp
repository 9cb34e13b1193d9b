#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/verifier/arguments.hpp>
#include <ctnn/host/detail/verifier/find_file.hpp>
#include <ctnn/host/detail/verifier/instances.hpp>
#include <ctnn/host/detail/verifier/outcome.hpp>
#include <ctnn/host/detail/verifier/topologies.hpp>
#include <ctnn/host/detail/verifier/write_text.hpp>
#include <ctnn/host/nnet.hpp>
#include <ctnn/host/read_file.hpp>
#include <ctnn/host/vnnlib.hpp>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace ctnn::host::detail {
CTNN_ARITHMETIC_BEGIN

// What a verifier does with its arguments.
class verifier_program {
public:
    verifier_program(verifier_arguments const& arguments, std::vector<topology> topologies)
        : arguments_(arguments), topologies_(std::move(topologies)) {}

    int verify_one() const {
        auto const found = outcome_of(arguments_.network, arguments_.property, arguments_.options);
        std::fputs(found.message().c_str(), stdout);
        bool const written =
            arguments_.results.empty() || write(arguments_.results, found.result());
        return static_cast<int>(written ? found.answer : answers::wrong);
    }

    // Prints a line for each; the exit code tells whether all could be read and written.
    int verify_instances() const {
        auto const file = read_file(arguments_.instances);
        if (file.problem) {
            std::printf("%s\n", file.problem.message().c_str());
            return static_cast<int>(answers::wrong);
        }
        auto const list = read_instances(file.text);
        if (list.problem) {
            std::printf("%s: %s\n", arguments_.instances.c_str(), list.problem.message().c_str());
            return static_cast<int>(answers::wrong);
        }
        auto const folder = std::filesystem::path(arguments_.instances).parent_path();
        bool good = true;
        std::puts("network,property,result,seconds,boxes,reason");
        for (std::size_t k = 0; k < list.all.size(); ++k) {
            auto const& one = list.all[k];
            proof_options options = arguments_.options;
            if (one.seconds < options.seconds)
                options.seconds = one.seconds;
            if ((std::isfinite)(options.seconds) && !arguments_.has_boxes)
                options.boxes = static_cast<std::size_t>(-1);
            auto const begin = clock::now();
            auto const found = outcome_of((folder / one.network).string(),
                                          (folder / one.property).string(), options);
            std::string reason(found.answer == answers::wrong ? found.problem
                                                              : text_of(found.reason));
            std::replace(reason.begin(), reason.end(), '"', '\'');
            std::printf("%s,%s,%s,%.3f,%zu,\"%s\"\n", one.network.c_str(), one.property.c_str(),
                        std::string(found.short_answer()).c_str(), seconds_since(begin),
                        found.boxes, reason.c_str());
            std::fflush(stdout);
            good = good && found.answer != answers::wrong;
            if (!arguments_.results.empty())
                good = write(result_path(one, k), found.result()) && good;
        }
        return static_cast<int>(good ? answers::holds : answers::wrong);
    }

private:
    using clock = std::chrono::steady_clock;

    verifier_arguments const& arguments_;
    std::vector<topology> topologies_;

    static double seconds_since(clock::time_point begin) {
        return std::chrono::duration<double>(clock::now() - begin).count();
    }

    outcome outcome_of(std::string const& network, std::string const& property,
                       proof_options options) const {
        auto const begin = clock::now();
        auto const network_file = find_file(network), property_file = find_file(property);
        for (auto const& one : std::array{network_file, property_file})
            if (!one.problem.empty())
                return outcome::of_problem(one.problem);
        auto const network_text = read_file(network_file.path);
        if (network_text.problem)
            return outcome::of_problem(network_text.problem.message());
        auto const file = read_nnet(network_text.text);
        if (file.problem)
            return outcome::of_problem(joined(network_file.path, ": ", file.problem.message()));
        auto const property_text = read_file(property_file.path);
        if (property_text.problem)
            return outcome::of_problem(property_text.problem.message());
        auto const read = read_vnnlib(property_text.text);
        if (read.problem)
            return outcome::of_problem(joined(property_file.path, ": ", read.problem.message()));
        options.seconds -= seconds_since(begin);
        return outcome_of(file.network, read.property, options);
    }
    outcome outcome_of(nnet const& file, vnnlib const& property,
                       proof_options const& options) const {
        if (property.inputs != file.sizes.front() || property.outputs != file.sizes.back())
            return outcome::of_problem(joined("the property is about ", property.inputs,
                                              " inputs and ", property.outputs,
                                              " outputs, and the network is ", file.topology()));
        std::string compiled;
        for (auto const& one : topologies_) {
            if (one.fits(file))
                return one.search(file, property, options, arguments_.is_raw, arguments_.report);
            compiled += joined(" ", one.name);
        }
        return outcome::of_problem(
            joined(file.topology(), " is not compiled in; these are:", compiled));
    }

    // FOLDER/3_network_property.txt
    std::string result_path(instance const& one, std::size_t k) const {
        auto const stem = [](std::string const& path) {
            auto name = std::filesystem::path(path).filename();
            while (name.has_extension() &&
                   (name.extension() == ".gz" || name.extension() == ".nnet" ||
                    name.extension() == ".onnx" || name.extension() == ".vnnlib"))
                name = name.stem();
            return name.string();
        };
        return (std::filesystem::path(arguments_.results) /
                joined(k + 1, "_", stem(one.network), "_", stem(one.property), ".txt"))
            .string();
    }
    static bool write(std::string const& path, std::string const& text) {
        std::string const problem = write_text(path, text);
        if (!problem.empty())
            std::printf("%s\n", problem.c_str());
        return problem.empty();
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::host::detail
