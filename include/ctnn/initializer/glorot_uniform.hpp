#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/math/sqrt.hpp>
#include <ctnn/random/mt19937.hpp>
#include <ctnn/random/uniform.hpp>

namespace ctnn {

/// Weights drawn evenly from [-a, a) with a = sqrt(6 / (fan_in + fan_out)): keeps the variance of
/// values and of gradients about the same from layer to layer. For tanh, sigmoid, softmax.
///
/// Shape:    a generator, fan_in and fan_out to one weight.
/// Cost:     one draw and one square root a weight.
/// Source:   X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward
/// neural
///           networks", AISTATS 2010, equation 16.
/// Example:  tests/initializer/glorot_uniform.cpp
struct glorot_uniform {
    static constexpr double draw(random::mt19937& generator, std::size_t fan_in,
                                 std::size_t fan_out) {
        double const bound = math::sqrt(6.0 / static_cast<double>(fan_in + fan_out));
        return random::uniform(generator, -bound, bound);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
