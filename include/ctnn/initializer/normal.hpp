#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/random/mt19937.hpp>
#include <ctnn/random/normal.hpp>

namespace ctnn {

/// Weights drawn from a normal distribution.
///
/// Shape:    a generator, fan_in and fan_out to one weight.
/// Cost:     one draw a weight.
/// Errors:   a mean or a deviation that is not finite, or a negative deviation, in a constant ends the build. At run
///           time, weights are then NaN or infinite, and a negative deviation mirrors the distribution.
/// Source:   numpy.random.normal of the legacy generator.
/// Example:  tests/initializer/distributions.cpp
struct normal {
    double mean = 0;
    double deviation = 0.05;

    constexpr bool is_valid() const {
        return math::is_finite(mean) && math::is_finite(deviation) && deviation >= 0;
    }

    constexpr double draw(random::mt19937& generator, std::size_t, std::size_t) const {
        return random::normal(generator, mean, deviation);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
