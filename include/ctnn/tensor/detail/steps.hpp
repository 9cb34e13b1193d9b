#pragma once

#include <array>
#include <cstddef>
#include <ctnn/tensor/shape.hpp>

// The first axis of a sequence is time: shape<20, 3> is 20 steps of shape<3>.

namespace ctnn::tensor {

template <std::size_t Steps, class Shape>
struct with_steps;
template <std::size_t Steps, std::size_t... Extents>
struct with_steps<Steps, shape<Extents...>> {
    using type = shape<Steps, Extents...>;
};

// A row is no sequence, and has no such members.
template <class Shape>
struct steps_of {};
template <std::size_t Steps, std::size_t First, std::size_t... Rest>
struct steps_of<shape<Steps, First, Rest...>> {
    static constexpr std::size_t count = Steps;
    using step = shape<First, Rest...>;
};
template <class Shape>
concept sequence = Shape::rank >= 2;

// Reads and writes one step of a sequence.
template <std::size_t Size, class Scalar, std::size_t All>
constexpr std::array<Scalar, Size> step_at(std::array<Scalar, All> const& all, std::size_t t) {
    std::array<Scalar, Size> one{};
    Scalar const* const from = all.data() + t * Size;
    for (std::size_t i = 0; i < Size; ++i)
        one.data()[i] = from[i];
    return one;
}
template <class Scalar, std::size_t Size, std::size_t All>
constexpr void put_step(std::array<Scalar, Size> const& one, std::size_t t,
                        std::array<Scalar, All>& all) {
    Scalar* const to = all.data() + t * Size;
    for (std::size_t i = 0; i < Size; ++i)
        to[i] = one.data()[i];
}

} // namespace ctnn::tensor
