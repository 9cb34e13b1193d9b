#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/random/mt19937.hpp>

namespace ctnn {

/// All weights zero, as the biases are. A hidden layer that starts so stays symmetric: its neurons
/// all learn the same.
///
/// Shape:    a generator, fan_in and fan_out to one weight.
/// Example:  tests/initializer/zeros.cpp
struct zeros {
    static constexpr double draw(random::mt19937&, std::size_t, std::size_t) { return 0; }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
