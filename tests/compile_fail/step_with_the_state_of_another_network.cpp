// expect: step_with_a_state_of_type<.*elman<8(UL)?>.*but_needs_a_variable_of_type<.*elman<4(UL)?>
#include <ctnn/ctnn.hpp>

#include "../support/elman.hpp"

template <std::size_t Units>
using live = ctnn::stream_of<ctnn::network<float, ctnn::input<5, 3>, own::elman<Units>>>;
constexpr live<4> net{};

#ifdef CTNN_WRONG
inline auto next(live<8>::state& state, live<4>::input_type const& x) {
#else
inline auto next(live<4>::state& state, live<4>::input_type const& x) {
#endif
    return net.step(state, x);
}
