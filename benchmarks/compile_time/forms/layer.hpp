#pragma once

// 204,800 multiply-adds in constant evaluation: fifty times y = x M, M being 64x64. M is the
// orthogonal matrix of +-1/8 of J. J. Sylvester (1867), so every result is exact and after an even
// number of times x must be there again, whatever the order of the additions.

#include <array>
#include <bit>
#include <cstddef>
#include <ctnn/kernel/wide.hpp>
#include <utility>

constexpr std::size_t size = 64;
using values = std::array<double, size>;
using matrix = std::array<double, size * size>;
using columns = std::make_index_sequence<size>;

constexpr matrix sylvester = [] {
    matrix m{};
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j < size; ++j)
            m[i * size + j] = std::popcount(i & j) % 2 == 0 ? 0.125 : -0.125;
    return m;
}();

constexpr values start = [] {
    values x{};
    for (std::size_t i = 0; i < size; ++i)
        x[i] = static_cast<double>(i) - 20;
    return x;
}();

// A form is made from the matrix and has multiply(x, y). It is made anew for each constant; what a
// constant may cost is limited, so there are five of them. Each has an x of its own, for g++
// remembers calls.
template <class Form>
constexpr values add_one_and_multiply_ten_times(values x) {
    Form const form(sylvester);
    x[0] += 1;
    for (int i = 0; i < 10; ++i) {
        values y{};
        form.multiply(x, y);
        x = y;
    }
    return x;
}

template <class Form, int Count>
constexpr values constant = add_one_and_multiply_ten_times<Form>(constant<Form, Count - 1>);
template <class Form>
constexpr values constant<Form, 0> = start;

template <class Form>
constexpr bool is_right = [] {
    values expected = start;
    expected[0] += 5;
    return constant<Form, 5> == expected;
}();
