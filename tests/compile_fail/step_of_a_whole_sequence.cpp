// expect: step_of_an_input_of_shape<.*shape<5(UL)?, 3(UL)?>.*but_no_layer_keeps_a_state_so_call_it_or_step_its_stream
#include <ctnn/ctnn.hpp>

#include "../support/elman.hpp"

using model = ctnn::network<float, ctnn::input<5, 3>, own::elman<4>, ctnn::last_step>;
#ifdef CTNN_WRONG
using stepped = model;
constexpr stepped net{};
#else
using stepped = ctnn::stream_of<model>;
constexpr stepped net = ctnn::streamed(model{});
#endif

inline auto next(stepped::state& state, stepped::input_type const& x) {
    return net.step(state, x);
}
