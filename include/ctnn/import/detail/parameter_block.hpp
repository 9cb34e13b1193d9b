#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace ctnn::detail {

// Numbers of a model file in the order in which a layer has them: a loop over extents, the last one fastest, that steps
// through the file. Transposing a matrix, turning channels around and picking a gate are other strides, nothing else.
struct parameter_block {
    static constexpr std::size_t rank = 5;
    enum class sources : unsigned char { constant, floats, doubles };

    sources source = sources::constant;
    bool in_another_file = false;
    float constant = 0;    // each number, where the file has none
    std::size_t first = 0; // byte where the number with all indices 0 lies
    std::array<std::size_t, rank> extents{1, 1, 1, 1, 1};
    std::array<std::size_t, rank> strides{}; // in numbers

    constexpr std::size_t size() const {
        std::size_t product = 1;
        for (std::size_t const extent : extents)
            product *= extent;
        return product;
    }
    constexpr std::size_t number_size() const { return source == sources::doubles ? 8 : 4; }
    // Where number i of the block is, counted in numbers from the first.
    constexpr std::size_t place(std::size_t i) const {
        std::size_t found = 0;
        for (std::size_t axis = rank; axis-- > 0; i /= extents[axis])
            found += i % extents[axis] * strides[axis];
        return found;
    }
};

} // namespace ctnn::detail
