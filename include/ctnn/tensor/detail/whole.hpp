#pragma once

#include <cstddef>
#include <ctnn/tensor/shape.hpp>

namespace ctnn::tensor {

// The windows of a dense layer: one, which is the whole input (window_grid.hpp has others).
template <std::size_t Inputs>
struct whole {
    static constexpr std::size_t count = 1, size = Inputs, places = 1, input_size = Inputs;
    static constexpr bool is_whole = true;
    template <std::size_t Channels>
    using output_shape = shape<Channels>;

    template <class Run>
    [[gnu::always_inline]] static constexpr void for_each_run(std::size_t, Run const& run) {
        run(std::size_t{0}, std::size_t{0}, Inputs);
    }
    // (For windows that repeat this one. A dense layer copies no window.)
    template <std::size_t Width, class Scalar>
    [[gnu::always_inline]] static constexpr void gather(Scalar const* x, std::size_t, Scalar* to,
                                                        Scalar) {
        for (std::size_t i = 0; i < Inputs * Width; ++i)
            to[i] = x[i];
    }
    template <std::size_t Width, class Scalar>
    [[gnu::always_inline]] static constexpr void scatter_add(Scalar const* from, std::size_t,
                                                             Scalar* to) {
        for (std::size_t i = 0; i < Inputs * Width; ++i)
            to[i] += from[i];
    }
    static constexpr std::size_t input_of(std::size_t, std::size_t number) { return number; }
};

} // namespace ctnn::tensor
