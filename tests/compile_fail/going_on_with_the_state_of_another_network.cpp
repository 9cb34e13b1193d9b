// expect: step_with_a_state_of_type<.*gru<8(UL)?.*but_needs_a_variable_of_type<.*gru<4(UL)?
#include <ctnn/ctnn.hpp>

template <std::size_t Units>
using model = ctnn::network<float, ctnn::input<5, 3>, ctnn::gru<Units>>;

#ifdef CTNN_WRONG
using other = model<8>;
#else
using other = model<4>;
#endif

inline auto next(model<4> const& net, other::state& state, model<4>::input_type const& x) {
    return net.steps(state, x);
}
