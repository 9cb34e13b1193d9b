#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/random/mt19937.hpp>
#include <ctnn/random/uniform.hpp>

namespace ctnn {

/// Weights drawn evenly from [lower, upper).
///
/// Shape:    a generator, fan_in and fan_out to one weight.
/// Gradient: none.
/// Cost:     one draw a weight.
/// Errors:   none; bounds in the wrong order swap roles.
/// Source:   numpy.random.uniform of the legacy generator.
/// Example:  tests/initializer/uniform.cpp
struct uniform {
    double lower = -0.05;
    double upper = 0.05;

    constexpr double draw(random::mt19937& generator, std::size_t, std::size_t) const {
        return random::uniform(generator, lower, upper);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
