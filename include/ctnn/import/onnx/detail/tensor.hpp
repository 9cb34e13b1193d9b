#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/import/onnx/detail/message.hpp>

namespace ctnn::onnx::detail {

inline constexpr std::size_t most_dimensions = 6;

// The numbers that name a tensor's type in the file.
enum class number_types : unsigned {
    float32 = 1,
    int32 = 6,
    int64 = 7,
    boolean = 9,
    float16 = 10,
    float64 = 11,
    bfloat16 = 16
};

// A tensor of the file: its shape and where its numbers lie.
struct tensor {
    // (of_attribute: the integers of an attribute, whose bytes are the data)
    enum class storages : unsigned char { none, packed, scattered, of_attribute, another_file };

    span name{};
    std::array<std::size_t, most_dimensions> dimensions{};
    span data{};     // in the file, or in the other file
    span location{}; // the name of the other file
    // (Boards have a table of these on their stack.)
    std::uint8_t rank = 0;
    std::uint8_t type = 0;
    storages storage = storages::none;
    bool data_has_size = false;
    bool is_transposed = false; // a matrix whose numbers lie by its second dimension

    constexpr std::size_t size() const {
        std::size_t product = 1;
        for (std::size_t i = 0; i < rank; ++i)
            product *= dimensions[i];
        return product;
    }
    constexpr bool is(number_types wanted) const { return type == static_cast<unsigned>(wanted); }
    // Of one number in bytes where they are packed; 0 where they are no numbers that weights may have.
    constexpr std::size_t number_size() const {
        return is(number_types::float32) ? 4 : is(number_types::float64) ? 8 : 0;
    }
    // The same of integers and truth values.
    constexpr std::size_t integer_size() const {
        return is(number_types::int64)     ? 8
               : is(number_types::int32)   ? 4
               : is(number_types::boolean) ? 1
                                           : 0;
    }
};

// No product of sizes may wrap around: a file whose sizes are beyond this is broken.
inline constexpr std::size_t most_numbers = std::size_t{1} << (sizeof(std::size_t) * 8 - 4);

constexpr void add_dimension(tensor& to, std::uint64_t extent, bool& broken) {
    std::size_t const before = to.rank == 0 ? 1 : to.size();
    if (to.rank == most_dimensions || (before != 0 && extent > most_numbers / before))
        broken = true;
    else
        to.dimensions[to.rank++] = static_cast<std::size_t>(extent);
}

// A number in decimal digits, as external data states its offset.
constexpr std::size_t decimal_number(char const* file, span text, bool& broken) {
    std::size_t number = 0;
    for (std::size_t i = 0; i < text.size; ++i) {
        char const digit = file[text.first + i];
        if (digit < '0' || digit > '9' || number > most_numbers / 16)
            broken = true;
        else
            number = number * 10 + static_cast<std::size_t>(digit - '0');
    }
    return number;
}

constexpr void read_external_data(char const* file, span where, tensor& to, bool& broken) {
    message entry(file, where);
    span key{}, text{};
    while (entry.next())
        if (entry.is(1, 2))
            key = entry.bytes;
        else if (entry.is(2, 2))
            text = entry.bytes;
    broken = broken || entry.broken;
    if (is(file, key, "offset")) {
        to.data.first = decimal_number(file, text, broken);
    } else if (is(file, key, "location")) {
        to.location = text;
    } else if (is(file, key, "length")) {
        to.data.size = decimal_number(file, text, broken);
        to.data_has_size = true;
    }
}

constexpr tensor read_tensor(char const* file, span where, bool& broken) {
    tensor read;
    bool is_external = false;
    message field(file, where);
    while (field.next()) {
        if (field.is(1, 0)) {
            add_dimension(read, field.value, broken);
        } else if (field.is(1, 2)) {
            message packed(file, field.bytes);
            while (packed.place < packed.end && !packed.broken)
                add_dimension(read, packed.read_varint(), broken);
            broken = broken || packed.broken;
        } else if (field.is(2, 0)) {
            constexpr std::uint64_t most = 0xff; // (ONNX has some twenty)
            read.type = static_cast<std::uint8_t>(field.value < most ? field.value : most);
        } else if (field.is(8, 2)) {
            read.name = field.bytes;
        } else if (field.is(9, 2)) {
            read.data = field.bytes; // raw_data
            read.storage = tensor::storages::packed;
        } else if (field.number == 4 || field.number == 5 || field.number == 7 ||
                   field.number == 10) {
            // float_data, int32_data, int64_data and double_data: bytes for all, or a field for each. Integers are varints.
            bool const is_packed = field.wire == 2 && field.number != 5 && field.number != 7;
            if (is_packed)
                read.data = field.bytes;
            read.storage = is_packed ? tensor::storages::packed : tensor::storages::scattered;
            if (!is_packed && read.data.size == 0)
                read.data = where;
        } else if (field.is(13, 2)) {
            read_external_data(file, field.bytes, read, broken);
        } else if (field.is(14, 0)) {
            is_external = field.value == 1;
        }
    }
    broken = broken || field.broken;
    if (is_external)
        read.storage = tensor::storages::another_file;
    return read;
}

// Number `index` of a tensor of integers, such as a shape or axes, or of truth values.
constexpr std::int64_t integer_at(char const* file, tensor const& from, std::size_t index,
                                  bool& broken) {
    std::size_t const size = from.integer_size();
    if (from.storage == tensor::storages::packed && size > 0 &&
        from.data.size >= size * (index + 1)) {
        char const* const p = file + from.data.first + size * index;
        return size == 8   ? static_cast<std::int64_t>(eight_bytes(p))
               : size == 4 ? static_cast<std::int32_t>(four_bytes(p))
                           : std::int64_t{*p != '\0'};
    }
    if (size > 0 && (from.storage == tensor::storages::scattered ||
                     from.storage == tensor::storages::of_attribute)) {
        unsigned const wanted = from.storage == tensor::storages::of_attribute ? 8
                                : size == 8                                    ? 7
                                                                               : 5;
        message field(file, from.data);
        std::size_t count = 0;
        while (field.next())
            if (field.is(wanted, 0)) {
                if (count++ == index)
                    return static_cast<std::int64_t>(field.value);
            } else if (field.is(wanted, 2)) {
                message packed(file, field.bytes);
                while (packed.place < packed.end && !packed.broken) {
                    auto const value = static_cast<std::int64_t>(packed.read_varint());
                    if (count++ == index)
                        return value;
                }
            }
    }
    broken = true;
    return 0;
}

} // namespace ctnn::onnx::detail
