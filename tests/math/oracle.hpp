#pragma once

// Compares a function with the exact values in oracle/*.hpp, in thousandths of a unit in the last
// place, in the compiler and at run time.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace oracle {

template <class Scalar>
using bits_of = std::conditional_t<sizeof(Scalar) == 8, std::uint64_t, std::uint32_t>;

template <class Scalar>
constexpr bits_of<Scalar> to_bits(Scalar x) {
    return std::bit_cast<bits_of<Scalar>>(x);
}

template <class Scalar>
struct row {
    using scalar = Scalar;
    bits_of<Scalar> argument;
    bits_of<Scalar> value; // the exact value, correctly rounded
    int excess;            // exact value minus rounded value, in thousandths of an ulp

    template <class Function>
    constexpr auto apply(Function function) const {
        return function(std::bit_cast<Scalar>(argument));
    }
};

// Of a function of two arguments.
template <class Scalar>
struct row_of_two {
    using scalar = Scalar;
    bits_of<Scalar> argument;
    bits_of<Scalar> second;
    bits_of<Scalar> value;
    int excess;

    template <class Function>
    constexpr auto apply(Function function) const {
        return function(std::bit_cast<Scalar>(argument), std::bit_cast<Scalar>(second));
    }
};

template <class Function, class Row, std::size_t Count>
constexpr std::array<typename Row::scalar, Count> evaluate(Function function,
                                                           Row const (&rows)[Count]) {
    std::array<typename Row::scalar, Count> results{};
    for (std::size_t i = 0; i < Count; ++i) {
        results[i] = rows[i].apply(function);
    }
    return results;
}

// The largest error of the results, in thousandths of an ulp. Bits of one sign count in ulps.
template <class Row, std::size_t Count>
constexpr std::int64_t largest_error(std::array<typename Row::scalar, Count> const& results,
                                     Row const (&rows)[Count]) {
    std::int64_t largest = 0;
    for (std::size_t i = 0; i < Count; ++i) {
        auto const steps = static_cast<std::int64_t>(to_bits(results[i])) -
                           static_cast<std::int64_t>(rows[i].value);
        if (steps > 1000 || steps < -1000) {
            return 1000000;
        }
        // One more step is away from zero, which is downwards for a negative value.
        bool const negative = (rows[i].value >> (8 * sizeof(typename Row::scalar) - 1)) != 0;
        std::int64_t const error = steps * 1000 - (negative ? -rows[i].excess : rows[i].excess);
        largest = error > largest ? error : -error > largest ? -error : largest;
    }
    return largest;
}

// How many of the results that the compiler found differ in any bit from those of the machine.
template <class Function, class Row, std::size_t Count>
std::size_t count_differences(Function function,
                              std::array<typename Row::scalar, Count> const& compiled,
                              Row const (&rows)[Count]) {
    auto const hide = [](auto x) {
        auto volatile hidden = x;
        return static_cast<decltype(x)>(hidden);
    };
    std::size_t differences = 0;
    for (std::size_t i = 0; i < Count; ++i) {
        auto const result = rows[i].apply([&](auto... x) { return function(hide(x)...); });
        differences += to_bits(result) != to_bits(compiled[i]);
    }
    return differences;
}

} // namespace oracle
