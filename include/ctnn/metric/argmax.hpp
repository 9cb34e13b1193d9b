#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>

namespace ctnn {

/// The index of the largest value, the first one if there are several: the class that a network
/// chooses.
///
/// Shape:    N scalars to one index.
/// Cost:     N - 1 comparisons.
/// Errors:   NaN is never the largest; 0 where there is nothing else.
/// Example:  docs/examples/iris.cpp
template <class Scalar, std::size_t Size>
    requires(Size > 0)
constexpr std::size_t argmax(std::array<Scalar, Size> const& values) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < Size; ++i)
        if (values[i] > values[best] || (values[best] != values[best] && values[i] == values[i]))
            best = i;
    return best;
}

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
