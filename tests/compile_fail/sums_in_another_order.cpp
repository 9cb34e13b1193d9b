// expect: ctnn needs sums in the order in which they are written
// wrong options: -ffast-math
#include <ctnn/math/exp.hpp>

static_assert(ctnn::math::exp(0.0) == 1);
