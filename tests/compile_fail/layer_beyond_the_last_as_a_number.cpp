// expect: layer_index<2[UL]*>::is_beyond_a_network_of_layers<2[UL]*>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3>, ctnn::dense<1>>;

int main() {
    model net;
#ifdef CTNN_WRONG
    return static_cast<int>(net.layer<2>().biases[0]);
#else
    return static_cast<int>(net.layer<1>().biases[0]);
#endif
}
