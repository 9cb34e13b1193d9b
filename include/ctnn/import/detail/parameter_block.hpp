#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace ctnn::detail {

// Numbers of a model file in the order in which a layer has them: a loop over extents, the last one fastest, that steps
// through the file. Transposing a matrix, turning channels around and picking a gate are other strides, nothing else.
struct parameter_block {
    static constexpr std::size_t rank = 5;
    enum class sources : unsigned char { constant, floats, doubles, halves, bfloats };

    sources source = sources::constant;
    bool in_another_file = false;
    float constant = 0;    // each number, where the file has none
    std::size_t first = 0; // byte where the number with all indices 0 lies
    std::array<std::size_t, rank> extents{1, 1, 1, 1, 1};
    std::array<std::size_t, rank> strides{}; // in numbers
    // Where the last extent but one has another order in the file: for each of its indices, the one there. (Gates of an
    // LSTM.)
    bool is_ordered = false;
    std::array<unsigned char, 4> order{};
    // How many bytes behind each number another one lies that is added to it, or 0. (A layer may have one array of biases
    // where a file has two.)
    std::size_t added = 0;
    // How many bytes behind each number the next part of the layer has its own.
    std::size_t next_part = 0;

    constexpr parameter_block of_part(std::size_t part) const {
        parameter_block made = *this;
        made.first += part * next_part;
        return made;
    }

    constexpr std::size_t size() const {
        std::size_t product = 1;
        for (std::size_t const extent : extents)
            product *= extent;
        return product;
    }
    static constexpr bool has_16_bits(sources source) {
        return source == sources::halves || source == sources::bfloats;
    }
    static constexpr std::size_t number_size(sources source) {
        return source == sources::doubles ? 8 : has_16_bits(source) ? 2 : 4;
    }
    constexpr std::size_t number_size() const { return number_size(source); }
    // Where number i of the block is, counted in numbers from the first.
    constexpr std::size_t place(std::size_t i) const {
        std::size_t found = 0;
        for (std::size_t axis = rank; axis-- > 0; i /= extents[axis])
            found += index_in_file(axis, i % extents[axis]) * strides[axis];
        return found;
    }
    // The first byte behind all numbers.
    constexpr std::size_t end() const {
        std::size_t last = 0;
        for (std::size_t axis = 0; axis < rank; ++axis) {
            std::size_t most = extents[axis] - 1;
            for (std::size_t i = 0; is_ordered && axis == rank - 2 && i < extents[axis]; ++i)
                most = i == 0 || order[i] > most ? order[i] : most;
            last += most * strides[axis];
        }
        return first + (last + 1) * number_size() + added;
    }

private:
    constexpr std::size_t index_in_file(std::size_t axis, std::size_t index) const {
        return is_ordered && axis == rank - 2 ? order[index] : index;
    }
};

} // namespace ctnn::detail
