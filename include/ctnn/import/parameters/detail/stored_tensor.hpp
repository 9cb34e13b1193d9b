#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/detail/parameter_block.hpp>
#include <ctnn/import/parameters/parameter_file_problem.hpp>
#include <ctnn/text/text_view.hpp>
#include <limits>

namespace ctnn::detail {

// A tensor of a file: where number [i][j]... of it lies.
struct stored_tensor {
    static constexpr std::size_t most_dimensions = parameter_file_problem::most_dimensions;
    enum class numbers : unsigned char { others, floats, doubles, halves, bfloats };

    text_view name{};
    numbers type = numbers::others;
    bool is_used = false;
    std::size_t first = 0; // a byte
    std::size_t rank = 0;
    std::array<std::size_t, most_dimensions> dimensions{};
    std::array<std::size_t, most_dimensions> strides{}; // in numbers

    constexpr bool has_16_bits() const {
        return type == numbers::halves || type == numbers::bfloats;
    }
    constexpr bool is_readable() const { return type != numbers::others; }
    constexpr std::size_t number_size() const {
        return type == numbers::doubles ? 8 : has_16_bits() ? 2 : type == numbers::floats ? 4 : 0;
    }

    // The usual order, or, with `is_reversed`, that of Fortran. Gives false where a file of so many bytes cannot hold it.
    constexpr bool set_strides(std::size_t bytes, bool is_reversed = false) {
        std::size_t product = 1;
        bool fits = rank <= most_dimensions;
        for (std::size_t i = 0; fits && i < rank; ++i) {
            std::size_t const axis = is_reversed ? i : rank - 1 - i;
            strides[axis] = product;
            fits = dimensions[axis] == 0 || product <= bytes / dimensions[axis];
            product *= dimensions[axis];
        }
        return fits;
    }
    constexpr std::size_t size() const {
        std::size_t product = 1;
        for (std::size_t i = 0; i < rank && i < most_dimensions; ++i)
            product *= dimensions[i];
        return product;
    }
    constexpr parameter_block block() const {
        parameter_block made;
        made.source = type == numbers::doubles   ? parameter_block::sources::doubles
                      : type == numbers::halves  ? parameter_block::sources::halves
                      : type == numbers::bfloats ? parameter_block::sources::bfloats
                                                 : parameter_block::sources::floats;
        made.first = first;
        return made;
    }
};

// What a reader of files fills. It keeps as many tensors as fit, and stops at one more. Without a table it counts them.
struct tensor_list {
    stored_tensor* tensors = nullptr;
    std::size_t capacity = (std::numeric_limits<std::size_t>::max)();
    std::size_t count = 0;
    parameter_file_problem::kinds found = parameter_file_problem::kinds::none;

    constexpr void add(stored_tensor const& one) {
        if (tensors != nullptr && count < capacity)
            tensors[count] = one;
        ++count;
    }
    constexpr bool is_overfull() const { return count > capacity; }
    constexpr bool refuse(parameter_file_problem::kinds kind) {
        if (found == parameter_file_problem::kinds::none)
            found = kind;
        return false;
    }
    constexpr bool is_broken() {
        return refuse(parameter_file_problem::kinds::file_is_cut_off_or_of_another_format);
    }
};

} // namespace ctnn::detail
