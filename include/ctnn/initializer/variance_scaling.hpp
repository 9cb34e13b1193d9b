#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/math/sqrt.hpp>
#include <ctnn/random/mt19937.hpp>
#include <ctnn/random/normal.hpp>
#include <ctnn/random/uniform.hpp>

namespace ctnn {

/// Weights of variance scale / fan, normally or evenly distributed around 0: all the other initializers with fans are
/// this with one scale. PyTorch's kaiming with a negative slope a is a scale of 2 / (1 + a a), its xavier with a gain g
/// one of g g and `modes::fan_average`.
///
/// Shape:    a generator, fan_in and fan_out to one weight.
/// Cost:     one draw and one square root a weight.
/// Errors:   a scale that is negative or not finite in a constant ends the build; at run time, the weights are NaN or
///           infinite.
/// Source:   Keras' VarianceScaling (its normal distribution is the untruncated one here); PyTorch's torch.nn.init.
/// Example:  tests/initializer/distributions.cpp
struct variance_scaling {
    enum class modes { fan_in, fan_out, fan_average };
    enum class distributions { normal, uniform };

    double scale = 1;
    modes mode = modes::fan_in;
    distributions distribution = distributions::normal;

    constexpr bool is_valid() const { return math::is_finite(scale) && scale >= 0; }

    constexpr double draw(random::mt19937& generator, std::size_t fan_in,
                          std::size_t fan_out) const {
        double const fan = mode == modes::fan_in    ? static_cast<double>(fan_in)
                           : mode == modes::fan_out ? static_cast<double>(fan_out)
                                                    : static_cast<double>(fan_in + fan_out) / 2;
        double const variance = scale / fan;
        if (distribution == distributions::normal)
            return random::normal(generator, 0, math::sqrt(variance));
        double const bound = math::sqrt(3 * variance);
        return random::uniform(generator, -bound, bound);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
