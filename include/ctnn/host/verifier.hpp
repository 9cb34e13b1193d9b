#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdio>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/verifier/arguments.hpp>
#include <ctnn/host/detail/verifier/outcome.hpp>
#include <ctnn/host/detail/verifier/program.hpp>
#include <ctnn/host/detail/verifier/topologies.hpp>

namespace ctnn::host {
CTNN_ARITHMETIC_BEGIN

/// A program that verifies VNN-LIB properties of .nnet networks, for the given types of networks:
/// `int main(int count, char** words) { return verifier<...>(count, words); }`. CMake's `ctnn_verifier`
/// makes one from .nnet files. `--help` prints the options.
///
/// Shape:    the arguments of main; an exit code: 0 holds, 1 violated, 2 unknown, 3 error.
/// Cost:     that of `prove_case` for each case.
/// Errors:   for a wrong option, file or topology, it prints a sentence, with the line if there is one.
/// Source:   the rules of VNN-COMP (https://sites.google.com/view/vnn2023) for --results and --instances.
/// Example:  docs/examples/verify_vnnlib.cpp
template <concepts::trainable_network... Networks>
    requires(sizeof...(Networks) > 0)
int verifier(int count, char** words) {
    detail::verifier_arguments const arguments(count, words);
    if (arguments.asks_for_help) {
        std::fputs(detail::verifier_usage, stdout);
        return 0;
    }
    if (!arguments.problem.empty()) {
        std::printf("%s (--help lists the options)\n", arguments.problem.c_str());
        return static_cast<int>(detail::answers::wrong);
    }
    detail::verifier_program const program(arguments, detail::topologies_of<Networks...>());
    return arguments.instances.empty() ? program.verify_one() : program.verify_instances();
}

CTNN_ARITHMETIC_END
} // namespace ctnn::host

#include <ctnn/config/epilogue.hpp>
