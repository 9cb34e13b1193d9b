// expect: gets_an_input_of_size<2(UL)?>.*but_needs_size<3(UL)?>
#include <ctnn/ctnn.hpp>

#include "../support/elman.hpp"

using live = ctnn::stream_of<ctnn::network<float, ctnn::input<5, 3>, own::elman<4>>>;
constexpr live net{};

inline auto next(live::state& state) {
#ifdef CTNN_WRONG
    return net.step(state, {1, 2});
#else
    return net.step(state, {1, 2, 3});
#endif
}
