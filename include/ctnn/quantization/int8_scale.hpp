#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

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

    // The nearest integer; ties go away from `zero`.
    constexpr std::int8_t quantized(Scalar x) const {
        constexpr Scalar most = Scalar(512);
        Scalar const steps = x == x ? x * steps_per_unit : Scalar(0);
        Scalar const low = steps < -most ? -most : steps;
        Scalar const within = low > most ? most : low;
        Scalar const half = within < Scalar(0) ? Scalar(-0.5) : Scalar(0.5);
        std::int32_t const q = static_cast<std::int32_t>(within + half) + zero;
        std::int32_t const at_least = q < -128 ? -128 : q;
        return static_cast<std::int8_t>(at_least > 127 ? 127 : at_least);
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
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
