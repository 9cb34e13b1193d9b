#pragma once

#include <cstddef>

namespace ctnn::tensor {

// What follows from the runs of Windows, which are derived from this.
template <class Windows>
struct run_windows {
    // The numbers of a window, 0 or what is given where it is outside; Width of them for each number of the input.
    template <std::size_t Width = 1, class Scalar>
    [[gnu::always_inline]] static constexpr void gather(Scalar const* x, std::size_t window,
                                                        Scalar* to, Scalar outside = Scalar(0)) {
        if constexpr (Windows::is_padded)
            for (std::size_t i = 0; i < Windows::size * Width; ++i)
                to[i] = outside;
        Windows::for_each_run(window, [=](std::size_t into, std::size_t from, std::size_t length) {
            for (std::size_t i = 0; i < length * Width; ++i)
                to[into * Width + i] = x[from * Width + i];
        });
    }

    // Adds the numbers of a window to where they come from.
    template <std::size_t Width = 1, class Scalar>
    [[gnu::always_inline]] static constexpr void scatter_add(Scalar const* from, std::size_t window,
                                                             Scalar* to) {
        Windows::for_each_run(window, [=](std::size_t place, std::size_t into, std::size_t length) {
            for (std::size_t i = 0; i < length * Width; ++i)
                to[into * Width + i] += from[place * Width + i];
        });
    }

    // Which number of the input a window's number is, or `input_size` where that is outside.
    static constexpr std::size_t input_of(std::size_t window, std::size_t number) {
        std::size_t found = Windows::input_size;
        Windows::for_each_run(window, [&](std::size_t into, std::size_t from, std::size_t length) {
            if (into <= number && number < into + length)
                found = from + (number - into);
        });
        return found;
    }
};

} // namespace ctnn::tensor
