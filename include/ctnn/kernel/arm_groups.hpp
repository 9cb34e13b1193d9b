#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/arm_vmla.hpp>

// Three or four floats that follow each other, by one instruction of a Cortex-M with a floating-point unit. It needs
// registers that follow each other, and only g++ lets a variable name its register.

#if defined(CTNN_ARM_VMLA) && !defined(__clang__)
#define CTNN_ARM_GROUPS

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

// The registers of group number Group, of Size floats.
template <std::size_t Group, std::size_t Size>
struct arm_group;

#define CTNN_ARM_GROUP(GROUP, A, B, C, D)                                                          \
    template <>                                                                                    \
    struct arm_group<GROUP, 4> {                                                                   \
        [[gnu::always_inline]] static void load(float const* from, float* to) {                    \
            register float a asm(A);                                                               \
            register float b asm(B);                                                               \
            register float c asm(C);                                                               \
            register float d asm(D);                                                               \
            asm("vldmia %4, {" A "-" D "}"                                                         \
                : "=t"(a), "=t"(b), "=t"(c), "=t"(d)                                               \
                : "r"(from), "m"(*reinterpret_cast<float const(*)[4]>(from)));                     \
            to[0] = a, to[1] = b, to[2] = c, to[3] = d;                                            \
        }                                                                                          \
        /* `to` goes on after them. */                                                             \
        [[gnu::always_inline]] static void store(float const* from, float*& to) {                  \
            register float a asm(A) = from[0];                                                     \
            register float b asm(B) = from[1];                                                     \
            register float c asm(C) = from[2];                                                     \
            register float d asm(D) = from[3];                                                     \
            auto& group = *reinterpret_cast<float(*)[4]>(to);                                      \
            asm("vstmia %1!, {" A "-" D "}"                                                        \
                : "=m"(group), "+r"(to)                                                            \
                : "t"(a), "t"(b), "t"(c), "t"(d));                                                 \
        }                                                                                          \
    };                                                                                             \
    template <>                                                                                    \
    struct arm_group<GROUP, 3> {                                                                   \
        [[gnu::always_inline]] static void load(float const* from, float* to) {                    \
            register float a asm(A);                                                               \
            register float b asm(B);                                                               \
            register float c asm(C);                                                               \
            asm("vldmia %3, {" A "-" C "}"                                                         \
                : "=t"(a), "=t"(b), "=t"(c)                                                        \
                : "r"(from), "m"(*reinterpret_cast<float const(*)[3]>(from)));                     \
            to[0] = a, to[1] = b, to[2] = c;                                                       \
        }                                                                                          \
        [[gnu::always_inline]] static void store(float const* from, float*& to) {                  \
            register float a asm(A) = from[0];                                                     \
            register float b asm(B) = from[1];                                                     \
            register float c asm(C) = from[2];                                                     \
            auto& group = *reinterpret_cast<float(*)[3]>(to);                                      \
            asm("vstmia %1!, {" A "-" C "}" : "=m"(group), "+r"(to) : "t"(a), "t"(b), "t"(c));     \
        }                                                                                          \
    };
CTNN_ARM_GROUP(0, "s0", "s1", "s2", "s3")
CTNN_ARM_GROUP(1, "s4", "s5", "s6", "s7")
CTNN_ARM_GROUP(2, "s8", "s9", "s10", "s11")
CTNN_ARM_GROUP(3, "s12", "s13", "s14", "s15")
CTNN_ARM_GROUP(4, "s16", "s17", "s18", "s19")
CTNN_ARM_GROUP(5, "s20", "s21", "s22", "s23")
#undef CTNN_ARM_GROUP

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel

#endif
