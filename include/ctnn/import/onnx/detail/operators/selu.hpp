#pragma once

#include <ctnn/import/onnx/detail/operators/activations.hpp>
#include <ctnn/import/onnx/detail/operators/elementwise.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>

namespace ctnn::onnx::detail {

// The library's has the constants of the paper, which are the defaults of ONNX. With others it is gamma elu(x).
constexpr bool read_selu(reader& r) {
    constexpr float usual_alpha = 1.67326319217681884765625f,
                    usual_gamma = 1.05070102214813232421875f;
    float const alpha = r.number("alpha", usual_alpha), gamma = r.number("gamma", usual_gamma);
    if (alpha == usual_alpha && gamma == usual_gamma)
        return r.activate({imported_activations::selu});
    if (!math::is_finite(gamma))
        return r.refuse_attribute("gamma");
    return r.activate({imported_activations::elu, written_setting(alpha)}) && add_factor(r, gamma);
}

} // namespace ctnn::onnx::detail
