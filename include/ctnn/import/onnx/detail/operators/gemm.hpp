#pragma once

#include <ctnn/import/onnx/detail/operators/dense.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>

namespace ctnn::onnx::detail {

// Gemm(x, weights, biases) = x weights + biases: what PyTorch makes of Linear.
constexpr bool read_gemm(reader& r) {
    if (!r.takes_value_as(0))
        return r.refuse(problems::operand_is_not_in_the_file);
    if (r.number("alpha", 1) != 1)
        return r.refuse_attribute("alpha");
    if (r.number("beta", 1) != 1)
        return r.refuse_attribute("beta");
    if (r.integer("transA", 0) != 0)
        return r.refuse_attribute("transA");
    if (!r.value.is_along(r.value.rank - 1))
        return r.refuse(problems::shape_does_not_fit, r.value.size(),
                        r.value.dimensions[r.value.rank - 1]);
    tensor const* const matrix = r.weights(1, true);
    if (matrix == nullptr || !add_dense(r, *matrix, r.integer("transB", 0) != 0))
        return false;
    if (!r.has_operand(2))
        return true;
    tensor const* const biases = r.weights(2);
    return biases != nullptr && r.broadcast(*biases, r.last()->blocks[1]);
}

} // namespace ctnn::onnx::detail
