#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/onnx/detail/operators/sequence.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>

namespace ctnn::onnx::detail {

// A product that goes over the numbers of each step of a sequence.

constexpr bool is_over_steps(reader& r) {
    imported_value const& value = r.value;
    std::size_t const inputs = value.dimensions[value.rank - 1];
    return value.has_the_order_of_the_file() && is_sequence(r) && value.axes[0].stride == inputs &&
           value.axes[0].extent * inputs == value.size();
}

// The matrix is [inputs][outputs].
constexpr bool add_dense_over_time(reader& r, tensor const& matrix) {
    imported_value after = r.value;
    if (matrix.rank != 2)
        return r.refuse(problems::shape_does_not_fit, matrix.rank, 2);
    std::size_t const inputs = matrix.dimensions[0], outputs = matrix.dimensions[1];
    if (inputs != after.axes[0].stride)
        return r.refuse(problems::input_has_another_size, after.axes[0].stride, inputs);
    imported_step* const step = r.add(imported_layers::dense_over_time);
    if (step == nullptr)
        return false;
    step->sizes[0] = outputs;
    step->blocks[0] = r.block(matrix);
    step->blocks[0].extents = {1, 1, 1, inputs, outputs};
    step->blocks[0].strides =
        matrix.is_transposed ? std::array<std::size_t, parameter_block::rank>{0, 0, 0, 1, inputs}
                             : std::array<std::size_t, parameter_block::rank>{0, 0, 0, outputs, 1};
    step->blocks[1] = r.all(0, outputs);
    step->block_count = 2;
    after.dimensions[after.rank - 1] = outputs;
    after.axes[0].stride = outputs;
    after.axes[1] = {outputs, 1};
    after.axis_count = 2;
    after.is_split = false;
    r.value = after;
    return true;
}

} // namespace ctnn::onnx::detail
