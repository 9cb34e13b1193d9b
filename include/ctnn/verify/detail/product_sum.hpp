#pragma once

#include <bit>
#include <cstdint>

namespace ctnn::verify::detail {

// A sum of products of two finite doubles, every bit of it: what is 0 is 0, and what is not has a sign.
// (U. Kulisch, "Computer arithmetic and validity", 2008: a register of fixed point as wide as all products.)
class product_sum {
public:
    constexpr void add(double a, double b = 1) {
        number const x(a), y(b);
        bool const negative = x.negative != y.negative;
        int const place = x.exponent + y.exponent - 2 * least;
        for (int i = 0; i < 2; ++i)
            for (int j = 0; j < 2; ++j)
                add_bits(x.half(i) * y.half(j), place + 32 * (i + j), negative);
    }

    // -1, 0 or 1.
    constexpr int sign() const { return magnitude().sign; }

    // The double next to it on the side of 0.
    constexpr double toward_0() const {
        register_bits const bits = magnitude();
        if (bits.sign == 0)
            return 0;
        int top = size - 1;
        while (bits.limbs[top] == 0)
            --top;
        int const highest =
            32 * top +
            static_cast<int>(std::bit_width(static_cast<std::uint32_t>(bits.limbs[top]))) - 1;
        // The lowest bit that a double has: 53 of them, none below 2^least.
        int const lowest = highest - 52 > -least ? highest - 52 : -least;
        if (highest < lowest)
            return 0;
        std::uint64_t significand = 0;
        for (int place = highest; place >= lowest; --place)
            significand = significand << 1 |
                          (static_cast<std::uint64_t>(bits.limbs[place / 32]) >> (place % 32) & 1);
        // A significand of all 53 bits adds one to the exponent, where it belongs.
        auto const exponent = static_cast<std::uint64_t>(lowest + least);
        constexpr auto infinity = std::uint64_t{0x7ff} << 52;
        std::uint64_t const word = (exponent << 52) + significand;
        double const value = std::bit_cast<double>(word < infinity ? word : infinity - 1);
        return bits.sign < 0 ? -value : value;
    }

private:
    static constexpr int least = -1074; // the exponent of the last bit of a double
    // 2 * 1074 bits below 1, 2 * 1024 above, and 32 for carries.
    static constexpr int size = (2 * 1074 + 2 * 1024) / 32 + 2;

    struct number {
        std::uint64_t significand;
        int exponent;
        bool negative;

        explicit constexpr number(double x) {
            auto const bits = std::bit_cast<std::uint64_t>(x);
            auto const biased = static_cast<int>(bits >> 52 & 0x7ff);
            significand = (bits & ((std::uint64_t{1} << 52) - 1)) |
                          (biased == 0 ? 0 : std::uint64_t{1} << 52);
            exponent = least + (biased == 0 ? 0 : biased - 1);
            negative = bits >> 63 != 0;
        }
        constexpr std::uint64_t half(int i) const {
            return i == 0 ? significand & 0xffffffff : significand >> 32;
        }
    };
    // Limbs of 32 bits each, from the lowest, and the sign of all.
    struct register_bits {
        std::int64_t limbs[size]{};
        int sign = 0;
    };

    constexpr void add_bits(std::uint64_t bits, int place, bool negative) {
        if (bits == 0)
            return;
        int const limb = place / 32, shift = place % 32;
        std::uint64_t const low = bits & 0xffffffff, high = bits >> 32;
        put(limb, low << shift & 0xffffffff, negative);
        put(limb + 1, low << shift >> 32, negative);
        put(limb + 1, high << shift & 0xffffffff, negative);
        put(limb + 2, high << shift >> 32, negative);
    }
    // (a limb has room for 2^31 of these)
    constexpr void put(int limb, std::uint64_t bits, bool negative) {
        if (bits != 0)
            limbs_[limb] +=
                negative ? -static_cast<std::int64_t>(bits) : static_cast<std::int64_t>(bits);
    }

    constexpr register_bits magnitude() const {
        register_bits result = carried(1);
        if (result.sign < 0) {
            result = carried(-1);
            result.sign = -1;
        }
        return result;
    }
    constexpr register_bits carried(int factor) const {
        register_bits result;
        std::int64_t carry = 0;
        bool any = false;
        for (int i = 0; i < size; ++i) {
            std::int64_t const sum = factor * limbs_[i] + carry;
            carry = sum >> 32;
            result.limbs[i] = sum & 0xffffffff;
            any = any || result.limbs[i] != 0;
        }
        result.sign = carry < 0 ? -1 : any ? 1 : 0;
        return result;
    }

    std::int64_t limbs_[size]{};
};

} // namespace ctnn::verify::detail
