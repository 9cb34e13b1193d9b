#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/random/mt19937.hpp>
#include <ctnn/random/normal.hpp>

namespace ctnn {

/// Weights drawn from a normal distribution; one that is more than two deviations from the mean is drawn again. Their
/// standard deviation is then 0.8796 of `deviation`.
///
/// Shape:    a generator, fan_in and fan_out to one weight.
/// Cost:     1.05 draws a weight on average.
/// Errors:   a mean or a deviation that is not finite, or a negative deviation, in a constant ends the build. At run
///           time, weights are then NaN or infinite, and a negative deviation mirrors the distribution.
/// Source:   Keras' TruncatedNormal.
/// Example:  tests/initializer/distributions.cpp
struct truncated_normal {
    double mean = 0;
    double deviation = 0.05;

    constexpr bool is_valid() const {
        return math::is_finite(mean) && math::is_finite(deviation) && deviation >= 0;
    }

    constexpr double draw(random::mt19937& generator, std::size_t, std::size_t) const {
        double standard = random::normal(generator);
        while (standard < -2 || standard > 2)
            standard = random::normal(generator);
        return mean + deviation * standard;
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
