// expect: layer<0(UL)?, .*elman<4(UL)?.*gets_an_input_of_size<15(UL)?>.*but_needs_size<3(UL)?>
#include <ctnn/ctnn.hpp>

#include "../support/elman.hpp"

using model = ctnn::network<float, ctnn::input<5, 3>, own::elman<4>>;
using live = ctnn::stream_of<model>;
constexpr live net{};

#ifdef CTNN_WRONG
using input = model::input_type;
#else
using input = live::input_type;
#endif

inline auto next(live::state& state, input const& x) {
    return net.step(state, x);
}
