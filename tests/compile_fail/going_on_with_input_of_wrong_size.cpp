// expect: layer<0(UL)?, .*gru<4(UL)?> ?>::gets_an_input_of_size<14(UL)?>::but_needs_size<15(UL)?>
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using input = std::array<float, 14>;
#else
using input = std::array<float, 15>;
#endif

using model = ctnn::network<float, ctnn::input<5, 3>, ctnn::gru<4>>;
inline auto next(model const& net, model::state& state, input const& x) {
    return net.steps(state, x);
}
