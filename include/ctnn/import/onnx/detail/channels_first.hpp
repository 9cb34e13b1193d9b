#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/onnx/detail/operators/shapes.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::onnx::detail {

// Whether the input is an image or a sequence with channels first in the file: the first node that tells is one that has
// channels in dimension 1.
constexpr bool has_channels_first(reader const& r) {
    if (r.value.rank < 3 || r.value.rank > 4)
        return false;
    span name = r.g.input.name;
    for (std::size_t i = 0; i < r.g.node_count; ++i) {
        std::size_t user = r.g.node_count;
        if (count_users(r.g, r.file, name, user) == 0)
            return false;
        for (text_view const one :
             std::array{text_view("Conv"), text_view("ConvTranspose"), text_view("MaxPool"),
                        text_view("AveragePool"), text_view("GlobalMaxPool"),
                        text_view("GlobalAveragePool"), text_view("Pad"), text_view("Resize"),
                        text_view("Upsample"), text_view("BatchNormalization"), text_view("PRelu")})
            if (r.is_operator(user, one))
                return true;
        // PyTorch's mean over places keeps the second dimension, Keras' the last.
        if (r.is_operator(user, "ReduceMean")) {
            reader reducing{r.file, r.file_size, r.g, r.operators, nullptr, 0};
            reducing.node_index = user;
            listed_axes axes;
            return find_axes(reducing, r.value.rank, axes) && axes.holds[r.value.rank - 1];
        }
        for (text_view const one :
             std::array{text_view("Flatten"), text_view("Reshape"), text_view("Transpose"),
                        text_view("Squeeze"), text_view("Unsqueeze"), text_view("Gemm"),
                        text_view("MatMul"), text_view("GRU"), text_view("LSTM"), text_view("RNN")})
            if (r.is_operator(user, one))
                return false;
        name = r.g.nodes[user].outputs[0];
    }
    return false;
}

} // namespace ctnn::onnx::detail
