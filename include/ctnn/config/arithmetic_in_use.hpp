#pragma once

// Whether kernels multiply and add in one, rounded once, is an option of the build: docs/bits.md.
//
// What depends on it, or holds something that does, is declared in a namespace of its own where
// kernels fuse: networks of two translation units with different options are then of different
// types, and one that is handed from one to the other does not link.

#if defined(CTNN_FUSED_ARITHMETIC)
#define CTNN_NAMESPACE(name) namespace name::inline fused
#else
#define CTNN_NAMESPACE(name) namespace name
#endif

CTNN_NAMESPACE(ctnn::detail) {

#if defined(CTNN_FUSED_ARITHMETIC)
inline constexpr bool is_fused = true;
#else
inline constexpr bool is_fused = false;
#endif

} // CTNN_NAMESPACE(ctnn::detail)
