// expect: activation<.*clamp<.*has_a_lower_end_that_is_not_below_its_upper_one
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using cut = ctnn::clamp<1, -1>;
#else
using cut = ctnn::clamp<-1, 1>;
#endif

static_assert(cut::value(0.5f) == 0.5f);
