#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/random/mt19937.hpp>
#include <ctnn/random/rand.hpp>

namespace ctnn::random {

/// The next number between two bounds, as numpy's legacy `numpy.random.uniform(lower, upper)`.
///
/// Shape:    a generator and two bounds to one double in [lower, upper).
/// Cost:     one `rand`, one subtraction and one multiply-add, rounded separately.
/// Errors:   none; the sum may round up to `upper`, an overflowing difference gives infinity.
/// Source:   numpy's RandomState, lower + (upper - lower) rand().
/// Example:  tests/random/uniform.cpp
constexpr double uniform(mt19937& generator, double lower, double upper) noexcept {
    double const width = upper - lower;
    return lower + width * rand(generator);
}

} // namespace ctnn::random

#include <ctnn/config/epilogue.hpp>
