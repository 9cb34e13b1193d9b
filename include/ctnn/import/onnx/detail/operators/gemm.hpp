#pragma once

#include <ctnn/import/onnx/detail/operators/dense.hpp>
#include <ctnn/import/onnx/detail/operators/elementwise.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>
#include <ctnn/math/is_finite.hpp>

namespace ctnn::onnx::detail {

// Gemm(x, weights, biases) = alpha x weights + beta biases.

constexpr bool read_gemm_weights(reader& r) {
    if (!r.takes_value_as(0))
        return r.refuse(problems::operand_is_not_in_the_file);
    if (r.integer("transA", 0) != 0)
        return r.refuse_attribute("transA");
    if (!r.value.is_along(r.value.rank - 1))
        return r.refuse(problems::shape_does_not_fit, r.value.size(),
                        r.value.dimensions[r.value.rank - 1]);
    tensor const* const matrix = r.weights(1, true);
    return matrix != nullptr && add_dense(r, *matrix, r.integer("transB", 0) != 0);
}
constexpr bool read_gemm_biases(reader& r, parameter_block& to) {
    if (!r.has_operand(2))
        return true;
    tensor const* const biases = r.weights(2);
    return biases != nullptr && r.broadcast(*biases, to);
}

// With alpha and beta of 1: what PyTorch makes of Linear.
constexpr bool read_gemm(reader& r) {
    if (r.number("alpha", 1) != 1)
        return r.refuse_attribute("alpha");
    if (r.number("beta", 1) != 1)
        return r.refuse_attribute("beta");
    return read_gemm_weights(r) && read_gemm_biases(r, r.last()->blocks[1]);
}

// With others, layers that scale, so that the weights stay those of the file: beta (alpha / beta x weights + biases).
constexpr bool read_scaled_gemm(reader& r) {
    float const alpha = r.number("alpha", 1);
    bool const has_biases = r.has_operand(2) && r.number("beta", 1) != 0;
    float const beta = has_biases ? r.number("beta", 1) : alpha;
    float const ratio = alpha == beta ? 1 : alpha / beta;
    if (!math::is_finite(alpha) || !math::is_finite(ratio))
        return r.refuse_attribute("alpha");
    if (!math::is_finite(beta))
        return r.refuse_attribute("beta");
    if (!read_gemm_weights(r) || (ratio != 1 && !add_factor(r, ratio)))
        return false;
    return (!has_biases || read_gemm_biases(r, r.last()->blocks[1])) &&
           (beta == 1 || add_factor(r, beta));
}

} // namespace ctnn::onnx::detail
