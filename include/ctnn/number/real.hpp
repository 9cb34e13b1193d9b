#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

namespace ctnn {

/// A number as a template argument, `basic_elu<0.5>`: not every supported compiler takes a plain
/// floating-point template argument, all of them take this.
///
/// Shape:    one double.
/// Example:  tests/activation/leaky_relu.cpp
struct real {
    double value;

    constexpr real(double number) : value(number) {}
    constexpr real(int number) : value(number) {} // clang 14 would not convert twice
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
