// expect: layer<1(UL)?, .*elman<.*keeps_a_state_but_stands_after_the_last_step
#include <ctnn/ctnn.hpp>

#include "../support/elman.hpp"

#ifdef CTNN_WRONG
using model = ctnn::network<float, ctnn::input<5, 3>, ctnn::last_step, own::elman<4>>;
#else
using model = ctnn::network<float, ctnn::input<5, 3>, own::elman<4>, ctnn::last_step>;
#endif
constexpr ctnn::stream_of<model> net{};
