#pragma once

// A Cortex-M with a floating-point unit multiplies and adds in one instruction that rounds the product
// first, VMLA: the bits of two operations, which compilers do not use it for by themselves (where
// VFMA, which does not round the product, is there as well). The macro says that it may be used.
// Source: Arm Ltd, "ARMv7-M Architecture Reference Manual", A7.7 (VMLA, VMLS).

#if defined(__ARM_FP) && defined(__ARM_ARCH_PROFILE) && !defined(CTNN_FUSED_ARITHMETIC)
#if (__ARM_FP & 4) && __ARM_ARCH_PROFILE == 'M'
#define CTNN_ARM_VMLA
#endif
#endif
