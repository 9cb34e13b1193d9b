#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/tflite/detail/graph.hpp>

namespace ctnn::tflite::detail {

// The numbers between two operators: their dimensions in the file, with a batch of 1 first, and in the network. Both have
// the channels last and so the same order; where the network needs the dimensions of the file, it reshapes.
struct value {
    static constexpr std::size_t most_extents = most_dimensions - 1;

    std::array<std::size_t, most_dimensions> dimensions{};
    std::size_t rank = 0;
    std::array<std::size_t, most_extents> extents{};
    std::size_t extent_count = 0;

    constexpr std::size_t size() const {
        std::size_t product = 1;
        for (std::size_t i = 0; i < rank; ++i)
            product *= dimensions[i];
        return product;
    }
    constexpr bool is_too_large() const {
        std::size_t product = 1;
        for (std::size_t i = 0; i < rank; ++i) {
            if (product > most_numbers / dimensions[i])
                return true;
            product *= dimensions[i];
        }
        return false;
    }
    constexpr std::size_t last() const { return dimensions[rank - 1]; }
    // The network's extents are the file's dimensions without the batch, or all of a single one.
    constexpr void put_extents() {
        std::size_t const batch = rank > 1 ? 1 : 0;
        extent_count = rank - batch;
        for (std::size_t i = 0; i < extent_count; ++i)
            extents[i] = dimensions[i + batch];
    }
    constexpr bool has_extents() const {
        value other = *this;
        other.put_extents();
        return extent_count == other.extent_count && extents == other.extents;
    }
};

} // namespace ctnn::tflite::detail
