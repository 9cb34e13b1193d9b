#pragma once

// The elementary functions round and carry the rest of a rounding along by sums that are senseless as
// real numbers: where the compiler may reorder them, exp(0.3) is 1. Contraction does no such harm, and
// no macro tells it (ctnn::arithmetic finds it at run time, and clang's -fassociative-math by itself).
#if defined(__ASSOCIATIVE_MATH__) || (defined(__clang__) && defined(__FAST_MATH__))
#error "ctnn needs sums in the order in which they are written: add -fno-associative-math"
#endif
