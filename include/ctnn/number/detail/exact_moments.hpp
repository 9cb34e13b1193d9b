#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/number/detail/word.hpp>

namespace ctnn::number::detail {

// The mean and the standard deviation of fixed-point numbers, from sums in integers that are rounded once: first `add` all
// of them, then `end_of_sum`, then `add_square` all of them. They are fewer than 2^32.
template <class Fixed>
class exact_moments {
public:
    constexpr void add(Fixed x) { sum_ += x.raw; }

    constexpr void end_of_sum(std::size_t count) {
        std::int64_t const parts = static_cast<std::int64_t>(count);
        std::int64_t quotient = sum_ / parts, rest = sum_ % parts;
        if (rest < 0)
            --quotient, rest += parts;
        if (2 * rest > parts || (2 * rest == parts && quotient % 2 != 0))
            ++quotient, rest -= parts;
        mean_ = quotient;
        rest_ = rest;
    }

    constexpr void add_square(Fixed x) {
        auto const distance = static_cast<std::uint64_t>(x.raw - mean_);
        std::uint64_t const square = distance * distance; // the right bits of it, as they are 64
        low_ += square & 0xffffffff;
        high_ += square >> 32;
    }

    constexpr Fixed mean() const {
        return Fixed::from_raw(static_cast<typename Fixed::storage>(mean_));
    }

    // At least one step where the numbers differ, and 1 where they do not: it is made to be divided by.
    constexpr Fixed deviation(std::size_t count) const {
        if (low_ == 0 && high_ == 0)
            return Fixed(1);
        // In steps it is v = sqrt((squares - rest^2 / count) / count). Of 4 v^2, a number of at most 64 bits, the whole
        // part says between which halves of steps v is.
        auto const parts = static_cast<std::uint64_t>(count);
        auto const distance = static_cast<std::uint64_t>(rest_);
        std::uint64_t const four_rests = 4 * distance * distance;
        std::uint64_t const less = four_rests / parts + (four_rests % parts != 0 ? 1 : 0);
        std::uint64_t low = 4 * (low_ & 0xffffffff);
        std::uint64_t high = 4 * (high_ + (low_ >> 32)) + (low >> 32);
        low &= 0xffffffff;
        low -= less & 0xffffffff;
        high -= (less >> 32) + (low >> 63); // (a borrow)
        low &= 0xffffffff;
        std::uint64_t const rest = (high % parts) << 32 | low;
        std::uint64_t const whole = (high / parts) << 32 | rest / parts;
        std::uint64_t const root = root_of(whole);
        std::uint64_t steps = (root + 1) / 2;
        // The even one of two, where v is in the middle of them.
        if (steps % 2 != 0 && root % 2 != 0 && root * root == whole && rest % parts == 0 &&
            four_rests % parts == 0)
            --steps;
        return Fixed::from_raw(
            saturate<typename Fixed::storage>(static_cast<std::int64_t>(steps == 0 ? 1 : steps)));
    }

private:
    // The integer whose square is at most x, and that of the next is above it.
    static constexpr std::uint64_t root_of(std::uint64_t x) {
        std::uint64_t root = 0, rest = 0;
        for (int shift = 62; shift >= 0; shift -= 2) {
            rest = rest << 2 | (x >> shift & 3);
            std::uint64_t const next = root << 2 | 1;
            root <<= 1;
            if (rest >= next)
                rest -= next, root |= 1;
        }
        return root;
    }

    std::int64_t sum_ = 0;
    std::int64_t mean_ = 0;
    std::int64_t rest_ = 0; // sum - count * mean
    std::uint64_t low_ = 0; // of the squares of the distances from the mean, in halves
    std::uint64_t high_ = 0;
};

} // namespace ctnn::number::detail
