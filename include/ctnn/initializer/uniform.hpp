#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/math/abs.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/random/mt19937.hpp>
#include <ctnn/random/uniform.hpp>
#include <limits>

namespace ctnn {

/// Weights drawn evenly from [lower, upper).
///
/// Shape:    a generator, fan_in and fan_out to one weight.
/// Cost:     one draw a weight.
/// Errors:   bounds in the wrong order swap roles. Where one is a NaN or infinite, or their distance
///           is, so are the weights; in a constant, the build fails.
/// Source:   numpy.random.uniform of the legacy generator.
/// Example:  tests/initializer/uniform.cpp
struct uniform {
    double lower = -0.05;
    double upper = 0.05;

    // (The distance in halves, which cannot overflow.)
    constexpr bool is_valid() const {
        return math::is_finite(lower) && math::is_finite(upper) &&
               (math::abs)(upper / 2 - lower / 2) <= (std::numeric_limits<double>::max)() / 2;
    }

    constexpr double draw(random::mt19937& generator, std::size_t, std::size_t) const {
        return random::uniform(generator, lower, upper);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
