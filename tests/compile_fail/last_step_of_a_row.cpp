// expect: layer<1(UL)?, .*last_step>.*gets_an_input_of_shape<.*shape<4(UL)?>.*but_needs_a_sequence_of_steps
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::dense<4>;
#else
using layer = ctnn::over_time<ctnn::dense<4>>;
#endif

using model = ctnn::network<float, ctnn::input<5, 3>, layer, ctnn::last_step>;
constexpr model net{};
