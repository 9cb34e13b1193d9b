#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>

namespace ctnn {

/// How the numbers between two layers are arranged: `shape<28, 28, 1>` is 28 rows of 28 places with one
/// channel each. The numbers lie one after the other, the last extent fastest, so channels come last.
///
/// Shape:    Extents... numbers, their product in all.
/// Cost:     none; it only names sizes.
/// Errors:   none; a network of an input without numbers does not compile.
/// Source:   this library; the order is that of numpy and Keras.
/// Example:  tests/tensor/shape.cpp
template <std::size_t... Extents>
struct shape {
    static constexpr std::size_t rank = sizeof...(Extents);
    static constexpr std::size_t size = (std::size_t{1} * ... * Extents);
    static constexpr std::array<std::size_t, rank> extents{Extents...};
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
