#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/math/sqrt.hpp>
#include <ctnn/random/mt19937.hpp>
#include <ctnn/random/normal.hpp>

namespace ctnn {

/// Weights drawn from a normal distribution of variance 2 / (fan_in + fan_out): keeps the variance
/// of values and of gradients about the same from layer to layer. For tanh, sigmoid, softmax.
///
/// Shape:    a generator, fan_in and fan_out to one weight.
/// Cost:     one draw and one square root a weight.
/// Source:   X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward
/// neural
///           networks", AISTATS 2010, equation 12.
/// Example:  tests/initializer/glorot_normal.cpp
struct glorot_normal {
    static constexpr double draw(random::mt19937& generator, std::size_t fan_in,
                                 std::size_t fan_out) {
        return random::normal(generator, 0,
                              math::sqrt(2.0 / static_cast<double>(fan_in + fan_out)));
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
