// Verifies VNN-LIB properties of .nnet networks that have one of the topologies below:
//
//     verify_vnnlib NETWORK.nnet PROPERTY.vnnlib [--timeout SECONDS] [--results FILE] ...
//
// --help lists the options. CMake's ctnn_verifier writes such a program from .nnet files, so you need not list
// topologies. Without arguments, this one shows a small property.

#include <cstdio>
#include <ctnn/ctnn.hpp>
#include <ctnn/host/prove_case.hpp>
#include <ctnn/host/verifier.hpp>
#include <ctnn/host/vnnlib.hpp>

namespace {

using ctnn::dense, ctnn::input, ctnn::relu;
namespace host = ctnn::host;

using small = ctnn::network<float, input<1>, dense<1, relu>, dense<1>>;
using medium = ctnn::network<float, input<2>, dense<16, relu>, dense<16, relu>, dense<1>>;
using acas_xu = ctnn::network<float, input<5>, dense<50, relu>, dense<50, relu>, dense<50, relu>,
                              dense<50, relu>, dense<50, relu>, dense<50, relu>, dense<5>>;

// y = 2 relu(x - 0.5) is above 0.2 for some x from 0 to 1.
int show() {
    small const net{{{{1}}, {-0.5f}}, {{{2}}, {0}}};
    auto const read = host::read_vnnlib("(declare-const X_0 Real) (declare-const Y_0 Real)\n"
                                        "(assert (<= 0 X_0 1))\n"
                                        "(assert (>= Y_0 0.2))\n");
    if (read.problem) {
        std::puts(read.problem.message().c_str());
        return 1;
    }
    auto const result = host::prove_case(net, read.property.cases[0]);
    if (!result.violated())
        return 1;
    auto const x = result.verdict.counterexample;
    std::printf("violated: x = %g gives y = %g\n", static_cast<double>(x[0]),
                static_cast<double>(net(x)[0]));
    return 0;
}

} // namespace

int main(int count, char** words) {
    return count == 1 ? show() : host::verifier<acas_xu, medium, small>(count, words);
}
