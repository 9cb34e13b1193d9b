#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/detail/imported_value.hpp>
#include <ctnn/import/detail/layers/recurrent.hpp>

namespace ctnn::detail {

// What a layer with parameters needs of a file.
struct needed_layer {
    imported_layers layer = imported_layers::nothing;
    std::size_t index = 0;   // in the network
    std::size_t inputs = 0;  // of a layer with windows: channels of a group
    std::size_t outputs = 0; // of a recurrent layer: units
    std::size_t rank = 0;    // of the windows
    std::array<std::size_t, 2> kernel{};
    // Where the layer has a number for each of a row: where they lie in the file.
    std::array<imported_value::axis, imported_value::most_axes> axes{};
    std::size_t axis_count = 0;
    imported_recurrent::cells cell = imported_recurrent::cells::gru;
    // The direction backward of the layer before, which has the same name.
    bool is_backward = false;

    constexpr std::size_t most_tensors() const {
        switch (layer) {
        case imported_layers::batch_norm:
            return 5;
        case imported_layers::recurrent:
            return 4;
        case imported_layers::prelu:
            return 1;
        default:
            return 2;
        }
    }
};

} // namespace ctnn::detail
