// expect: condition_on_output<7(UL)?>.*needs_outputs<8(UL)?>.*but_the_network_has<3
#include <ctnn/host/prove.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/outputs.hpp>

using namespace ctnn::verify::outputs;
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3>>;

int main() {
    model const net{};
#ifdef CTNN_WRONG
    auto const found = ctnn::host::prove(net, {{0, 0}, {1, 1}}, output<7> < 1.0);
#else
    auto const found = ctnn::host::prove(net, {{0, 0}, {1, 1}}, output<2> < 1.0);
#endif
    return found.proven() ? 0 : 1;
}
