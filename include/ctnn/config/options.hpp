#pragma once

// Options of the compiler that give other bits than constants have. Those that make results wrong stop the build;
// those that change the last bits, or lose NaNs, warn. What has no macro is found by ctnn::arithmetic at run time:
// docs/bits.md has the table, and tests/bits/options.py holds it.

// clang-format off

// The elementary functions round and carry the rest of a rounding along by sums that are senseless as real numbers:
// where the compiler may reorder them, exp(0.3) is 1.
#if defined(__ASSOCIATIVE_MATH__) || (defined(__clang__) && defined(__FAST_MATH__))
#define CTNN_STOPS
#line 1 "ctnn"
#error "ctnn needs sums in the order in which they are written: leave -ffast-math, -Ofast and -fassociative-math away"

// So it is with more digits than the type has: exp(1) is 1.9998. (16 is about _Float16 alone. Clang's macro forgets
// the doubles of a 32-bit x86 that has SSE, but not SSE2.)
#elif (__FLT_EVAL_METHOD__ != 0 && __FLT_EVAL_METHOD__ != 16) || (defined(__i386__) && !defined(__SSE2_MATH__))
#define CTNN_STOPS
#line 1 "ctnn"
#error "ctnn needs sums and products with the digits of their type: add -msse2 -mfpmath=sse, leave -ffp-eval-method away"

// g++ 12 then leaves conversions of constants to the machine, and puts half of a double where a float should be.
#elif defined(__ROUNDING_MATH__) && !defined(__clang__)
#define CTNN_STOPS
#line 1 "ctnn"
#error "ctnn needs constants that the compiler rounds, and g++ has wrong ones in float: leave -frounding-math away"

// Tables in double with the digits of float: exp(0.3) is 0. There is no macro, but g++ does not claim IEEE 754 then;
// it has macros for the other options of which this is true, and for some machines it never claims it.
#elif defined(__GNUC__) && !defined(__clang__) && __GCC_IEC_559 == 0 && __FINITE_MATH_ONLY__ == 0 && \
    !defined(__FAST_MATH__) && !defined(__RECIPROCAL_MATH__) && !defined(__NO_SIGNED_ZEROS__) && \
    (defined(__x86_64__) || defined(__aarch64__) || (defined(__ARM_FP) && (__ARM_FP & 8) != 0) || \
     (defined(__riscv_flen) && __riscv_flen == 64))
#define CTNN_STOPS
#line 1 "ctnn"
#error "ctnn needs constants of type double: leave -fsingle-precision-constant and -funsafe-math-optimizations away"
#endif

#if !defined(CTNN_STOPS)
// On the other machines this line is the first of many: g++ quotes it, as the constant is 0 then. (Where double has 32
// bits, as on an AVR, it always is, and nothing is lost.)
#if __DBL_MIN_EXP__ < -1000
static_assert(1e-300 > 0, "ctnn needs constants of type double: leave -fsingle-precision-constant away");
#endif

// Or -Wpedantic would mention that #warning is an extension. The warnings still appear.
#pragma GCC system_header

// No macro tells whether the compiler fuses, but each does unless it is told not to. Whether the machine can is a
// macro of g++'s; of clang's only for some machines.
#if !defined(CTNN_FP_CONTRACT_OFF) && \
    (defined(__FP_FAST_FMA) || defined(__FP_FAST_FMAF) || defined(__FMA__) || defined(__FMA4__) || \
     defined(__ARM_FEATURE_FMA) || (defined(__clang__) && \
     (defined(__riscv_f) || defined(__riscv_zfinx) || defined(__s390x__) || defined(__powerpc__) || \
      (defined(__loongarch_frlen) && __loongarch_frlen > 0))))
#line 1 "ctnn"
#warning "ctnn has other bits here than in constants, as this machine fuses a * b + c: add -ffp-contract=off -DCTNN_FP_CONTRACT_OFF (the macro says that the option is there)"
#endif

#if defined(__FAST_MATH__)
#line 1 "ctnn"
#warning "ctnn has other bits here than in constants, and finds no NaN in bad data: leave -ffast-math and -Ofast away"
#else
#if defined(__RECIPROCAL_MATH__)
#line 1 "ctnn"
#warning "ctnn has other bits here than in constants, as x / y becomes x * (1 / y): leave -freciprocal-math away"
#endif
#if defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__ > 0
#line 1 "ctnn"
#warning "ctnn finds no NaN and no infinity in bad data here: leave -ffinite-math-only and -ffast-math away"
#endif
#if defined(__NO_SIGNED_ZEROS__)
#line 1 "ctnn"
#warning "ctnn has other bits here than in constants, as zeros lose their signs: leave -fno-signed-zeros away"
#endif
#endif
#endif

#if defined(CTNN_STOPS)
#include <ctnn/config/missing_because_of_the_error_above.hpp>
#endif
