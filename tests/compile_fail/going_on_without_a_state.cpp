// expect: state_for_an_input_of_shape<.*shape<5(UL)?, 3(UL)?> ?>::but_no_layer_remembers_anything
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::over_time<ctnn::dense<2>>;
#else
using layer = ctnn::gru<2>;
#endif

using model = ctnn::network<float, ctnn::input<5, 3>, layer>;
inline auto next(model const& net, model::state& state, model::input_type const& x) {
    return net.steps(state, x);
}
