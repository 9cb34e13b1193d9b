#pragma once

// Fisher's iris flowers, from data/iris.csv to samples. All of it is constexpr, so the compiler
// can train on the flowers as well.

#include "iris_csv.hpp" // made by CMake from data/iris.csv: the file's text, as `iris_csv`

#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>

namespace iris {

using scalar = float;
using flower = ctnn::sample<std::array<scalar, 4>, std::array<scalar, 3>>;

inline constexpr std::size_t flowers = 150, trained = 120, unseen = flowers - trained;
inline constexpr std::array<char const*, 3> species{"setosa", "versicolor", "virginica"};

// The columns are decimal numbers without sign or exponent: the digits are an integer, and one
// division by a power of ten rounds it as well as can be.
constexpr scalar read_number(char const*& text) {
    scalar digits = 0, scale = 1;
    for (bool fraction = false; *text == '.' || (*text >= '0' && *text <= '9'); ++text) {
        if (*text == '.') {
            fraction = true;
        } else {
            digits = digits * 10 + static_cast<scalar>(*text - '0');
            scale = fraction ? scale * 10 : scale;
        }
    }
    ++text; // the comma or the end of the line
    return digits / scale;
}

constexpr std::array<flower, flowers> read(char const* text) {
    while (*text++ != '\n') // the names of the columns
        ;
    std::array<flower, flowers> all{};
    for (flower& one : all) {
        for (scalar& centimetres : one.input)
            centimetres = read_number(text);
        one.target[static_cast<std::size_t>(read_number(text))] = 1; // one-hot
    }
    return all;
}

struct split {
    std::array<flower, trained> training{};
    std::array<flower, unseen> test{};
};

// The file is sorted by species, so it is shuffled before it is split. Both parts are then put on
// one scale, with the mean and the deviation of the training part alone: the test part is unseen.
constexpr split prepare(std::array<flower, flowers> const& all) {
    split parts;
    ctnn::random::permutation const order(flowers, 2022, 0);
    for (std::size_t i = 0; i < flowers; ++i)
        (i < trained ? parts.training[i] : parts.test[i - trained]) = all[order(i)];
    for (std::size_t column = 0; column < 4; ++column) {
        scalar sum = 0, squares = 0;
        for (flower const& one : parts.training)
            sum += one.input[column];
        scalar const mean = sum / scalar{trained};
        for (flower const& one : parts.training)
            squares += (one.input[column] - mean) * (one.input[column] - mean);
        scalar const deviation = ctnn::math::sqrt(squares / scalar{trained});
        for (flower& one : parts.training)
            one.input[column] = (one.input[column] - mean) / deviation;
        for (flower& one : parts.test)
            one.input[column] = (one.input[column] - mean) / deviation;
    }
    return parts;
}

inline constexpr split data = prepare(read(iris_csv));

} // namespace iris
