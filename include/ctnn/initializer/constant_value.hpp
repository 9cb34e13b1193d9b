#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/random/mt19937.hpp>

namespace ctnn {

/// All weights the same number. A hidden layer that starts so stays symmetric: its neurons all learn the same.
///
/// Shape:    a generator, fan_in and fan_out to one weight.
/// Errors:   a value that is not finite in a constant ends the build; at run time, the weights are that.
/// Source:   Keras' Constant, PyTorch's constant_.
/// Example:  tests/initializer/distributions.cpp
struct constant_value {
    double value = 0;

    constexpr bool is_valid() const { return math::is_finite(value); }

    constexpr double draw(random::mt19937&, std::size_t, std::size_t) const { return value; }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
