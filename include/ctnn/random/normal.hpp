#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/math/log.hpp>
#include <ctnn/math/sqrt.hpp>
#include <ctnn/random/mt19937.hpp>
#include <ctnn/random/rand.hpp>

namespace ctnn::random {

namespace detail {

struct spare_normal {
    static constexpr double draw(mt19937& generator) noexcept {
        if (generator.has_spare_normal_) {
            generator.has_spare_normal_ = false;
            double const spare = generator.spare_normal_;
            generator.spare_normal_ = 0; // so that equal generators compare equal
            return spare;
        }
        double first = 0;
        double second = 0;
        double square = 0;
        do {
            first = 2.0 * rand(generator) - 1.0;
            second = 2.0 * rand(generator) - 1.0;
            square = first * first + second * second;
        } while (square >= 1.0 || square == 0.0);
        double const factor = math::sqrt(-2.0 * math::log(square) / square);
        generator.spare_normal_ = factor * first;
        generator.has_spare_normal_ = true;
        return factor * second;
    }
};

} // namespace detail

/// The next normally distributed number, as numpy's legacy `numpy.random.normal(mean, deviation)`.
///
/// The polar method makes two numbers at once; the second waits in the generator for the next call,
/// as in numpy. The draws are numpy's; the standard normal values agree with numpy's, which takes
/// the logarithm of the C library, to 3 units in the last place (97 of 100 are equal).
///
/// Shape:    a generator, a mean and a standard deviation (default 0 and 1) to one double.
/// Cost:     every second call 2.55 `rand` on average, one log, one sqrt and one division.
/// Errors:   none; a negative deviation mirrors the distribution (numpy refuses it).
/// Source:   Marsaglia and Bray, "A convenient method for generating normal variables", 1964.
/// Example:  tests/random/normal.cpp
constexpr double normal(mt19937& generator, double mean = 0.0, double deviation = 1.0) noexcept {
    return mean + deviation * detail::spare_normal::draw(generator);
}

} // namespace ctnn::random

#include <ctnn/config/epilogue.hpp>
