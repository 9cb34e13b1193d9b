#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/import/parameters/detail/file_text.hpp>
#include <ctnn/import/parameters/detail/stored_tensor.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// A .safetensors file: the size of a header in 8 bytes; the header, {"name": {"dtype": "F32", "shape": [2, 3],
// "data_offsets": [0, 24]}, ...}; and the numbers.

constexpr bool is_safetensors(text_view file) {
    return file.size() >= 10 && little_endian(file.data(), 8) <= file.size() - 8 && file[8] == '{';
}

constexpr void skip_strings(file_text& header) {
    if (!header.need('{') || header.take('}'))
        return;
    do {
        header.string();
        header.need(':');
        header.string();
    } while (header.has_another('}'));
}

// The numbers between brackets: the first Room of them, and how many there are.
template <std::size_t Room>
constexpr std::size_t read_integers(file_text& header, std::array<std::size_t, Room>& to,
                                    char open = '[', char close = ']') {
    std::size_t count = 0;
    if (!header.need(open) || header.take(close))
        return count;
    do {
        header.skip_blanks();
        if (count > 0 && header.take(close)) // (2,)
            return count;
        std::size_t const number = header.integer();
        if (count < Room)
            to[count] = number;
        ++count;
    } while (header.has_another(close));
    return count;
}

constexpr std::size_t size_of_type(text_view name, stored_tensor& to) {
    if (is_same_text(name, "F32")) {
        to.type = stored_tensor::numbers::floats;
        return 4;
    }
    if (is_same_text(name, "F64")) {
        to.type = stored_tensor::numbers::doubles;
        return 8;
    }
    return 0; // not one that is read
}

// The value of one name. Gives the byte after its numbers, counted from the first.
constexpr std::size_t read_safetensor(file_text& header, std::size_t bytes, stored_tensor& to) {
    std::array<std::size_t, 2> place{};
    std::size_t size = 0;
    unsigned given = 0;
    if (!header.need('{'))
        return 0;
    do {
        text_view const key = header.string();
        header.need(':');
        if (is_same_text(key, "dtype")) {
            size = size_of_type(header.string(), to);
            given |= 1;
        } else if (is_same_text(key, "shape")) {
            to.rank = read_integers(header, to.dimensions);
            given |= 2;
        } else if (is_same_text(key, "data_offsets")) {
            header.broken = read_integers(header, place) != 2 || header.broken;
            given |= 4;
        } else {
            header.broken = true;
        }
    } while (header.has_another('}'));
    bool const is_within = given == 7 && place[0] <= place[1] && place[1] <= bytes;
    if (!is_within || header.broken) {
        header.broken = true;
        return 0;
    }
    to.first = place[0];
    if (size != 0 && to.rank <= stored_tensor::most_dimensions)
        header.broken = !to.set_strides(bytes) || place[1] - place[0] != size * to.size();
    return place[1];
}

constexpr bool read_safetensors(text_view file, tensor_list& to) {
    std::size_t const base = 8 + static_cast<std::size_t>(little_endian(file.data(), 8));
    file_text header{file.data(), 8, base};
    std::size_t const bytes = file.size() - base;
    std::size_t last = 0;
    header.need('{');
    if (!header.take('}'))
        do {
            text_view const name = header.string();
            header.need(':');
            if (is_same_text(name, "__metadata__")) {
                skip_strings(header);
            } else {
                stored_tensor one;
                one.name = name;
                std::size_t const end = read_safetensor(header, bytes, one);
                last = end > last ? end : last;
                one.first += base;
                to.add(one);
            }
        } while (header.has_another('}'));
    header.skip_blanks();
    // (All of the file is the header's.)
    return (!header.broken && header.place == base && last == bytes) || to.is_broken();
}

} // namespace ctnn::detail
