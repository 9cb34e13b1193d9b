#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/bent.hpp>

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// The parametric rectified linear unit: x where x > 0, else slope x. It learns a slope for each channel, or for each number
/// of a row. Slopes start at 0.25.
///
/// Shape:    any -> the same; slopes[channel], the last extent.
/// Gradient: dL/dx = dL/dv where x > 0, else slope dL/dv; dL/dslope is the sum of x dL/dv over the channel's x that are not
///           above 0.
/// Cost:     a comparison and a multiplication for each number; a parameter for each channel.
/// Errors:   NaN gives NaN.
/// Source:   K. He et al., "Delving deep into rectifiers", ICCV 2015. As PyTorch's PReLU(num_parameters=channels), and
///           Keras' PReLU with shared_axes=[1, 2] after an image.
/// Example:  tests/layer/prelu.cpp
struct prelu {
    static constexpr char const* name = "prelu";

    template <concepts::scalar Scalar, class Shape>
    using bound = placed::bent<Scalar, Shape>;
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
