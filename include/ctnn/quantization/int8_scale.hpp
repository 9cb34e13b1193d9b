#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/quantization/detail/dense_int8.hpp>
#include <type_traits>

namespace ctnn {

/// Which real number each 8-bit integer stands for: q stands for (q - zero) * step.
///
/// Shape:    step, its inverse and the integer that stands for 0. `quantized` takes a number or a std::array
///           of numbers, such as an input; `value` takes the integers.
/// Cost:     to quantize, one multiplication, one addition and four comparisons; back, one subtraction
///           and one multiplication.
/// Errors:   numbers beyond the ends become the first or the last integer; a NaN counts as 0.
/// Source:   B. Jacob et al., "Quantization and training of neural networks for efficient
///           integer-arithmetic-only inference", CVPR 2018, equation 1.
/// Example:  docs/examples/digits_int8.cpp
template <class Scalar>
struct int8_scale {
    Scalar step = Scalar(1);
    Scalar steps_per_unit = Scalar(1);
    std::int32_t zero = 0;

    // The nearest integer; ties go away from `zero`. (Of half steps, of which there are whole ones, one bit is cut off.)
    constexpr std::int8_t quantized(Scalar x) const {
        return static_cast<std::int8_t>(integer_of(x));
    }
    constexpr std::int32_t integer_of(Scalar x) const {
        std::int32_t const halves = half_steps(x);
        return quantization::detail::saturated<1>((halves + (halves >> 31)) + (1 + 2 * zero));
    }

    constexpr Scalar value(std::int8_t q) const { return static_cast<Scalar>(q - zero) * step; }

    // Each number of an array: of an input, or of a batch of inputs.
    template <class Number, std::size_t Size>
    constexpr auto quantized(std::array<Number, Size> const& numbers) const {
        std::array<decltype(quantized(numbers[0])), Size> q{};
        for (std::size_t i = 0; i < Size; ++i)
            q[i] = quantized(numbers[i]);
        return q;
    }
    template <class Integer, std::size_t Size>
    constexpr auto value(std::array<Integer, Size> const& integers) const {
        std::array<decltype(value(integers[0])), Size> numbers{};
        for (std::size_t i = 0; i < Size; ++i)
            numbers[i] = value(integers[i]);
        return numbers;
    }

    friend constexpr bool operator==(int8_scale const&, int8_scale const&) = default;

private:
    // Without the fraction; where there are too many to matter, as many as are beyond the ends.
    constexpr std::int32_t half_steps(Scalar x) const {
#if defined(__arm__) && defined(__ARM_FP) && (__ARM_FP & 4) != 0 && __ARM_ARCH >= 7
        if constexpr (std::is_same_v<Scalar, float>) {
            if (!std::is_constant_evaluated()) {
                float halves;
                asm("vmul.f32 %0, %1, %2\n\t"
                    "vcvt.s16.f32 %0, %0, #1"
                    : "=t"(halves)
                    : "t"(x), "t"(steps_per_unit));
                return __builtin_bit_cast(std::int32_t, halves);
            }
        }
#endif
        constexpr Scalar most = Scalar(1024);
        Scalar const number = x == x ? x * (steps_per_unit + steps_per_unit) : Scalar(0);
        Scalar const low = number < -most ? -most : number;
        return static_cast<std::int32_t>(low > most ? most : low);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
