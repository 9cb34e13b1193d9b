// complete proof of 2-16-16-1, more than 60 boxes

#include "nets.hpp"

using property = nets::controller_stays_within;
static_assert(property::network({0.0f, 0.0f})[0] < 0);

#ifndef CTNN_WITHOUT
static_assert(ctnn::verify::proof<property>.proven());
static_assert(ctnn::verify::proof<property>.boxes >= 60);
#endif
