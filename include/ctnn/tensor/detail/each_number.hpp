#pragma once

#include <cstddef>

namespace ctnn::tensor {

// A window for each number of a shape. Number i has the block of weights i % Groups.
template <class Shape, std::size_t Groups>
struct each_number {
    static constexpr std::size_t groups = Groups, channels = 1;
    static constexpr std::size_t count = Shape::size, size = 1, places = 1;
    static constexpr std::size_t input_size = Shape::size;
    static constexpr bool is_whole = false;
    template <std::size_t>
    using output_shape = Shape;

    template <class Run>
    [[gnu::always_inline]] static constexpr void for_each_run(std::size_t window, Run const& run) {
        run(std::size_t{0}, window, std::size_t{1});
    }
    template <std::size_t Width = 1, class Scalar>
    [[gnu::always_inline]] static constexpr void gather(Scalar const* x, std::size_t window,
                                                        Scalar* to, Scalar = Scalar(0)) {
        for (std::size_t i = 0; i < Width; ++i)
            to[i] = x[window * Width + i];
    }
    template <std::size_t Width = 1, class Scalar>
    [[gnu::always_inline]] static constexpr void scatter_add(Scalar const* from, std::size_t window,
                                                             Scalar* to) {
        for (std::size_t i = 0; i < Width; ++i)
            to[window * Width + i] += from[i];
    }
    static constexpr std::size_t input_of(std::size_t window, std::size_t) { return window; }
};

} // namespace ctnn::tensor
