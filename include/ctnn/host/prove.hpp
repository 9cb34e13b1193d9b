#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/host/detail/certificate.hpp>
#include <ctnn/host/detail/checkpoint.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/proof_state.hpp>
#include <ctnn/host/detail/reason_of.hpp>
#include <ctnn/host/detail/shared_search.hpp>
#include <ctnn/host/output_condition.hpp>
#include <ctnn/host/proof_options.hpp>
#include <ctnn/host/proof_result.hpp>
#include <ctnn/host/read_file.hpp>
#include <ctnn/host/unknown_reason.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/condition.hpp>
#include <ctnn/verify/detail/search/problem_of.hpp>
#include <ctnn/verify/outputs/condition_expression.hpp>
#include <ctnn/verify/prove.hpp>
#include <filesystem>
#include <string>
#include <system_error>

namespace ctnn::host {
CTNN_ARITHMETIC_BEGIN

/// Tries to prove that the outputs of a network satisfy a condition for every input in a box, as
/// `verify::prove` does, with threads, progress and a checkpoint, for long proofs. Link with the system's
/// threads (CMake: Threads::Threads).
///
/// Within its budget, the kind of the verdict is the same for any number of threads. The counterexample, or
/// the box that is left, may differ from run to run.
///
/// Shape:    a network, a box of its inputs, a condition on its outputs; a verdict and what it took.
/// Cost:     for each box that of `linear_bounds`, less what is known from the box it was cut from;
///           16 bytes for each neuron and open box.
/// Errors:   those of `linear_bounds`; if a checkpoint is damaged or about another problem, the result's
///           problem has the line and the reason, and nothing is searched. Throws what the system throws
///           if there is no memory or no thread. Networks in fixed point do not compile.
/// Source:   S. Wang et al., "Formal security analysis of neural networks using symbolic intervals"
///           (ReluVal), USENIX Security 2018.
/// Example:  tests/host/prove.cpp
template <concepts::network Network, class Box = verify::detail::box_of<Network>,
          class Diagnosis = verify::detail::box_diagnosis<Network, Box>>
    requires ctnn::detail::is_none<Diagnosis> && number::detail::floats<typename Network::scalar>
        proof_result<typename Network::scalar, Network::input_size>
        prove(Network const& net, Box const& inputs,
              output_condition<Network::output_size> const& wanted,
              proof_options const& options = {}) {
        using state_type = detail::proof_state<Network>;
        proof_result<typename Network::scalar, Network::input_size> result;
        if (!inputs.is_valid() || !wanted.is_valid()) {
            result.problem = {
                0, !inputs.is_valid()
                       ? "the box is not valid: an end is not finite, or above the other"
                       : "the condition is not valid: a number is not finite or was rounded, the "
                         "network has no such class, or a row has no constraints or more than 64"};
            result.verdict.left = inputs;
            result.verdict.problem = verify::detail::problem_of(inputs, wanted);
            result.reason = unknown_reason::refused;
            return result;
        }
        state_type state;
        state.open.push_back({{inputs}});
        auto const problem = detail::digest_of(net, inputs, wanted);
        auto const write = [&] {
            return detail::write_checkpoint(options.checkpoint,
                                            detail::checkpoint_text(state, problem));
        };
        if (!options.checkpoint.empty()) {
            std::error_code error;
            if (std::filesystem::exists(options.checkpoint, error)) {
                auto const file = read_file(options.checkpoint);
                result.problem = file.problem
                                     ? file.problem
                                     : detail::read_checkpoint(file.text, problem, inputs, state);
                if (!result.problem && state.counterexample &&
                    !wanted.is_violated_by(net(*state.counterexample)))
                    result.problem = {0, "the counterexample of the checkpoint is none"};
            } else {
                result.problem = write();
            }
        }
        if (result.problem) {
            result.verdict.left = inputs;
            result.reason = unknown_reason::refused;
            return result;
        }
        detail::certificate_file certificate(options.certificate);
        if (certificate.is_wanted())
            certificate.begin(detail::certificate_head(net, inputs, wanted), state.boxes);
        if (certificate.problem) {
            result.problem = certificate.problem;
            result.verdict.left = inputs;
            result.reason = unknown_reason::refused;
            return result;
        }
        if (!state.counterexample) {
            detail::shared_search search(net, inputs, wanted, state, options, problem, certificate);
            result.progress = search.run(result.problem);
            result.reason = detail::reason_of(net, state, search.ended_by());
            certificate.flush();
            if (!options.checkpoint.empty())
                if (auto found = write())
                    result.problem = found;
        }
        result.verdict = state.verdict();
        result.progress.boxes = state.boxes;
        result.progress.open = state.open.size();
        result.progress.share = state.share;
        if (certificate.is_wanted()) {
            certificate.end(result.proven()     ? "proven"
                            : result.violated() ? "violated"
                                                : "unknown",
                            state.boxes);
            if (certificate.problem)
                result.problem = certificate.problem;
        }
        return result;
    }

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Network, class Wanted, class Box = verify::detail::box_of<Network>,
          class Diagnosis = decltype(verify::detail::wanted_diagnosis<Network, Box, Wanted>())>
    requires(!ctnn::detail::is_none<Diagnosis>)
void prove(Network const&, Box const&, Wanted const&, proof_options const& = {}) = delete;

CTNN_ARITHMETIC_END
} // namespace ctnn::host

#include <ctnn/config/epilogue.hpp>
