#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <ctnn/host/detail/enclosure.hpp>
#include <ctnn/host/detail/natural.hpp>
#include <ctnn/number/next_above.hpp>
#include <limits>
#include <utility>

namespace ctnn::host::detail {

// What a text says with decimals, +, -, * and /, exactly: numerator * 10^exponent / denominator. (The power of ten is
// kept apart so that sums of decimals do not grow.)
class rational {
public:
    rational() = default;
    rational(natural numerator, std::int64_t exponent, bool negative)
        : numerator_(std::move(numerator)), exponent_(numerator_.is_zero() ? 0 : exponent),
          negative_(negative && !numerator_.is_zero()) {}
    explicit rational(std::uint64_t number) : rational(natural(number), 0, false) {}

    // Of longer numbers than files have, arithmetic would take long.
    static constexpr std::size_t most_bits = 40'000;
    static constexpr std::int64_t most_exponent = 10'000;
    bool is_too_long() const {
        return (std::max)(numerator_.bits(), denominator_.bits()) > most_bits ||
               exponent_ > most_exponent || exponent_ < -most_exponent;
    }

    bool is_zero() const { return numerator_.is_zero(); }
    int sign() const { return is_zero() ? 0 : negative_ ? -1 : 1; }
    std::int64_t exponent() const { return exponent_; }
    rational denominator() const { return {denominator_, 0, false}; }
    static rational power_of_10(std::int64_t exponent) { return {natural(1), exponent, false}; }

    friend rational operator-(rational x) {
        x.negative_ = !x.negative_ && !x.is_zero();
        return x;
    }
    friend rational operator+(rational a, rational b) {
        if (a.is_zero() || b.is_zero())
            return a.is_zero() ? b : a;
        std::int64_t const exponent = (std::min)(a.exponent_, b.exponent_);
        a.lower_exponent(exponent), b.lower_exponent(exponent);
        if (a.denominator_ != b.denominator_) {
            a.numerator_ = a.numerator_ * b.denominator_;
            b.numerator_ = b.numerator_ * a.denominator_;
            a.denominator_ = a.denominator_ * b.denominator_;
        }
        if (a.negative_ == b.negative_) {
            a.numerator_ = a.numerator_ + b.numerator_;
        } else {
            if (a.numerator_ < b.numerator_) {
                (std::swap)(a.numerator_, b.numerator_);
                a.negative_ = !a.negative_;
            }
            a.numerator_.subtract(b.numerator_);
            if (a.is_zero())
                a = {};
        }
        return a;
    }
    friend rational operator*(rational a, rational const& b) {
        a.numerator_ = a.numerator_ * b.numerator_;
        if (a.is_zero())
            return {};
        a.denominator_ = a.denominator_ * b.denominator_;
        a.exponent_ += b.exponent_;
        a.negative_ = a.negative_ != b.negative_;
        return a;
    }
    // (b is not 0)
    friend rational operator/(rational const& a, rational const& b) {
        rational inverse(b.denominator_, -b.exponent_, b.negative_);
        inverse.denominator_ = b.numerator_;
        return a * inverse;
    }
    friend bool operator<(rational const& a, rational const& b) { return (a + -b).sign() < 0; }

    // The doubles next to it: the same one where it is one, else two neighbours, the upper one an infinity beyond all.
    enclosure enclosed() const {
        if (is_zero())
            return {};
        natural rest = numerator_, divisor = denominator_;
        (exponent_ < 0 ? divisor : rest)
            .multiply_by_power_of_10(static_cast<std::size_t>((std::abs)(exponent_)));
        // divisor <= rest < 2 divisor, and the quotient times two to power is the number.
        auto power = static_cast<int>(rest.bits()) - static_cast<int>(divisor.bits());
        (power > 0 ? divisor : rest).shift_left(static_cast<std::size_t>((std::abs)(power)));
        if (rest < divisor) {
            rest.shift_left(1);
            --power;
        }
        // The bits that a double has: 53, and none below 2^-1074.
        int const count = (std::min)(53, power + 1075);
        std::uint64_t significand = 0;
        for (int i = 0; i < count; ++i) {
            bool const bit = !(rest < divisor);
            significand = significand << 1 | (bit ? 1 : 0);
            if (bit)
                rest.subtract(divisor);
            rest.shift_left(1);
        }
        double low = std::ldexp(static_cast<double>(significand), power + 1 - (std::max)(count, 0));
        bool const is_exact = rest.is_zero();
        if (low > (std::numeric_limits<double>::max)())
            low = (std::numeric_limits<double>::max)();
        else if (is_exact)
            return negative_ ? enclosure{-low, -low} : enclosure{low, low};
        enclosure const ends{low, number::next_above(low)};
        return negative_ ? -ends : ends;
    }

private:
    void lower_exponent(std::int64_t to) {
        numerator_.multiply_by_power_of_10(static_cast<std::size_t>(exponent_ - to));
        exponent_ = to;
    }

    natural numerator_{}, denominator_{1};
    std::int64_t exponent_ = 0;
    bool negative_ = false;
};

} // namespace ctnn::host::detail
