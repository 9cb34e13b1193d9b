// expect: layer<1(UL)?, .*dense<2(UL)?.*mixes_steps_so_write_over_time_of_it_or_last_step_before_it
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::dense<2>;
#else
using layer = ctnn::over_time<ctnn::dense<2>>;
#endif

using model = ctnn::network<float, ctnn::input<5, 3>, ctnn::gru<4>, layer>;
inline auto next(model const& net, model::state& state, model::input_type const& x) {
    return net.steps(state, x);
}
