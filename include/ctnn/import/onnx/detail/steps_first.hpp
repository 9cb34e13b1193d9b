#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/onnx/detail/attribute.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::onnx::detail {

constexpr bool is_recurrent(reader const& r, std::size_t index) {
    return r.is_operator(index, "GRU") || r.is_operator(index, "LSTM") ||
           r.is_operator(index, "RNN");
}
constexpr bool has_recurrent_operator(reader const& r) {
    for (std::size_t i = 0; i < r.g.node_count; ++i)
        if (is_recurrent(r, i))
            return true;
    return false;
}
// Whether the input, of three dimensions, reaches a recurrent operator that takes the steps before the batch, through nodes
// that leave the dimensions where they are.
constexpr bool has_steps_first(reader const& r) {
    if (r.g.input.rank != 3)
        return false;
    span name = r.g.input.name;
    for (std::size_t i = 0; i < r.g.node_count; ++i) {
        std::size_t user = r.g.node_count;
        if (count_users(r.g, r.file, name, user) == 0)
            return false;
        if (is_recurrent(r, user))
            return find_attribute(r.file, r.g.nodes[user], "layout").integer == 0;
        for (text_view const moves :
             std::array{text_view("Transpose"), text_view("Reshape"), text_view("Flatten"),
                        text_view("Squeeze"), text_view("Unsqueeze"), text_view("Conv")})
            if (r.is_operator(user, moves))
                return false;
        name = r.output_of(user);
    }
    return false;
}

} // namespace ctnn::onnx::detail
