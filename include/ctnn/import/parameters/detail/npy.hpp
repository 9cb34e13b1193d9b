#pragma once

#include <cstddef>
#include <ctnn/import/detail/little_endian.hpp>
#include <ctnn/import/parameters/detail/file_text.hpp>
#include <ctnn/import/parameters/detail/stored_tensor.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// An array of numpy: eight bytes that say so, the size of a header, which is a dictionary of Python such as {'descr': '<f4',
// 'fortran_order': False, 'shape': (3, 4), }, and the numbers.

constexpr bool is_npy(text_view bytes) {
    return bytes.size() >= 12 && text_view(bytes.data(), 6) == text_view("\x93NUMPY");
}

// '<f4', and '|f4'. Big-endian numbers are told apart, for they would be others.
constexpr void put_npy_type(text_view name, stored_tensor& to, bool& is_big_endian) {
    using numbers = stored_tensor::numbers;
    if (name.size() != 3 || name[1] != 'f')
        return;
    to.type = name[2] == '4'   ? numbers::floats
              : name[2] == '8' ? numbers::doubles
              : name[2] == '2' ? numbers::halves
                               : numbers::others;
    is_big_endian = name[0] == '>';
}

// Where the numbers begin is counted from the bytes' first.
constexpr bool read_npy(text_view bytes, stored_tensor& to, bool& is_big_endian) {
    bool const is_first_version = bytes[6] == 1;
    std::size_t const begin = is_first_version ? 10 : 12;
    std::size_t const size =
        is_first_version ? two_bytes(bytes.data() + 8) : four_bytes(bytes.data() + 8);
    if (bytes[6] < 1 || bytes[6] > 3 || size > bytes.size() - begin)
        return false;
    file_text header{bytes.data(), begin, begin + size};
    bool is_reversed = false, has_shape = false;
    header.need('{');
    while (!header.broken && !header.take('}')) {
        text_view const key = header.string('\'');
        header.need(':');
        if (key == "descr") {
            header.skip_blanks();
            if (header.place < header.end && bytes[header.place] == '[')
                return true; // an array of records: numbers that are not read
            put_npy_type(header.string('\''), to, is_big_endian);
        } else if (key == "fortran_order") {
            is_reversed = header.take('T');
            for (char const letter : is_reversed ? text_view("rue") : text_view("False"))
                header.need(letter);
        } else if (key == "shape") {
            to.rank = header.integers(to.dimensions, '(', ')');
            has_shape = true;
        } else {
            header.broken = true;
        }
        if (!header.take(',') &&
            (header.broken || header.place == header.end || bytes[header.place] != '}'))
            return false;
    }
    to.first = begin + size;
    if (!to.is_readable() || to.rank > stored_tensor::most_dimensions)
        return !header.broken;
    std::size_t const left = bytes.size() - to.first;
    return !header.broken && has_shape && to.set_strides(left, is_reversed) &&
           left == to.size() * to.number_size();
}

} // namespace ctnn::detail
