#pragma once

#include <cstddef>
#include <ctnn/import/onnx/detail/operators/dense.hpp>
#include <ctnn/import/onnx/detail/operators/dense_over_time.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>

namespace ctnn::onnx::detail {

// MatMul(x, weights), or MatMul(weights, x), where x is a column.
constexpr bool read_product(reader& r) {
    bool const weights_first = !r.takes_value_as(0);
    tensor const* const matrix = r.weights(weights_first ? 0 : 1, true);
    if (matrix == nullptr)
        return false;
    // The dimension that the product is over.
    std::size_t const along = r.value.rank - (weights_first && r.value.rank > 1 ? 2 : 1);
    if (!r.value.is_along(along) && r.value.size() != 1)
        return r.refuse(problems::shape_does_not_fit, r.value.size(), r.value.dimensions[along]);
    imported_value after = r.value;
    if (!add_dense(r, *matrix, weights_first))
        return false;
    after.dimensions[along] = r.value.size();
    r.value.dimensions = after.dimensions;
    r.value.rank = after.rank;
    return true;
}

// The same, or a product of each step and the weights.
constexpr bool read_mat_mul(reader& r) {
    if (!r.takes_value_as(0) || !is_over_steps(r))
        return read_product(r);
    tensor const* const matrix = r.weights(1, true);
    return matrix != nullptr && add_dense_over_time(r, *matrix);
}

} // namespace ctnn::onnx::detail
