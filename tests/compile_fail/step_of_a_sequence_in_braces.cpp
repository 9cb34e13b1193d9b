// expect: but_no_layer_keeps_a_state_so_call_it_or_step_its_stream
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<4, 1>, ctnn::gru<2>, ctnn::last_step>;
constexpr model net{};

float next() {
#ifdef CTNN_WRONG
    model::state remembered;
    return net.step(remembered, {1, 2, 3, 4})[0];
#else
    ctnn::stream_of<model>::state remembered;
    return ctnn::streamed(net).step(remembered, {1})[0];
#endif
}
