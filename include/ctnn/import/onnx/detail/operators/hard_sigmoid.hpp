#pragma once

#include <cstddef>
#include <ctnn/import/onnx/detail/operators/elementwise.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>
#include <ctnn/math/is_finite.hpp>

namespace ctnn::onnx::detail {

// max(0, min(1, slope x + offset)). With a slope of 1/6, as PyTorch and Keras 3 have it, it is an activation of the library;
// with another one, such as the 0.2 of ONNX and of older Keras, a layer that scales and a clamp.
constexpr bool read_hard_sigmoid(reader& r) {
    float const slope = r.number("alpha", 0.2f), offset = r.number("beta", 0.5f);
    if (slope > 0.1666665f && slope < 0.1666668f && offset == 0.5f)
        return r.activate({imported_activations::hard_sigmoid});
    if (!math::is_finite(slope))
        return r.refuse_attribute("alpha");
    if (!math::is_finite(offset))
        return r.refuse_attribute("beta");
    return add_factor(r, slope, offset) && r.activate({imported_activations::clamp, 0, 1});
}

} // namespace ctnn::onnx::detail
