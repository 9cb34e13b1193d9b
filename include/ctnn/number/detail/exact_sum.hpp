#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/number/detail/sum_in_halves.hpp>
#include <ctnn/number/detail/word.hpp>
#include <limits>
#include <type_traits>

namespace ctnn::number::detail {

// An integer of 128 bits, as far as a sum of products of 32 bits needs one.
struct wide_integer {
    std::uint64_t low;
    std::int64_t high;

    [[gnu::always_inline]] constexpr wide_integer& operator+=(std::int64_t x) {
        auto const term = static_cast<std::uint64_t>(x);
        low += term;
        high += (x >> 63) + std::int64_t{low < term};
        return *this;
    }
};

[[gnu::always_inline]] constexpr std::int64_t round_shift(wide_integer x, int shift) {
    std::uint64_t const half = std::uint64_t{1} << (shift - 1);
    std::uint64_t const rest = x.low & (2 * half - 1);
    std::uint64_t low = x.low >> shift | static_cast<std::uint64_t>(x.high) << (64 - shift);
    std::int64_t high = x.high >> shift;
    std::uint64_t const up = rest + (low & 1) > half;
    low += up;
    high += std::int64_t{low < up};
    // The last number where there are more than 64 bits of it.
    std::int64_t const end = (high >> 63) ^ (std::numeric_limits<std::int64_t>::max)();
    auto const found = static_cast<std::int64_t>(low);
    return found ^ ((found ^ end) & ones_unless_zero(high ^ (found >> 63)));
}

// Whether 32 bits hold every sum of Terms products, a number and half a step.
template <int Bits, std::size_t Terms>
inline constexpr bool fits_in_32_bits = Bits <= 16 && Terms < (std::size_t{1} << 17) &&
                                        ((2 * std::uint64_t{Terms} + 1) << (2 * Bits - 3)) +
                                                (std::uint64_t{1} << Bits) <
                                            std::uint64_t{1} << 31;

#if defined(CTNN_ARM_SMLAL)
template <int Bits>
using sum_of_64_bits = std::conditional_t<Bits == 16, sum_in_halves, std::int64_t>;
#else
template <int>
using sum_of_64_bits = std::int64_t;
#endif

template <int Bits, std::size_t Terms>
using accumulator =
    std::conditional_t<fits_in_32_bits<Bits, Terms>, std::int32_t,
                       std::conditional_t<Bits == 32, wide_integer, sum_of_64_bits<Bits>>>;

// The sum of up to Terms products of fixed-point numbers, kept whole and rounded once: it does not
// depend on the order of its terms.
template <class Fixed, std::size_t Terms>
class exact_sum {
    using product = std::conditional_t<Fixed::bits == 32, std::int64_t, std::int32_t>;
    using accumulated = accumulator<Fixed::bits, Terms>;
    static constexpr bool is_in_halves = std::is_same_v<accumulated, sum_in_halves>;

public:
    constexpr exact_sum() = default;
    [[gnu::always_inline]] explicit constexpr exact_sum(Fixed first) { add(first); }

    [[gnu::always_inline]] constexpr void add(Fixed x) {
        sum_ += product{x.raw} * (product{1} << Fixed::fraction_bits);
    }
    [[gnu::always_inline]] constexpr void add_product(Fixed x, Fixed y) {
#if defined(CTNN_ARM_SMLAL)
        if constexpr (is_in_halves)
            if (!std::is_constant_evaluated())
                return sum_.add_bb(static_cast<std::uint32_t>(x.raw),
                                   static_cast<std::uint32_t>(y.raw));
#endif
        sum_ += product{x.raw} * product{y.raw};
    }

#if defined(CTNN_ARM_SMLAL)
    // Of pairs of numbers in words: the products of the lower ones and of the upper ones; and of two
    // columns of a matrix, those of x with a row's pair, one for each sum.
    [[gnu::always_inline]] void add_products(std::uint32_t x,
                                             std::uint32_t y) requires is_in_halves {
        sum_.add_both(x, y);
    }
    [[gnu::always_inline]] static void add_rows(std::uint32_t x, std::uint32_t first,
                                                std::uint32_t second, exact_sum& left,
                                                exact_sum& right) requires is_in_halves {
        left.sum_.add_bb(x, first);
        right.sum_.add_bt(x, first);
        left.sum_.add_bt(second, x);
        right.sum_.add_tt(x, second);
    }
#endif

    [[gnu::always_inline]] constexpr Fixed rounded() const {
        return Fixed::from_product(sum_);
    }

    // How many steps the rounded sum is from the nearer end of the format; below 0 where it is beyond,
    // and near `no_headroom` where it is too far to be told.
    static constexpr std::int64_t no_headroom = -(std::int64_t{1} << 62);
    constexpr std::int64_t headroom() const {
        using limits = std::numeric_limits<typename Fixed::storage>;
        constexpr std::int64_t reach = -no_headroom;
        std::int64_t const sum = round_shift(sum_, Fixed::fraction_bits);
        std::int64_t const bounded = sum < -reach ? -reach : sum > reach ? reach : sum;
        std::int64_t const above = bounded - (limits::min)(), below = (limits::max)() - bounded;
        return above < below ? above : below;
    }

    // part / sum, of numbers of which none is negative and which are not all 0.
    constexpr Fixed share(Fixed part) const {
        using word = std::conditional_t<Fixed::bits == 32 || (Terms >= 1U << 16), std::uint64_t,
                                        std::uint32_t>;
        word const dividend = static_cast<word>(part.raw) << Fixed::fraction_bits;
        word const total = static_cast<word>(whole(sum_));
        return Fixed::from_result(static_cast<std::int64_t>(divide(dividend, total)));
    }

    // sum / count, of numbers without products.
    constexpr Fixed mean(std::size_t count) const {
        std::int64_t const total = whole(sum_);
        std::uint64_t const parts = count == 0 ? 1 : count;
        auto const size = static_cast<std::int64_t>(
            divide(static_cast<std::uint64_t>(total < 0 ? -total : total), parts));
        return Fixed::from_result(total < 0 ? -size : size);
    }

private:
    // The sum in steps, without a fraction where only numbers were added.
    template <class Sum>
    static constexpr std::int64_t whole(Sum sum) {
        if constexpr (Fixed::bits == 32)
            return round_shift(sum, Fixed::fraction_bits);
        else
            return sum >> Fixed::fraction_bits;
    }

    accumulated sum_{};
};

} // namespace ctnn::number::detail
