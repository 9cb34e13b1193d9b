#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>

namespace ctnn {

/// The first entry of a network's topology: how many numbers it takes in.
///
/// Shape:    Size numbers.
/// Gradient: none.
/// Cost:     none; it only names a size.
/// Errors:   input<0> does not make a network, and the message says so.
/// Source:   this library.
/// Example:  docs/examples/notebook_step.cpp
template <std::size_t Size>
struct input {
    static constexpr std::size_t size = Size;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
