#pragma once

#include <array>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/same_shapes.hpp>

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

// The join that adds up the branches, from the first one on. A single branch is passed on unchanged.
template <class Shape, class... Shapes>
struct sum {
    using output_shape = Shape;

    template <class At>
    using diagnosis = decltype(same_shapes<At, Shape, Shapes...>());

    // Number i of every branch goes into number i.
    template <std::size_t Branch>
    static constexpr std::size_t place(std::size_t i) {
        return i;
    }

    template <class Number, std::size_t Size, class... Others>
    static constexpr std::array<Number, Size> joined(std::array<Number, Size> const& first,
                                                     Others const&... others) {
        std::array<Number, Size> v{};
        for (std::size_t i = 0; i < Size; ++i)
            v[i] = (first[i] + ... + others[i]);
        return v;
    }
    template <std::size_t Branch, class Output, class... Outputs>
    static constexpr Output const& derivative(Output const& dv, Outputs const&...) {
        return dv;
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::placed
