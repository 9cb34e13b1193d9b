// expect: condition_on_outputs<2(UL)?>.*but_the_network_has<3
#include <ctnn/host/prove.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3>>;

int main() {
    model const net{};
#ifdef CTNN_WRONG
    ctnn::host::output_condition<2> const wanted;
#else
    ctnn::host::output_condition<3> const wanted;
#endif
    auto const found = ctnn::host::prove(net, {{0, 0}, {1, 1}}, wanted);
    return found.proven() ? 0 : 1;
}
