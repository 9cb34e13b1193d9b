// expect: layer<0(UL)?, .*over_time<.*dense<2(UL)?.*gets_an_input_of_shape<.*shape<3(UL)?>.*but_needs_a_sequence_of_steps
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using input = ctnn::input<3>;
#else
using input = ctnn::input<5, 3>;
#endif

using model = ctnn::network<float, input, ctnn::over_time<ctnn::dense<2>>>;
constexpr model net{};
