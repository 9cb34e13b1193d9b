#pragma once

#include <concepts>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/arm_vmla.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/tensor/detail/for_each_index.hpp>
#include <type_traits>
#include <utility>

// What a machine without vectors does with as many numbers as fit in its registers. Their indices are
// written out, so that each number is a variable of its own at every level of optimization. On a
// Cortex-M four numbers that follow each other are read or written by one instruction.

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

// Whether the machine has registers and instructions for a scalar, or software does its work.
#if defined(__arm__) && defined(__ARM_FP)
template <class Scalar>
inline constexpr bool is_in_hardware = (__ARM_FP & sizeof(Scalar)) !=
                                       0; // bits 2 and 3: 4 and 8 bytes
#elif defined(__riscv_flen)
template <class Scalar>
inline constexpr bool is_in_hardware = sizeof(Scalar) * 8 <= __riscv_flen;
#elif defined(__arm__) || defined(__riscv) || defined(__AVR__)
template <class Scalar>
inline constexpr bool is_in_hardware = false;
#else
template <class Scalar>
inline constexpr bool is_in_hardware = true;
#endif

// The types that take these forms at run time: numbers of the machine, where it has no vectors of them.
// Of what is written out clang makes vectors, also where these have other bits (32-bit NEON).
#if defined(__arm__) && defined(__ARM_NEON)
template <class Scalar>
concept goes_in_registers = false;
#else
template <class Scalar>
concept goes_in_registers = std::floating_point<Scalar> && !vectorizable<Scalar>;
#endif

// Those of them whose functions are written without a branch: the same instructions for all numbers.
// Where software does the work, it branches anyway, and to compute less is better.
template <class Scalar>
concept goes_without_branch = goes_in_registers<Scalar> && is_in_hardware<Scalar>;

// Those of them between which no instruction chooses: a RISC-V's.
template <class Scalar>
concept chooses_by_mask =
#if defined(__riscv)
    goes_without_branch<Scalar>;
#else
    false;
#endif

template <class Scalar>
inline constexpr std::size_t in_registers = is_in_hardware<Scalar> ? 16 : 4;

// A number of which the compiler does not know what it is.
template <class Values>
[[gnu::always_inline]] constexpr Values seen_anew(Values const& from) {
    Values x = from;
    if (std::is_constant_evaluated())
        return x;
#if defined(__arm__)
    if constexpr (is_in_hardware<Values>)
        asm("" : "+w"(x));
#elif defined(__riscv)
    if constexpr (is_in_hardware<Values>)
        asm("" : "+f"(x));
#endif
    return x;
}

// `condition` ? a : b, both of which are there already: the same instructions whatever the condition
// is. Without this, compilers compute only the one that is taken, after a branch.
template <class Values>
[[gnu::always_inline]] inline Values choose(bool condition, Values a, Values b) {
    if constexpr (chooses_by_mask<Values>) {
        using word = words_of<Values>;
        word mask = word{0} - word{condition};
        asm("" : "+r"(mask)); // or it would become a condition again
        word const x = __builtin_bit_cast(word, a), y = __builtin_bit_cast(word, b);
        return __builtin_bit_cast(Values, y ^ ((x ^ y) & mask));
    }
    a = seen_anew(a);
    b = seen_anew(b);
    return condition ? a : b;
}
template <class Condition, is_vector Values>
[[gnu::always_inline]] inline Values choose(Condition const& condition, Values const& a,
                                            Values const& b) {
    return condition ? a : b;
}

// The same for all times and scalars; without a branch only where the machine has one for it.
template <class Condition, class Values>
[[gnu::always_inline]] constexpr Values select(Condition const& condition, Values const& a,
                                               Values const& b) {
    if constexpr (goes_without_branch<Values>)
        if (!std::is_constant_evaluated())
            return choose(condition, a, b);
    return condition ? a : b;
}

using ctnn::detail::for_each_index;

// sums[i] += a b[i], and b goes on after them.
template <std::size_t Size, class Scalar>
[[gnu::always_inline]] inline void add_row(Scalar a, Scalar const*& b, Scalar* sums) {
#if defined(CTNN_ARM_VMLA)
    if constexpr (Size >= 4 && std::is_same_v<Scalar, float>) {
        asm("vldmia %4!, {s0-s3}\n\t"
            "vmla.f32 %0, %5, s0\n\t"
            "vmla.f32 %1, %5, s1\n\t"
            "vmla.f32 %2, %5, s2\n\t"
            "vmla.f32 %3, %5, s3"
            : "+t"(sums[0]), "+t"(sums[1]), "+t"(sums[2]), "+t"(sums[3]), "+r"(b)
            : "t"(a), "m"(*reinterpret_cast<Scalar const(*)[4]>(b))
            : "s0", "s1", "s2", "s3");
        return add_row<Size - 4>(a, b, sums + 4);
    } else if constexpr (Size == 3 && std::is_same_v<Scalar, float>) {
        asm("vldmia %3!, {s0-s2}\n\t"
            "vmla.f32 %0, %4, s0\n\t"
            "vmla.f32 %1, %4, s1\n\t"
            "vmla.f32 %2, %4, s2"
            : "+t"(sums[0]), "+t"(sums[1]), "+t"(sums[2]), "+r"(b)
            : "t"(a), "m"(*reinterpret_cast<Scalar const(*)[3]>(b))
            : "s0", "s1", "s2");
        return;
    }
#endif
    for_each_index<Size>([&](auto i) __attribute__((always_inline)) {
        sums[i] = multiply_add(a, b[i], sums[i]);
    });
    b += Size;
}

// m[i] += a b[i], and m goes on after them.
template <std::size_t Size, class Scalar>
[[gnu::always_inline]] inline void add_to_row(Scalar a, Scalar const* b, Scalar*& m) {
#if defined(CTNN_ARM_VMLA)
    if constexpr (Size >= 4 && std::is_same_v<Scalar, float>) {
        auto& row = *reinterpret_cast<Scalar(*)[4]>(m);
        asm("vldmia %1, {s0-s3}\n\t"
            "vmla.f32 s0, %2, %3\n\t"
            "vmla.f32 s1, %2, %4\n\t"
            "vmla.f32 s2, %2, %5\n\t"
            "vmla.f32 s3, %2, %6\n\t"
            "vstmia %1!, {s0-s3}"
            : "+m"(row), "+r"(m)
            : "t"(a), "t"(b[0]), "t"(b[1]), "t"(b[2]), "t"(b[3])
            : "s0", "s1", "s2", "s3");
        return add_to_row<Size - 4>(a, b + 4, m);
    }
#endif
    for_each_index<Size>([&](auto i) __attribute__((always_inline)) {
        m[i] = multiply_add(a, b[i], m[i]);
    });
    m += Size;
}

// m[i] -= rate (a b[i]), and m goes on after them.
template <std::size_t Size, class Scalar>
[[gnu::always_inline]] inline void subtract_from_row(Scalar rate, Scalar a, Scalar const* b,
                                                     Scalar*& m) {
#if defined(CTNN_ARM_VMLA)
    if constexpr (Size >= 4 && std::is_same_v<Scalar, float>) {
        auto& row = *reinterpret_cast<Scalar(*)[4]>(m);
        asm("vldmia %1, {s0-s3}\n\t"
            "vmul.f32 s4, %2, %4\n\t"
            "vmul.f32 s5, %2, %5\n\t"
            "vmul.f32 s6, %2, %6\n\t"
            "vmul.f32 s7, %2, %7\n\t"
            "vmls.f32 s0, %3, s4\n\t"
            "vmls.f32 s1, %3, s5\n\t"
            "vmls.f32 s2, %3, s6\n\t"
            "vmls.f32 s3, %3, s7\n\t"
            "vstmia %1!, {s0-s3}"
            : "+m"(row), "+r"(m)
            : "t"(a), "t"(rate), "t"(b[0]), "t"(b[1]), "t"(b[2]), "t"(b[3])
            : "s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7");
        return subtract_from_row<Size - 4>(rate, a, b + 4, m);
    }
#endif
    for_each_index<Size>([&](auto i) __attribute__((always_inline)) {
        m[i] = multiply_subtract(rate, a * b[i], m[i]);
    });
    m += Size;
}

// sums[i] = a[i] b[i] (or += where Adds), and a goes on after them.
template <bool Adds, std::size_t Size, class Scalar>
[[gnu::always_inline]] inline void add_products(Scalar const*& a, Scalar const*& b, Scalar* sums) {
#if defined(CTNN_ARM_VMLA)
    if constexpr (Size >= 4 && std::is_same_v<Scalar, float>) {
        auto const& left = *reinterpret_cast<Scalar const(*)[4]>(a);
        auto const& right = *reinterpret_cast<Scalar const(*)[4]>(b);
        if constexpr (Adds)
            asm("vldmia %4!, {s0-s3}\n\t"
                "vldmia %5!, {s4-s7}\n\t"
                "vmla.f32 %0, s0, s4\n\t"
                "vmla.f32 %1, s1, s5\n\t"
                "vmla.f32 %2, s2, s6\n\t"
                "vmla.f32 %3, s3, s7"
                : "+t"(sums[0]), "+t"(sums[1]), "+t"(sums[2]), "+t"(sums[3]), "+r"(a), "+r"(b)
                : "m"(left), "m"(right)
                : "s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7");
        else
            asm("vldmia %4!, {s0-s3}\n\t"
                "vldmia %5!, {s4-s7}\n\t"
                "vmul.f32 %0, s0, s4\n\t"
                "vmul.f32 %1, s1, s5\n\t"
                "vmul.f32 %2, s2, s6\n\t"
                "vmul.f32 %3, s3, s7"
                : "=&t"(sums[0]), "=&t"(sums[1]), "=&t"(sums[2]), "=&t"(sums[3]), "+r"(a), "+r"(b)
                : "m"(left), "m"(right)
                : "s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7");
        return add_products<Adds, Size - 4>(a, b, sums + 4);
    }
#endif
    for_each_index<Size>([&](auto i) __attribute__((always_inline)) {
        sums[i] = Adds ? multiply_add(a[i], b[i], sums[i]) : a[i] * b[i];
    });
    a += Size;
    b += Size;
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
