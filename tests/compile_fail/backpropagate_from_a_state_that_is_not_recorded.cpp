// expect: layer<0(UL)?, .*elman<4(UL)?> ?>::with_inputs<3(UL)?, float>::lacks_a_static_step_from_parameters_state_input_and_record
#include <ctnn/ctnn.hpp>

#include "../support/elman.hpp"

#ifdef CTNN_WRONG
using layer = own::elman<4>;
#else
using layer = ctnn::simple_rnn<4>;
#endif

using model = ctnn::network<float, ctnn::input<3>, layer>;
inline auto next(model const& net, model::state& state, model::input_type const& x) {
    return ctnn::backpropagate(net, ctnn::mean_squared_error{}, state, x, {1, 2, 3, 4});
}
