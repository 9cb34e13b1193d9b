#pragma once

#include <cstddef>
#include <ctnn/import/tflite/detail/reader.hpp>

namespace ctnn::tflite::detail {

// The weights are [outputs][inputs]. All numbers of the value are the input or, where the dimensions are kept, those of each
// step of a sequence.
constexpr bool read_fully_connected(reader& r) {
    tensor weights;
    if (!r.read_weights(1, weights))
        return false;
    if (!r.takes_value_as(0))
        return r.refuse(problems::operand_is_not_in_the_file);
    if (r.option(dense_fields::weights_format, 1) != 0)
        return r.refuse_option("weights_format", r.option(dense_fields::weights_format, 1));
    if (weights.rank != 2)
        return r.refuse(problems::shape_does_not_fit, weights.rank, 2);
    std::size_t const outputs = weights.dimensions[0], inputs = weights.dimensions[1];
    bool const is_row = inputs == r.value.size();
    bool const is_sequence = !is_row && r.option(dense_fields::keeps_dimensions, 1) != 0 &&
                             r.value.rank == 3 && inputs == r.value.last();
    if (!is_row && !is_sequence)
        return r.refuse(problems::input_has_another_size, r.value.size(), inputs);
    if (is_sequence && !r.take_dimensions())
        return false;
    imported_step* const step =
        r.add(is_row ? imported_layers::dense : imported_layers::dense_over_time);
    if (step == nullptr)
        return false;
    step->sizes[0] = outputs;
    step->blocks[0] = r.block(weights);
    step->blocks[0].extents = {1, 1, 1, inputs, outputs};
    step->blocks[0].strides = {0, 0, 0, 1, inputs};
    step->block_count = 2;
    if (!r.read_biases(2, outputs, step->blocks[1]))
        return false;
    if (is_sequence) {
        r.value.dimensions[2] = r.value.extents[1] = outputs;
    } else {
        r.value = {};
        r.value.dimensions = {1, outputs};
        r.value.rank = 2;
        r.value.put_extents();
    }
    return r.activate_fused(dense_fields::activation);
}

} // namespace ctnn::tflite::detail
