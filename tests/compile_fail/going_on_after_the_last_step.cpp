// expect: layer<3(UL)?, .*gru<3(UL)?> ?>::keeps_a_state_but_stands_after_the_last_step
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::gru<3>;
#else
using layer = ctnn::over_time<ctnn::dense<3>>;
#endif

using model = ctnn::network<float, ctnn::input<5, 3>, ctnn::gru<4>, ctnn::last_step,
                            ctnn::reshape<2, 2>, layer>;
inline auto next(model const& net, model::state& state, model::input_type const& x) {
    return net.steps(state, x);
}
