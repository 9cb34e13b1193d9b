#pragma once

#include <cstddef>
#include <ctnn/import/onnx/detail/operators/activations.hpp>
#include <ctnn/import/onnx/detail/operators/channels.hpp>
#include <ctnn/import/onnx/detail/operators/elementwise.hpp>
#include <ctnn/import/onnx/detail/operators/shapes.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>

namespace ctnn::onnx::detail {

// The channels of the value, which are its dimension 1, are its last axis: else they are put there.
constexpr bool has_channels_last(reader& r) {
    if (r.value.rank == 2 && r.value.dimensions[0] == 1 && r.value.axis_count == 1)
        return true;
    return put_channels_last(r);
}

// BatchNormalization with the statistics of the file.
constexpr bool read_batch_normalization(reader& r) {
    if (r.integer("training_mode", 0) != 0)
        return r.refuse_attribute("training_mode");
    if (is_trained_by_attribute(r))
        return r.refuse_attribute("is_test");
    if (!has_channels_last(r))
        return false;
    std::size_t const channels = r.value.dimensions[1];
    imported_step* const step = r.add(imported_layers::batch_norm);
    if (step == nullptr)
        return false;
    step->setting = written_setting(r.number("epsilon", 1e-5f));
    if (!(step->setting >= 0 && math::is_finite(step->setting)))
        return r.refuse_attribute("epsilon");
    step->block_count = 4;
    for (std::size_t i = 0; i < 4; ++i) {
        tensor const* const t = r.weights(i + 1);
        if (t == nullptr || !r.for_channels(*t, channels, step->blocks[i]))
            return false;
        // (a variance)
        for (std::size_t k = 0;
             i == 3 && t->storage != tensor::storages::another_file && k < channels; ++k)
            if (r.number_at(*t, k) < 0)
                return r.refuse(problems::weights_give_no_finite_number);
    }
    return true;
}

// PRelu with a slope for each channel, or one for all. Before opset 7, slopes in a row are those of the channels.
constexpr bool read_p_relu(reader& r) {
    tensor const* const slopes = r.weights(1);
    if (slopes == nullptr)
        return false;
    bool const is_row_of_channels = r.g.opset < 7 && slopes->rank == 1 && slopes->size() > 1;
    if (!(is_row_of_channels ? has_channels_last(r) : settle_axes(r)))
        return false;
    imported_step* const step = r.add(imported_layers::prelu);
    if (step == nullptr)
        return false;
    step->block_count = 1;
    return is_row_of_channels ? r.for_channels(*slopes, r.value.dimensions[1], step->blocks[0])
                              : broadcast_channels(r, *slopes, step->blocks[0]);
}

} // namespace ctnn::onnx::detail
