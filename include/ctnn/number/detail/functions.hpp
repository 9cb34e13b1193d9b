#pragma once

#include <bit>
#include <cstdint>
#include <ctnn/number/detail/erf_table.hpp>
#include <ctnn/number/detail/word.hpp>

// The elementary functions of fixed_point, in integers alone: no table but erf's, no division, and as
// many steps for every number. Qn is a number of which n binary digits stand after the point. All
// products are those of two halves; what is added to them is kept in words. Constants of polynomials
// are those of Taylor's series, so they are quotients of integers.

namespace ctnn::number::detail {

template <int Half>
struct functions {
    using word = detail::word<Half>;
    using unsigned_word = detail::unsigned_word<Half>;

    // Exponents up to 31 fit before the point of a word in Qpoint.
    static constexpr int point = 2 * Half - 6;

    static constexpr word ln_2(int digits) {
        return static_cast<word>(((0xb17217f7d1cf79ab >> (63 - digits)) + 1) >> 1);
    }
    static constexpr word one(int digits) { return word{1} << digits; }
    // 1 / N in QHalf.
    template <word N>
    static constexpr word inverse = (one(Half + 1) / N + 1) / 2;

    // 2^exponent times significand, a number in Qpoint from 0.7 to 1.42.
    struct power {
        word significand;
        int exponent;

        // In Qdigits, to the nearest integer; at most 2^point.
        constexpr word rounded(int digits) const {
            int const wanted = point - digits - exponent;
            int const shift = lesser(greater(wanted, 1), point + 2);
            return (significand + (word{1} << (shift - 1))) >> shift;
        }
    };

    // exp of x in Qdigits. x = k ln 2 + r, |r| <= ln(2) / 2, exp(x) = 2^k (1 + r + r^2 q(r)); beyond
    // 23 the result is as good as 0 or as infinite for every format.
    static constexpr power exp(word x, int digits) {
        constexpr word log2_e = static_cast<word>(0xb8aa3b295c17f0bc >> (65 - Half)); // Q(Half - 2)
        word const most = word{23} << digits;
        word const y = greater(lesser(x, most), -most);
        int const unit = digits + Half - 2;
        word const k = (y * log2_e + one(unit - 1)) >> unit;
        word const r = y * one(point - digits) - k * ln_2(point);
        word const short_r = (r + one(point - Half - 1)) >> (point - Half);
        word const square = (short_r * short_r) >> Half;
        word q = 0;
        if constexpr (Half == 32) {
            q = inverse<3628800>;
            q = inverse<362880> + ((q * short_r) >> Half);
            q = inverse<40320> + ((q * short_r) >> Half);
            q = inverse<5040> + ((q * short_r) >> Half);
        }
        q = inverse<720> + ((q * short_r) >> Half);
        q = inverse<120> + ((q * short_r) >> Half);
        q = inverse<24> + ((q * short_r) >> Half);
        q = inverse<6> + ((q * short_r) >> Half);
        q = inverse<2> + ((q * short_r) >> Half);
        return {one(point) + r + ((q * square) >> (2 * Half - point)), static_cast<int>(k)};
    }

    // n / d in Q(2 Half - 1) for n <= d, both in QHalf and d from 1/2 to 1. Newton's steps to 1 / d,
    // of which the first begins with the line that is off by at most 1/17; the last one is taken on
    // the quotient itself, which has more digits.
    static constexpr unsigned_word quotient(unsigned_word n, unsigned_word d) {
        constexpr unsigned_word start = (unsigned_word{48} << (Half - 1)) / 17;
        constexpr unsigned_word slope = (unsigned_word{32} << (Half - 1)) / 17; // in Q(Half - 1)
        constexpr unsigned_word whole = unsigned_word{1} << (2 * Half - 1);
        unsigned_word inverse = start - ((slope * (d >> 1)) >> (Half - 1));
        for (int step = Half == 16 ? 2 : 3; step > 0; --step) {
            word const error = static_cast<word>(whole - d * inverse) >> Half;
            inverse +=
                static_cast<unsigned_word>((static_cast<word>(inverse) * error) >> (Half - 1));
        }
        word const error = static_cast<word>(whole - d * inverse) >> 3;
        unsigned_word const ratio = n * inverse;
        word const change = (static_cast<word>(ratio >> Half) * error) >> (Half - 4);
        return ratio + static_cast<unsigned_word>(change);
    }

    // A number in Q(2 Half - 1) to Qdigits.
    static constexpr word rounded(unsigned_word x, int digits) {
        int const shift = 2 * Half - 1 - digits;
        return static_cast<word>((x + (unsigned_word{1} << (shift - 1))) >> shift);
    }

    // exp(x) in QHalf, x <= 0.
    static constexpr unsigned_word decay(word x, int digits) {
        return static_cast<unsigned_word>(exp(x, digits).rounded(Half));
    }

    // tanh x = 1 - 2 e / (1 + e) with e = exp(-2 x), x >= 0.
    static constexpr word tanh(word x, int digits) {
        unsigned_word const e = decay(-x, digits - 1);
        unsigned_word const d = ((unsigned_word{1} << Half) + e + 1) >> 1;
        return rounded((unsigned_word{1} << (2 * Half - 1)) - quotient(e, d), digits);
    }

    // 1 / (1 + exp(-x)), x >= 0.
    static constexpr word logistic(word x, int digits) {
        unsigned_word const e = decay(-x, digits);
        unsigned_word const d = ((unsigned_word{1} << Half) + e + 1) >> 1;
        return rounded(quotient(unsigned_word{1} << (Half - 1), d), digits);
    }

    // ln v, v from 1 to 2^Half - 1 in Qdigits, from which m = v 2^-k between 1 and 2;
    // s = (m - 1) / (m + 1), ln m = 2 (s + s^3 / 3 + s^5 / 5 + ...).
    static constexpr word log(unsigned_word v, int digits) {
        int const zeros = std::countl_zero(v) - Half;
        unsigned_word const m = v << zeros;
        constexpr unsigned_word unit = unsigned_word{1} << (Half - 1);
        unsigned_word const ratio = quotient((m - unit + 1) >> 1, (m + unit + 1) >> 1);
        auto const s = static_cast<word>(ratio >> (Half - 1)); // in QHalf
        word const z = (s * s) >> Half;
        word p = 0;
        if constexpr (Half == 32) {
            p = inverse<23>;
            p = inverse<21> + ((p * z) >> Half);
            p = inverse<19> + ((p * z) >> Half);
            p = inverse<17> + ((p * z) >> Half);
            p = inverse<15> + ((p * z) >> Half);
            p = inverse<13> + ((p * z) >> Half);
        }
        p = inverse<11> + ((p * z) >> Half);
        p = inverse<9> + ((p * z) >> Half);
        p = inverse<7> + ((p * z) >> Half);
        p = inverse<5> + ((p * z) >> Half);
        p = inverse<3> + ((p * z) >> Half);
        word const rest = s * ((p * z) >> Half);
        word const ln_m =
            static_cast<word>(ratio >> (2 * Half - 2 - point)) + (rest >> (2 * Half - 1 - point));
        word const ln = ln_m + (Half - 1 - zeros - digits) * ln_2(point);
        return (ln + one(point - digits - 1)) >> (point - digits);
    }

    // The square root of x to the nearest integer; two digits of x for each of the root.
    static constexpr unsigned_word sqrt(unsigned_word x) {
        unsigned_word root = 0, rest = 0;
        for (int shift = 2 * Half - 2; shift >= 0; shift -= 2) {
            unsigned_word const next = root << 2 | 1;
            unsigned_word const left = (rest << 2 | ((x >> shift) & 3)) - next;
            unsigned_word const is_less = left >> (2 * Half - 1);
            rest = left + (next & (0U - is_less));
            root = root << 1 | (is_less ^ 1);
        }
        return root + (rest > root);
    }

    // erf x, x >= 0: a polynomial for each quarter, in u from -1 to 1.
    static constexpr word erf(word x, int digits) {
        word const most = one(digits) * 9 / 2;
        word const y = lesser(x, most - 1) * one(point - digits);
        word const quarter = y >> (point - 2);
        word const u = (y - quarter * one(point - 2) - one(point - 3)) >> (point - Half - 2);
        auto const& c = erf_table<Half>.quarters[quarter];
        word q = c.others[erf_degree<Half> - 1];
        for (int n = erf_degree<Half> - 2; n >= 0; --n)
            q = c.others[n] + ((q * u) >> (Half - 1));
        word const value = c.first + ((q * u) >> (2 * Half - point));
        return (value + one(point - digits - 1)) >> (point - digits);
    }
};

} // namespace ctnn::number::detail
