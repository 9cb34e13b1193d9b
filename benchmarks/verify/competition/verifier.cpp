// The verifier of `run`, which puts the topologies of a set into topologies.inc: a property, one thread, and what came of it.

#include <cstdio>
#include <cstdlib>
#include <ctnn/ctnn.hpp>
#include <ctnn/host/nnet.hpp>
#include <ctnn/host/prove_case.hpp>
#include <ctnn/host/read_file.hpp>
#include <ctnn/host/vnnlib.hpp>

namespace {

namespace host = ctnn::host;
using ctnn::dense, ctnn::input, ctnn::relu;

template <class Network>
int verify(host::nnet const& file, host::vnnlib const& property, double seconds) {
    static Network net{};
    file.fill(net);
    std::size_t boxes = 0;
    double spent = 0;
    bool all = true;
    for (auto const& one : property.cases) {
        host::proof_options options;
        options.threads = 1;
        options.boxes = 1'000'000'000;
        options.seconds = seconds - spent;
        auto const result = host::prove_case(net, one, options);
        boxes += result.verdict.boxes;
        spent += result.progress.seconds;
        if (result.problem)
            return std::printf("%s\n", result.problem.message().c_str()), 3;
        if (result.violated()) {
            std::printf("sat %zu", boxes);
            for (float const x : result.verdict.counterexample)
                std::printf(" %.9g", static_cast<double>(x));
            return std::printf("\n"), 0;
        }
        all = all && result.proven();
    }
    return std::printf("%s %zu\n", all ? "unsat" : "unknown", boxes), 0;
}

} // namespace

// verifier TOPOLOGY NETWORK PROPERTY SECONDS
int main(int count, char** words) {
    if (count != 5)
        return 3;
    auto const network = host::read_file(words[2]), text = host::read_file(words[3]);
    auto const file = host::read_nnet(network.text);
    auto const property = host::read_vnnlib(text.text);
    if (auto const& problem = file.problem ? file.problem : property.problem)
        return std::printf("%s\n", problem.message().c_str()), 3;
    double const seconds = std::atof(words[4]);
    switch (std::atoi(words[1])) {
#define TOPOLOGY(number, ...)                                                                      \
    case number:                                                                                   \
        return verify<ctnn::network<float, __VA_ARGS__>>(file.network, property.property, seconds);
#include "topologies.inc"
    default:
        return 3;
    }
}
