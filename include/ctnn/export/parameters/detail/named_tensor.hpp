#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/parameters/detail/stored_tensor.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// A tensor that is written.
struct named_tensor {
    std::size_t first_letter = 0; // of the name
    std::size_t letters = 0;
    std::size_t rank = 0;
    std::array<std::size_t, stored_tensor::most_dimensions> dimensions{};

    constexpr std::size_t size() const {
        std::size_t product = 1;
        for (std::size_t i = 0; i < rank; ++i)
            product *= dimensions[i];
        return product;
    }
};

// All of them, and what kind of numbers they have.
struct named_tensors {
    char const* letters;
    named_tensor const* all;
    std::size_t count;
    std::size_t number_size; // of float or double

    constexpr text_view name_of(std::size_t index) const {
        return {letters + all[index].first_letter, all[index].letters};
    }
    constexpr std::size_t bytes_of(std::size_t index) const {
        return all[index].size() * number_size;
    }
};

} // namespace ctnn::detail
