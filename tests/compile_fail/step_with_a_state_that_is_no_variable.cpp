// expect: step_with_a_state_of_type<.*but_needs_a_variable_of_type<
#include <ctnn/ctnn.hpp>

#include "../support/elman.hpp"

using live = ctnn::stream_of<ctnn::network<float, ctnn::input<5, 3>, own::elman<4>>>;
constexpr live net{};

inline auto next(live::input_type const& x) {
#ifdef CTNN_WRONG
    return net.step(live::state{}, x);
#else
    live::state state;
    return net.step(state, x);
#endif
}
