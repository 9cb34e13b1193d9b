#pragma once

#include <cstdint>

namespace ctnn::detail {

// Each half and each bfloat16 is a float, without rounding.

constexpr float float_of_bfloat(std::uint16_t bits) {
    return __builtin_bit_cast(float, static_cast<std::uint32_t>(bits) << 16);
}

// (By integers where it can be: some machines take subnormal floats for 0.)
constexpr float float_of_half(std::uint16_t bits) {
    std::uint32_t const sign = (bits & 0x8000u) << 16, exponent = bits >> 10 & 31u,
                        fraction = bits & 0x3ffu;
    if (exponent == 0) {
        float const subnormal = static_cast<float>(fraction) * 0x1p-24f;
        return sign != 0 ? -subnormal : subnormal;
    }
    std::uint32_t const other = exponent == 31 ? 255 : exponent + 112;
    return __builtin_bit_cast(float, sign | other << 23 | fraction << 13);
}

} // namespace ctnn::detail
