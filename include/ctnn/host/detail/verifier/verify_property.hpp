#pragma once

#include <array>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/host/detail/decimal_text.hpp>
#include <ctnn/host/detail/enclosure.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/verifier/input_text.hpp>
#include <ctnn/host/detail/verifier/outcome.hpp>
#include <ctnn/host/detail/verifier/write_text.hpp>
#include <ctnn/host/nnet.hpp>
#include <ctnn/host/proof_options.hpp>
#include <ctnn/host/prove_case.hpp>
#include <ctnn/host/report.hpp>
#include <ctnn/host/unknown_reason.hpp>
#include <ctnn/host/vnnlib.hpp>
#include <ctnn/host/vnnlib_case.hpp>
#include <memory>
#include <string>
#include <utility>

namespace ctnn::host::detail {
CTNN_ARITHMETIC_BEGIN

// Verifies a property of the network in a file, whose type is Network, case by case.
template <class Network>
class property_search {
public:
    using scalar = typename Network::scalar;
    static constexpr std::size_t inputs = Network::input_size, outputs = Network::output_size;

    property_search(nnet const& file, vnnlib const& property, proof_options const& options,
                    bool is_raw, std::string const& report)
        : file_(file), property_(property), options_(options), is_raw_(is_raw), report_(report),
          net_(std::make_unique<Network>()) {
        file.fill(*net_);
    }

    outcome run() {
        result_.answer = answers::holds;
        for (std::size_t k = 0; k < property_.cases.size(); ++k) {
            if (result_.boxes >= options_.boxes || !(result_.seconds < options_.seconds)) {
                result_.answer = answers::unknown;
                result_.reason = result_.seconds < options_.seconds ? unknown_reason::boxes
                                                                    : unknown_reason::time;
                break;
            }
            if (!look_at(k))
                break;
        }
        return std::move(result_);
    }

private:
    nnet const& file_;
    vnnlib const& property_;
    proof_options const& options_;
    bool is_raw_;
    std::string const& report_;
    std::unique_ptr<Network> net_;
    outcome result_{};

    // False where there is no need to look at another case.
    bool look_at(std::size_t k) {
        auto const& written = property_.cases[k];
        vnnlib_case const scaled = is_raw_ ? file_.scaled(written) : vnnlib_case{};
        auto const& one = is_raw_ ? scaled : written;
        proof_options options = options_;
        options.boxes -= result_.boxes;
        options.seconds -= result_.seconds;
        if (!options.checkpoint.empty())
            options.checkpoint.append(".").append(std::to_string(k));
        if (!options.certificate.empty())
            options.certificate.append(".").append(std::to_string(k));
        auto const found = prove_case(*net_, one, options);
        if (found.problem) {
            result_ = outcome::of_problem(
                joined(options.checkpoint.empty() ? "the property" : options.checkpoint, ": ",
                       found.problem.message()));
            return false;
        }
        if (!write_report(k, one, found, options))
            return false;
        result_.boxes += found.verdict.boxes;
        result_.seconds += found.progress.seconds;
        if (found.violated()) {
            result_.answer = answers::violated;
            result_.reason = unknown_reason::none;
            tell(written, one, found.verdict.counterexample);
            return false;
        }
        if (found.unknown() && result_.answer == answers::holds) {
            result_.answer = answers::unknown;
            result_.reason = found.reason;
            if (found.beside)
                tell_beside(*found.beside);
        }
        return true;
    }

    // (with inputs and outputs as the network has them)
    bool write_report(std::size_t k, vnnlib_case const& one,
                      case_result<scalar, inputs> const& found, proof_options const& options) {
        if (report_.empty())
            return true;
        auto const text = host::report(*net_, one.inputs<scalar, inputs>(), one.wanted<outputs>(),
                                       found, options);
        std::string const path = joined(report_, ".", k);
        std::string problem = write_text(path + ".json", text.json);
        if (problem.empty())
            problem = write_text(path + ".txt", text.text);
        if (!problem.empty())
            result_ = outcome::of_problem(problem);
        return problem.empty();
    }

    void tell(vnnlib_case const& written, vnnlib_case const& one,
              std::array<scalar, inputs> const& x) {
        result_.inputs.clear(), result_.outputs.clear(), result_.notes.clear();
        auto const inside = one.inside<scalar, inputs>();
        if (is_raw_)
            result_.notes.push_back("raw numbers, before they are scaled");
        for (std::size_t i = 0; i < inputs; ++i) {
            auto const text = is_raw_ ? raw_input_text(file_, written, one, i, x[i])
                                      : text_between_ends(one, i, static_cast<double>(x[i]));
            result_.inputs.push_back(text.text);
            if (inside.lower[i] > inside.upper[i])
                result_.notes.push_back(joined("no float is between the ends of X_", i,
                                               ": it is one with either neighbour"));
            if (!text.is_true)
                result_.notes.push_back(joined("X_", i, " is rounded"));
        }
        tell_outputs(x);
    }
    void tell_beside(std::array<scalar, inputs> const& x) {
        for (auto const number : x)
            result_.inputs.push_back(shortest_text(static_cast<double>(number)));
        if (is_raw_)
            result_.notes.push_back("scaled inputs, as the network takes them; raw outputs");
        tell_outputs(x);
    }
    void tell_outputs(std::array<scalar, inputs> const& x) {
        for (auto const y : (*net_)(x)) {
            auto const number = static_cast<double>(y);
            result_.outputs.push_back(shortest_text(
                is_raw_ ? (enclosure{number, number} * file_.output_range + file_.output_mean).low
                        : number));
        }
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::host::detail
