// expect: layer<0(UL)?, .*bidirectional<.*gru<4(UL)?> ?> ?>::has_layers_of_which<.*layer<0(UL)?, .*reversed_steps>::gets_an_input_of_shape<.*shape<3(UL)?> ?>::but_needs_a_sequence_of_steps
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using input = ctnn::input<3>;
#else
using input = ctnn::input<20, 3>;
#endif

using model = ctnn::network<float, input, ctnn::bidirectional<ctnn::gru<4>>>;
constexpr model net{};
