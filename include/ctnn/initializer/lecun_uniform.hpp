#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/math/sqrt.hpp>
#include <ctnn/random/mt19937.hpp>
#include <ctnn/random/uniform.hpp>

namespace ctnn {

/// Weights drawn evenly from [-a, a) with a = sqrt(3 / fan_in), whose variance is 1 / fan_in: keeps the variance
/// of values the same through layers. For selu.
///
/// Shape:    a generator, fan_in and fan_out to one weight.
/// Cost:     one draw and one square root a weight.
/// Source:   Y. LeCun, L. Bottou, G. B. Orr, K.-R. Mueller, "Efficient BackProp", 1998.
/// Example:  tests/initializer/distributions.cpp
struct lecun_uniform {
    static constexpr double draw(random::mt19937& generator, std::size_t fan_in, std::size_t) {
        double const bound = math::sqrt(3.0 / static_cast<double>(fan_in));
        return random::uniform(generator, -bound, bound);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
