#pragma once

#include <cstddef>
#include <cstdint>

namespace ctnn::tflite::detail {

// Bytes of a FlatBuffer. What lies beyond them reads as 0, and marks the file as broken.
struct flat_file {
    char const* data = nullptr;
    std::size_t size = 0;
    bool broken = false;

    constexpr std::uint32_t number(std::size_t place, std::size_t bytes) {
        if (place > size || size - place < bytes) {
            broken = true;
            return 0;
        }
        std::uint32_t made = 0;
        for (std::size_t i = bytes; i-- > 0;)
            made = made << 8 | static_cast<unsigned char>(data[place + i]);
        return made;
    }
    // What an offset refers to, which is never before it.
    constexpr std::size_t follow(std::size_t place) {
        std::uint32_t const offset = number(place, 4);
        if (broken || offset > size - place) {
            broken = true;
            return 0;
        }
        return place + offset;
    }
};

// Elements that lie one after the other.
struct flat_vector {
    std::size_t first = 0;
    std::size_t count = 0;
};

// A table: fields that may be absent.
struct flat_table {
    flat_file* file = nullptr;
    std::size_t place = 0;

    // Where a field lies, or 0.
    constexpr std::size_t field(std::size_t index) const {
        auto const back = static_cast<std::int32_t>(file->number(place, 4));
        std::int64_t const fields = static_cast<std::int64_t>(place) - back;
        if (file->broken || fields < 0 || fields > static_cast<std::int64_t>(file->size)) {
            file->broken = true;
            return 0;
        }
        auto const first = static_cast<std::size_t>(fields);
        if (4 + 2 * index >= file->number(first, 2))
            return 0;
        std::size_t const offset = file->number(first + 4 + 2 * index, 2);
        if (offset > file->size - place) {
            file->broken = true;
            return 0;
        }
        return offset == 0 ? 0 : place + offset;
    }
    constexpr std::uint32_t number(std::size_t index, std::size_t bytes,
                                   std::uint32_t otherwise = 0) const {
        std::size_t const found = field(index);
        return found == 0 ? otherwise : file->number(found, bytes);
    }
    constexpr std::int32_t integer(std::size_t index, std::int32_t otherwise = 0) const {
        return static_cast<std::int32_t>(number(index, 4, static_cast<std::uint32_t>(otherwise)));
    }
    constexpr float real(std::size_t index) const {
        return __builtin_bit_cast(float, number(index, 4));
    }
    constexpr bool has(std::size_t index) const { return field(index) != 0; }
    constexpr flat_table table(std::size_t index) const { return {file, follow(index)}; }
    // Of elements of so many bytes.
    constexpr flat_vector vector(std::size_t index, std::size_t bytes) const {
        std::size_t const found = follow(index);
        if (found == 0)
            return {};
        std::size_t const count = file->number(found, 4);
        if (file->broken || count > (file->size - found - 4) / bytes) {
            file->broken = true;
            return {};
        }
        return {found + 4, count};
    }

private:
    constexpr std::size_t follow(std::size_t index) const {
        std::size_t const found = field(index);
        return found == 0 ? 0 : file->follow(found);
    }
};

// Element `index` of a vector of tables, or of numbers.
constexpr flat_table table_of(flat_file& file, flat_vector from, std::size_t index) {
    if (index >= from.count) {
        file.broken = true;
        return {&file, 0};
    }
    return {&file, file.follow(from.first + 4 * index)};
}
constexpr std::int32_t integer_of(flat_file& file, flat_vector from, std::size_t index) {
    if (index >= from.count) {
        file.broken = true;
        return 0;
    }
    return static_cast<std::int32_t>(file.number(from.first + 4 * index, 4));
}

} // namespace ctnn::tflite::detail
