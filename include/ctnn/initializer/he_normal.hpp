#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/math/sqrt.hpp>
#include <ctnn/random/mt19937.hpp>
#include <ctnn/random/normal.hpp>

namespace ctnn {

/// Weights drawn from a normal distribution of variance 2 / fan_in: keeps the variance of values
/// the same through layers that are half silent, as those of relu are.
///
/// Shape:    a generator, fan_in and fan_out to one weight.
/// Cost:     one draw and one square root a weight.
/// Source:   K. He, X. Zhang, S. Ren, J. Sun, "Delving deep into rectifiers", ICCV 2015,
///           equation 10.
/// Example:  tests/initializer/he_normal.cpp
struct he_normal {
    static constexpr double draw(random::mt19937& generator, std::size_t fan_in, std::size_t) {
        return random::normal(generator, 0, math::sqrt(2.0 / static_cast<double>(fan_in)));
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
