#pragma once

#include <cstddef>
#include <ctnn/import/onnx/detail/reader.hpp>

namespace ctnn::onnx::detail {

// A dense layer whose weights are a matrix of the file: [inputs][outputs], or, transposed, [outputs][inputs].
constexpr bool add_dense(reader& r, tensor const& matrix, bool is_transposed) {
    if (matrix.rank != 2)
        return r.refuse(problems::shape_does_not_fit, matrix.rank, 2);
    std::size_t const inputs = matrix.dimensions[is_transposed ? 1 : 0];
    std::size_t const outputs = matrix.dimensions[is_transposed ? 0 : 1];
    if (inputs != r.value.size())
        return r.refuse(problems::input_has_another_size, r.value.size(), inputs);
    imported_step* const step = r.add(imported_layers::dense);
    if (step == nullptr)
        return false;
    step->sizes[0] = outputs;
    // How they lie in the file.
    bool const by_outputs = is_transposed != matrix.is_transposed;
    parameter_block weights = r.block(matrix);
    imported_value const from = r.value.merged();
    constexpr std::size_t last = parameter_block::rank - 1;
    for (std::size_t i = 0; i < from.axis_count; ++i) {
        weights.extents[last - from.axis_count + i] = from.axes[i].extent;
        weights.strides[last - from.axis_count + i] =
            from.axes[i].stride * (by_outputs ? 1 : outputs);
    }
    weights.extents[last] = outputs;
    weights.strides[last] = by_outputs ? inputs : 1;
    step->blocks[0] = weights;
    step->blocks[1] = r.all(0, outputs);
    step->block_count = 2;
    r.value = imported_value::vector(outputs);
    return true;
}

} // namespace ctnn::onnx::detail
