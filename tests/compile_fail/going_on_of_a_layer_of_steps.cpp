// expect: layer<0(UL)?, .*elman<4(UL)?> ?>::keeps_a_state_from_step_to_step_but_not_from_sequence_to_sequence
#include <ctnn/ctnn.hpp>

#include "../support/elman.hpp"

#ifdef CTNN_WRONG
using layer = own::elman<4>;
#else
using layer = ctnn::simple_rnn<4>;
#endif

using model = ctnn::network<float, ctnn::input<5, 3>, layer, ctnn::gru<2>>;
inline auto next(model const& net, model::state& state, model::input_type const& x) {
    return net.steps(state, x);
}
