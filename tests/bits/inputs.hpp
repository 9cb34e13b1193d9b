#pragma once

#include "digest.hpp"

namespace bits {

// Numbers to try, each made from random bits without any arithmetic that could round.
class inputs {
public:
    // `zero` is 0, but at run time the compiler does not know it and can compute nothing before.
    constexpr inputs(std::uint64_t seed, std::uint64_t zero) : state_{seed * 0x10001 ^ zero} {}

    constexpr std::uint64_t random_bits() { // splitmix64
        state_ += 0x9e3779b97f4a7c15;
        std::uint64_t bits = (state_ ^ (state_ >> 30)) * 0xbf58476d1ce4e5b9;
        bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
        return bits ^ (bits >> 31);
    }

    // Whole multiples of 2^-20 from -1 up to 1.
    template <class Scalar>
    constexpr Scalar weight() {
        auto const integer = static_cast<std::int32_t>(random_bits() >> 43) - 0x100000;
        return static_cast<Scalar>(integer) * Scalar(0x1p-20);
    }
    // Whole multiples of 2^-20 between 0 and 1, neither of them.
    template <class Scalar>
    constexpr Scalar probability() {
        auto const integer = static_cast<std::int32_t>(random_bits() >> 44) | 1;
        return static_cast<Scalar>(integer) * Scalar(0x1p-20);
    }
    template <class Scalar, std::size_t Size>
    constexpr std::array<Scalar, Size> weights() {
        std::array<Scalar, Size> values{};
        for (Scalar& value : values)
            value = weight<Scalar>();
        return values;
    }

    // Of either sign, from 2^lowest up to 2^(lowest + exponents).
    template <class Scalar>
    constexpr Scalar magnitude(int lowest, std::uint32_t exponents) {
        std::uint64_t const bits = random_bits();
        auto const exponent =
            static_cast<std::uint64_t>(lowest + bias<Scalar>) + ((bits & 0xffff) * exponents >> 16);
        return from_parts<Scalar>(bits, exponent);
    }
    // Below the normal numbers, mostly near their top, zero being possible.
    template <class Scalar>
    constexpr Scalar subnormal() {
        return from_parts<Scalar>(random_bits(), 0);
    }
    // Any pattern of bits: every exponent as likely as every other, infinities and NaNs too.
    template <class Scalar>
    constexpr Scalar any() {
        return std::bit_cast<Scalar>(static_cast<pattern_of<Scalar>>(random_bits()));
    }

private:
    template <class Scalar>
    static constexpr int bias = std::numeric_limits<Scalar>::max_exponent - 1;

    template <class Scalar>
    static constexpr Scalar from_parts(std::uint64_t bits, std::uint64_t exponent) {
        constexpr int stored = std::numeric_limits<Scalar>::digits - 1;
        constexpr int width = static_cast<int>(8 * sizeof(Scalar));
        std::uint64_t const sign = (bits >> 17) & 1;
        std::uint64_t const rest = (bits * 0x9e3779b97f4a7c15) >> (64 - stored);
        return std::bit_cast<Scalar>(
            static_cast<pattern_of<Scalar>>(sign << (width - 1) | exponent << stored | rest));
    }

    std::uint64_t state_;
};

} // namespace bits
