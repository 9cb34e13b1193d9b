#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/detail/little_endian.hpp>
#include <ctnn/import/parameters/detail/file_text.hpp>
#include <ctnn/import/parameters/detail/stored_tensor.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// A .safetensors file: the size of a header in 8 bytes; the header, {"name": {"dtype": "F32", "shape": [2, 3],
// "data_offsets": [0, 24]}, ...}; and the numbers.

constexpr bool is_safetensors(text_view file) {
    return file.size() >= 10 && eight_bytes(file.data()) <= file.size() - 8 && file[8] == '{';
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

constexpr stored_tensor::numbers safetensors_type(text_view name) {
    using numbers = stored_tensor::numbers;
    return name == text_view("F32")    ? numbers::floats
           : name == text_view("F64")  ? numbers::doubles
           : name == text_view("F16")  ? numbers::halves
           : name == text_view("BF16") ? numbers::bfloats
                                       : numbers::others;
}

// The value of one name. Gives the byte after its numbers, counted from the first.
constexpr std::size_t read_safetensor(file_text& header, std::size_t bytes, stored_tensor& to) {
    std::array<std::size_t, 2> place{};
    unsigned given = 0;
    if (!header.need('{'))
        return 0;
    do {
        text_view const key = header.string();
        header.need(':');
        if (key == text_view("dtype")) {
            to.type = safetensors_type(header.string());
            given |= 1;
        } else if (key == text_view("shape")) {
            to.rank = header.integers(to.dimensions, '[', ']');
            given |= 2;
        } else if (key == text_view("data_offsets")) {
            header.broken = header.integers(place, '[', ']') != 2 || header.broken;
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
    if (to.is_readable() && to.rank <= stored_tensor::most_dimensions)
        header.broken =
            !to.set_strides(bytes) || place[1] - place[0] != to.number_size() * to.size();
    return place[1];
}

constexpr bool read_safetensors(text_view file, tensor_list& to) {
    std::size_t const base = 8 + static_cast<std::size_t>(eight_bytes(file.data()));
    file_text header{file.data(), 8, base};
    std::size_t const bytes = file.size() - base;
    std::size_t last = 0;
    header.need('{');
    if (!header.take('}'))
        do {
            text_view const name = header.string();
            header.need(':');
            if (name == text_view("__metadata__")) {
                skip_strings(header);
            } else {
                stored_tensor one;
                one.name = name;
                std::size_t const end = read_safetensor(header, bytes, one);
                last = end > last ? end : last;
                one.first += base;
                to.add(one);
            }
        } while (!to.is_overfull() && header.has_another('}'));
    header.skip_blanks();
    // (All of the file is the header's.)
    return to.is_overfull() || (!header.broken && header.place == base && last == bytes) ||
           to.is_broken();
}

} // namespace ctnn::detail
