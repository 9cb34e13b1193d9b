#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <limits>
#include <utility>

// The least output of a network of one hidden layer of relus over a box, as a real function: it is linear
// between the planes on which neurons bend and the sides of the box, so it is least where as many of these
// as there are inputs meet. All such points are tried.

template <std::size_t Size>
bool solve(std::array<std::array<double, Size + 1>, Size> rows, std::array<double, Size>& x) {
    for (std::size_t i = 0; i < Size; ++i) {
        std::size_t pivot = i;
        for (std::size_t r = i; r < Size; ++r)
            if (std::fabs(rows[r][i]) > std::fabs(rows[pivot][i]))
                pivot = r;
        if (std::fabs(rows[pivot][i]) < 1e-12)
            return false;
        std::swap(rows[i], rows[pivot]);
        for (std::size_t r = 0; r < Size; ++r)
            if (double const factor = rows[r][i] / rows[i][i]; r != i)
                for (std::size_t c = i; c <= Size; ++c)
                    rows[r][c] -= factor * rows[i][c];
    }
    for (std::size_t i = 0; i < Size; ++i)
        x[i] = rows[i][Size] / rows[i][i];
    return true;
}

template <class Network, class Box>
double least_output(Network const& net, Box const& in) {
    constexpr std::size_t inputs = Network::input_size;
    constexpr std::size_t hidden = Network::template stage<0>::output_size;
    constexpr std::size_t planes = hidden + 2 * inputs;
    auto const& first = net.template layer<0>();
    auto const& last = net.template layer<1>();
    std::array<std::array<double, inputs + 1>, planes> all{}; // coefficients, and what they sum to
    for (std::size_t j = 0; j < hidden; ++j) {
        for (std::size_t i = 0; i < inputs; ++i)
            all[j][i] = static_cast<double>(first.weights.values[i * hidden + j]);
        all[j][inputs] = -static_cast<double>(first.biases[j]);
    }
    for (std::size_t i = 0; i < inputs; ++i) {
        all[hidden + 2 * i][i] = all[hidden + 2 * i + 1][i] = 1;
        all[hidden + 2 * i][inputs] = static_cast<double>(in.lower[i]);
        all[hidden + 2 * i + 1][inputs] = static_cast<double>(in.upper[i]);
    }
    double least = std::numeric_limits<double>::infinity();
    for (unsigned set = 0; set < 1u << planes; ++set) {
        std::array<std::array<double, inputs + 1>, inputs> chosen{};
        std::size_t count = 0;
        for (std::size_t p = 0; p < planes; ++p)
            if (set >> p & 1u) {
                if (count < inputs)
                    chosen[count] = all[p];
                ++count;
            }
        std::array<double, inputs> x{};
        if (count != inputs || !solve(chosen, x))
            continue;
        bool inside = true;
        for (std::size_t i = 0; i < inputs; ++i)
            inside = inside && x[i] >= static_cast<double>(in.lower[i]) - 1e-9 &&
                     x[i] <= static_cast<double>(in.upper[i]) + 1e-9;
        if (!inside)
            continue;
        double y = static_cast<double>(last.biases[0]);
        for (std::size_t j = 0; j < hidden; ++j) {
            double v = static_cast<double>(first.biases[j]);
            for (std::size_t i = 0; i < inputs; ++i)
                v += static_cast<double>(first.weights.values[i * hidden + j]) * x[i];
            y += static_cast<double>(last.weights.values[j]) * (v > 0 ? v : 0);
        }
        least = y < least ? y : least;
    }
    return least;
}
