#pragma once

// Whether kernels multiply and add in one, rounded once, is an option of the build: docs/bits.md.
//
// What depends on it, or holds something that does, is declared in a namespace of its own where
// kernels fuse: networks of two translation units with different options are then of different
// types, and one that is handed from one to the other does not link.

// (The namespace before it is written out, so that tools that do not expand macros find what is in it.)
#if defined(CTNN_FUSED_ARITHMETIC)
#define CTNN_ARITHMETIC_BEGIN inline namespace fused {
#define CTNN_ARITHMETIC_END }
#else
#define CTNN_ARITHMETIC_BEGIN
#define CTNN_ARITHMETIC_END
#endif

namespace ctnn::detail {
CTNN_ARITHMETIC_BEGIN

#if defined(CTNN_FUSED_ARITHMETIC)
inline constexpr bool is_fused = true;
#else
inline constexpr bool is_fused = false;
#endif

CTNN_ARITHMETIC_END
} // namespace ctnn::detail
