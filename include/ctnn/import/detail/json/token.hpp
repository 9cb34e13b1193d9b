#pragma once

#include <cstddef>

namespace ctnn::detail {

// A piece of a JSON text. A list of numbers is one token, `rows`, and so are lists of as many numbers that follow one
// another: a matrix is a list with one token in it, whatever its size.
struct json_token {
    enum class kinds : unsigned char {
        end,
        broken,
        object,
        object_end,
        list,
        list_end,
        string,
        word, // null, true, false
        number,
        rows,
    };

    kinds kind = kinds::end;
    std::size_t place =
        0; // its first character; of a string, the one after the quote; of rows, after the bracket
    std::size_t size = 0; // how many characters; of rows, how many numbers each has
    std::size_t rows = 1;
    std::size_t first = 0; // of numbers: how many there are before them
};

} // namespace ctnn::detail
