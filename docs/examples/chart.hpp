#pragma once

// The losses of the epochs as a chart of text, from the first epoch on the left to the last one.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>

template <class Scalar, std::size_t Epochs>
void print_chart(std::array<Scalar, Epochs> const& losses) {
    constexpr int rows = 8;
    constexpr std::size_t columns = std::min<std::size_t>(Epochs, 30);
    double const highest = static_cast<double>(*std::max_element(losses.begin(), losses.end()));
    std::printf("\nloss, epoch 1 to %zu\n", Epochs);
    for (int row = rows; row > 0; --row) {
        std::printf("%6.3f |", highest * row / rows);
        for (std::size_t column = 0; column < columns; ++column) {
            auto const loss = static_cast<double>(losses[column * Epochs / columns]);
            std::printf("%s", loss > highest * (row - 0.5) / rows ? " #" : "  ");
        }
        std::printf("\n");
    }
}
