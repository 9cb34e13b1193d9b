#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/text/text_view.hpp>
#include <limits>
#include <type_traits>

// Numbers as text, in constants as well as at run time.

namespace ctnn::detail {

// Few characters, and how many.
struct number_text {
    char characters[32]{};
    std::size_t size = 0;

    constexpr void put(char c) { characters[size++] = c; }
    constexpr void put(text_view text) {
        for (char const c : text)
            put(c);
    }
    constexpr void put_integer(std::uint64_t number) {
        char digits[20]{};
        int count = 0;
        do
            digits[count++] = static_cast<char>('0' + number % 10);
        while ((number /= 10) != 0);
        while (count > 0)
            put(digits[--count]);
    }
    constexpr operator text_view() const { return {characters, size}; }
};

// A finite number that is not negative: fraction * 2^exponent, as it is stored.
struct binary_parts {
    std::uint64_t fraction;
    int exponent;
    bool is_lowest_of_its_power; // the number below is only half as far away as the one above
};

template <class T>
constexpr binary_parts parts_of(T value) {
    using limits = std::numeric_limits<T>;
    using bits = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
    constexpr int places = limits::digits - 1;
    constexpr std::uint64_t implied = std::uint64_t{1} << places;
    std::uint64_t const all = std::bit_cast<bits>(value) & (~bits{} >> 1);
    int const stored = static_cast<int>(all >> places);
    std::uint64_t const fraction = all & (implied - 1);
    constexpr int least = limits::min_exponent - 1 - places;
    return stored == 0
               ? binary_parts{fraction, least, false}
               : binary_parts{fraction | implied, least + stored - 1, fraction == 0 && stored > 1};
}

template <class T>
constexpr bool has_minus(T value) {
    using bits = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
    return std::bit_cast<bits>(value) >> (8 * sizeof(T) - 1) != 0;
}

// Puts what is no finite number, and a sign.
template <class T>
constexpr bool put_sign(T value, number_text& to) {
    if (value != value) {
        to.put(text_view("nan"));
        return false;
    }
    if (has_minus(value))
        to.put('-');
    if (!math::is_finite(value)) {
        to.put(text_view("inf"));
        return false;
    }
    return true;
}

// Exactly, as printf's %a: -0x1.8p+1 for -3.
constexpr number_text hexadecimal_text(double value) {
    number_text text;
    if (value == value && has_minus(value))
        text.put('-');
    text.put(text_view("0x"));
    if (!math::is_finite(value)) {
        text.put(value != value ? text_view("nan") : text_view("inf"));
        return text;
    }
    constexpr std::uint64_t implied = std::uint64_t{1} << 52;
    binary_parts const parts = parts_of(value);
    text.put(parts.fraction >= implied ? '1' : '0');
    if (std::uint64_t rest = parts.fraction % implied; rest != 0) {
        text.put('.');
        for (; rest != 0; rest = rest * 16 % implied)
            text.put("0123456789abcdef"[rest * 16 / implied]);
    }
    int const power = parts.fraction == 0 ? 0 : parts.exponent + 52;
    text.put('p');
    text.put(power < 0 ? '-' : '+');
    text.put_integer(static_cast<std::uint64_t>(power < 0 ? -power : power));
    return text;
}

// The decimal digits of number * 2^exponent, all of them, of which `after_point` are after the point.
class exact_digits {
public:
    constexpr exact_digits(std::uint64_t number, int exponent)
        : after_point(exponent < 0 ? -exponent : 0) {
        for (; number != 0; number /= base)
            limbs_[size_++] = static_cast<std::uint32_t>(number % base);
        // (factors below the base, so that what is carried is one limb)
        for (int twos = exponent; twos > 0; twos -= 29)
            multiply(std::uint32_t{1} << (twos < 29 ? twos : 29));
        for (int fives = -exponent; fives > 0; fives -= 12) {
            std::uint32_t factor = 1;
            for (int i = 0; i < 12 && i < fives; ++i)
                factor *= 5;
            multiply(factor);
        }
    }

    int after_point;

    constexpr int count() const { return 9 * size_; }
    // By its place from the right.
    constexpr int at(int place) const {
        std::uint32_t limb = place < count() ? limbs_[place / 9] : 0;
        for (int i = place % 9; i > 0; --i)
            limb /= 10;
        return static_cast<int>(limb % 10);
    }

private:
    static constexpr std::uint32_t base = 1'000'000'000;

    int size_ = 0;
    std::uint32_t limbs_[90]{}; // 4 * 2^1024, or 5^1076 times 55 bits

    constexpr void multiply(std::uint32_t factor) {
        std::uint64_t carry = 0;
        for (int i = 0; i < size_; ++i) {
            carry += std::uint64_t{limbs_[i]} * factor;
            limbs_[i] = static_cast<std::uint32_t>(carry % base);
            carry /= base;
        }
        if (carry != 0)
            limbs_[size_++] = static_cast<std::uint32_t>(carry);
    }
};

// The fewest decimal digits that T reads as the same number, those nearest to it: 0.digits * 10^exponent.
struct shortest_digits {
    unsigned char digits[20]{};
    int count = 0, exponent = 0;

    template <class T>
    constexpr explicit shortest_digits(T value) {
        binary_parts const parts = parts_of(value);
        std::uint64_t const four = 4 * parts.fraction;
        bool const is_even = parts.fraction % 2 == 0; // what lies in the middle is read as this one
        exact_digits const here(four, parts.exponent - 2);
        exact_digits const low(four - (parts.is_lowest_of_its_power ? 1 : 2), parts.exponent - 2);
        exact_digits const high(four + 2, parts.exponent - 2);
        int const all = high.count();
        // Of the digits taken so far: whether they are above those of `low`, and how many steps of the last
        // place they are below those of `high`, 2 standing for more.
        bool is_above_low = false;
        int difference = 0;
        int skipped = 0;
        for (int place = all - 1; place >= 0; --place) {
            int const digit = here.at(place);
            if (count == 0 && digit == 0 && high.at(place) == 0) {
                ++skipped;
                continue;
            }
            digits[count++] = static_cast<unsigned char>(digit);
            is_above_low = is_above_low || digit > low.at(place);
            difference = difference * 10 + high.at(place) - digit;
            difference = difference > 2 ? 2 : difference;
            bool const down = is_above_low || (is_even && has_zeros(low, place));
            bool const up =
                difference > 1 || (difference == 1 && (is_even || !has_zeros(high, place)));
            if (down || up) {
                bool const is_nearer_up = place > 0 && is_above_half(here, place, digit);
                if (up && (is_nearer_up || !down))
                    round_up();
                break;
            }
        }
        exponent = all - skipped - here.after_point + carried_;
        while (count > 1 && digits[count - 1] == 0)
            --count;
        int zeros = 0;
        while (zeros < count - 1 && digits[zeros] == 0)
            ++zeros;
        for (int i = zeros; i < count; ++i)
            digits[i - zeros] = digits[i];
        count -= zeros, exponent -= zeros;
    }

private:
    int carried_ = 0;

    static constexpr bool has_zeros(exact_digits const& digits_left, int places) {
        bool all = true;
        for (int i = 0; i < places; ++i)
            all = all && digits_left.at(i) == 0;
        return all;
    }
    // Whether what was not taken is more than half of the last place, or half of it and the digit odd.
    static constexpr bool is_above_half(exact_digits const& exact, int place, int digit) {
        int const next = exact.at(place - 1);
        return next > 5 || (next == 5 && (digit % 2 == 1 || !has_zeros(exact, place - 1)));
    }
    constexpr void round_up() {
        int i = count - 1;
        for (; i >= 0 && digits[i] == 9; --i)
            digits[i] = 0;
        if (i >= 0) {
            ++digits[i];
            return;
        }
        digits[0] = 1; // 9.99 becomes 10.0, of which no zero is needed
        count = 1, carried_ = 1;
    }
};

// As few digits as give the same number of T back, in the form of JSON and of C++: 0.1, -12.5, 1e-20.
template <class T>
constexpr number_text decimal_text(T value) {
    number_text text;
    if (!put_sign(value, text))
        return text;
    if (value == 0) {
        text.put('0');
        return text;
    }
    shortest_digits const shortest(value);
    auto const put = [&](int first, int end) {
        for (int i = first; i < end; ++i)
            text.put(static_cast<char>('0' + (i < shortest.count ? shortest.digits[i] : 0)));
    };
    if (shortest.exponent > 16 || shortest.exponent < -4) {
        put(0, 1);
        if (shortest.count > 1)
            text.put('.');
        put(1, shortest.count);
        int const power = shortest.exponent - 1;
        text.put('e');
        if (power < 0)
            text.put('-');
        text.put_integer(static_cast<std::uint64_t>(power < 0 ? -power : power));
    } else if (shortest.exponent <= 0) {
        text.put(text_view("0."));
        for (int i = shortest.exponent; i < 0; ++i)
            text.put('0');
        put(0, shortest.count);
    } else {
        put(0, shortest.exponent);
        if (shortest.count > shortest.exponent)
            text.put('.');
        put(shortest.exponent, shortest.count);
    }
    return text;
}

} // namespace ctnn::detail
