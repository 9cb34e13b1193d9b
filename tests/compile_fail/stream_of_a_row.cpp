// expect: stream_of_an_input_of_shape<.*shape<3(UL)?>.*but_needs_a_sequence_of_steps
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using input = ctnn::input<3>;
#else
using input = ctnn::input<5, 3>;
#endif

using model = ctnn::network<float, input, ctnn::relu>;
constexpr ctnn::stream_of<model> net{};
