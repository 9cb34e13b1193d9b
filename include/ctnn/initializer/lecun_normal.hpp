#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/math/sqrt.hpp>
#include <ctnn/random/mt19937.hpp>
#include <ctnn/random/normal.hpp>

namespace ctnn {

/// Weights drawn from a normal distribution of variance 1 / fan_in: keeps the variance of values the same through
/// layers. For selu. (Keras' cuts it off at two standard deviations.)
///
/// Shape:    a generator, fan_in and fan_out to one weight.
/// Cost:     one draw and one square root a weight.
/// Source:   Y. LeCun, L. Bottou, G. B. Orr, K.-R. Mueller, "Efficient BackProp", 1998.
/// Example:  tests/initializer/distributions.cpp
struct lecun_normal {
    static constexpr double draw(random::mt19937& generator, std::size_t fan_in, std::size_t) {
        return random::normal(generator, 0, math::sqrt(1.0 / static_cast<double>(fan_in)));
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
