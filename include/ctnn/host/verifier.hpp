#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdio>
#include <ctnn/concept/network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/verifier/arguments.hpp>
#include <ctnn/host/detail/verifier/outcome.hpp>
#include <ctnn/host/detail/verifier/program.hpp>
#include <ctnn/host/detail/verifier/topologies.hpp>

CTNN_NAMESPACE(ctnn::host) {

/// The program that verifies properties in VNN-LIB of networks in the .nnet format, for networks of the
/// types that it is given: `int main(int count, char** words) { return verifier<...>(count, words); }`.
/// CMake's `ctnn_verifier` makes one for the networks of files. `--help` prints its options.
///
/// Shape:    what main gets; an exit code: 0 holds, 1 violated, 2 unknown, 3 for what is wrong.
/// Gradient: none.
/// Cost:     that of `prove_case` for each case.
/// Errors:   options, files and topologies that are wrong are told in a sentence, with the line.
/// Source:   the rules of VNN-COMP (https://sites.google.com/view/vnn2023) for --results and --instances.
/// Example:  docs/examples/verify_vnnlib.cpp
template <concepts::network... Networks>
    requires(sizeof...(Networks) > 0)
int verifier(int count, char** words) {
    detail::verifier_arguments const arguments(count, words);
    if (arguments.asks_for_help) {
        std::fputs(detail::verifier_usage, stdout);
        return 0;
    }
    if (!arguments.problem.empty()) {
        std::printf("%s (--help tells the options)\n", arguments.problem.c_str());
        return static_cast<int>(detail::answers::wrong);
    }
    detail::verifier_program const program(arguments, detail::topologies_of<Networks...>());
    return arguments.instances.empty() ? program.verify_one() : program.verify_instances();
}

} // CTNN_NAMESPACE(ctnn::host)

#include <ctnn/config/epilogue.hpp>
