#pragma once

#include <bit>
#include <cstdint>

namespace ctnn::detail {

// A natural number as long as the conversion of a decimal number to double needs: 769 digits,
// 5^1100, and either one shifted to 64 bits more than the other.
class big_integer {
public:
    constexpr big_integer() = default;

    explicit constexpr big_integer(std::uint64_t number) {
        for (; number != 0; number >>= 32)
            limbs_[size_++] = static_cast<std::uint32_t>(number);
    }

    constexpr bool is_zero() const { return size_ == 0; }

    constexpr int bits() const {
        return size_ == 0 ? 0 : 32 * size_ - std::countl_zero(limbs_[size_ - 1]);
    }

    constexpr void multiply_add(std::uint32_t factor, std::uint32_t addend) {
        std::uint64_t carry = addend;
        for (int i = 0; i != size_; ++i) {
            carry += std::uint64_t{limbs_[i]} * factor;
            limbs_[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        if (carry != 0)
            limbs_[size_++] = static_cast<std::uint32_t>(carry);
    }

    constexpr void multiply_by_power_of_5(int power) {
        for (; power >= 13; power -= 13)
            multiply_add(1220703125, 0); // 5^13
        std::uint32_t rest = 1;
        for (; power != 0; --power)
            rest *= 5;
        multiply_add(rest, 0);
    }

    constexpr void shift_left(int count) {
        int const limbs = count / 32;
        int const rest = count % 32;
        limbs_[size_ + limbs] = 0;
        for (int i = size_; i-- != 0;) {
            std::uint64_t const wide = std::uint64_t{limbs_[i]} << rest;
            limbs_[i + limbs + 1] |= static_cast<std::uint32_t>(wide >> 32);
            limbs_[i + limbs] = static_cast<std::uint32_t>(wide);
        }
        for (int i = 0; i != limbs; ++i)
            limbs_[i] = 0;
        size_ += limbs + (limbs_[size_ + limbs] != 0 ? 1 : 0);
    }

    // The highest 64 bits, the first of them set; `more` is whether there is a bit below.
    constexpr std::uint64_t top(bool& more) const {
        std::uint64_t high = 0;
        int const from = size_ > 2 ? size_ - 2 : 0;
        for (int i = size_; i-- != from;)
            high = high << 32 | limbs_[i];
        int const shift = std::countl_zero(high);
        high <<= shift;
        int rest = from;
        if (shift != 0 && from != 0) {
            --rest;
            high |= limbs_[rest] >> (32 - shift);
            more = static_cast<std::uint32_t>(limbs_[rest] << shift) != 0;
        }
        while (rest != 0 && !more)
            more = limbs_[--rest] != 0;
        return high;
    }

    // Divides by a number whose highest limb has its first bit set and that is greater than this
    // one / 2^64: gives the quotient and leaves the remainder. Knuth, The Art of Computer
    // Programming, volume 2, 4.3.1, algorithm D; an estimate that is too large is put right after.
    constexpr std::uint64_t divide(big_integer const& divisor) {
        int const length = divisor.size_;
        std::uint64_t const highest = divisor.limbs_[length - 1];
        while (size_ < length + 2)
            limbs_[size_++] = 0;
        std::uint64_t quotient = 0;
        for (int place = 1; place >= 0; --place) {
            std::uint32_t* const here = limbs_ + place;
            std::uint64_t const two = std::uint64_t{here[length]} << 32 | here[length - 1];
            std::uint64_t digit = two / highest;
            if (digit > 0xffffffff)
                digit = 0xffffffff;
            std::uint64_t carry = 0;
            for (int i = 0; i != length; ++i) {
                carry += digit * divisor.limbs_[i];
                std::uint32_t const low = static_cast<std::uint32_t>(carry);
                carry = (carry >> 32) + (here[i] < low ? 1 : 0);
                here[i] -= low;
            }
            bool negative = here[length] < carry;
            here[length] -= static_cast<std::uint32_t>(carry);
            for (; negative; --digit) {
                std::uint64_t sum = 0;
                for (int i = 0; i != length; ++i) {
                    sum += std::uint64_t{here[i]} + divisor.limbs_[i];
                    here[i] = static_cast<std::uint32_t>(sum);
                    sum >>= 32;
                }
                sum += here[length];
                here[length] = static_cast<std::uint32_t>(sum);
                negative = sum >> 32 == 0;
            }
            quotient = quotient << 32 | digit;
        }
        while (size_ != 0 && limbs_[size_ - 1] == 0)
            --size_;
        return quotient;
    }

private:
    int size_ = 0;
    std::uint32_t limbs_[88];
};

} // namespace ctnn::detail
