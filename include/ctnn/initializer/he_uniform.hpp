#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/math/sqrt.hpp>
#include <ctnn/random/mt19937.hpp>
#include <ctnn/random/uniform.hpp>

namespace ctnn {

/// Weights drawn evenly from [-a, a) with a = sqrt(6 / fan_in): keeps the variance of values the
/// same through layers that are half silent, as those of relu are.
///
/// Shape:    a generator, fan_in and fan_out to one weight.
/// Cost:     one draw and one square root a weight.
/// Source:   K. He, X. Zhang, S. Ren, J. Sun, "Delving deep into rectifiers", ICCV 2015,
///           equation 10.
/// Example:  tests/initializer/he_uniform.cpp
struct he_uniform {
    static constexpr double draw(random::mt19937& generator, std::size_t fan_in, std::size_t) {
        double const bound = math::sqrt(6.0 / static_cast<double>(fan_in));
        return random::uniform(generator, -bound, bound);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
