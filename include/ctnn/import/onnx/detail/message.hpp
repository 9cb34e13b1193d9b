#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/import/detail/little_endian.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::onnx::detail {

// Bytes of a file: where they begin and how many there are.
struct span {
    std::size_t first = 0;
    std::size_t size = 0;
};

// The fields of a protobuf message, one after the other. A field is its number and either a value or bytes, which are
// passed over by their length: that is why weights cost nothing here.
struct message {
    char const* file;
    std::size_t place;
    std::size_t end;
    bool broken = false;
    std::uint64_t number = 0;
    unsigned wire =
        0; // how the field is written: 0 a value, 1 and 5 eight and four bytes, 2 bytes with their length
    std::uint64_t value = 0;
    span bytes{};

    constexpr message(char const* data, span where)
        : file{data}, place{where.first}, end{where.first + where.size} {}

    // Whether there is a field more. Also false where the message is broken.
    constexpr bool next() {
        if (place == end || broken)
            return false;
        std::uint64_t const key = read_varint();
        number = key >> 3;
        wire = static_cast<unsigned>(key & 7);
        value = 0;
        bytes = {};
        if (wire == 0) {
            value = read_varint();
        } else if (wire == 1 || wire == 2 || wire == 5) {
            std::uint64_t const size = wire == 2 ? read_varint() : wire == 1 ? 8 : 4;
            if (broken || size > end - place) {
                broken = true;
            } else {
                bytes = {place, static_cast<std::size_t>(size)};
                place += bytes.size;
            }
        } else {
            broken = true; // (groups, 3 and 4, are not used by ONNX)
        }
        return !broken;
    }
    constexpr bool is(unsigned wanted, unsigned wanted_wire) const {
        return number == wanted && wire == wanted_wire;
    }

    // Seven bits a byte, the lowest first; the last byte is below 128.
    constexpr std::uint64_t read_varint() {
        std::uint64_t read = 0;
        for (unsigned shift = 0; place < end && shift < 64; shift += 7) {
            auto const byte = static_cast<unsigned char>(file[place++]);
            read |= static_cast<std::uint64_t>(byte & 127u) << shift;
            if (byte < 128)
                return read;
        }
        broken = true;
        return 0;
    }
};

using ctnn::detail::eight_bytes;
using ctnn::detail::four_bytes;

constexpr float float_at(char const* p) {
    return __builtin_bit_cast(float, four_bytes(p));
}
constexpr double double_at(char const* p) {
    return __builtin_bit_cast(double, eight_bytes(p));
}

// From both ends: exporters of some frameworks begin all names alike, others end them so.
constexpr bool same(char const* file, span a, span b) {
    if (a.size != b.size)
        return false;
    char const* const first = file + a.first;
    char const* const second = file + b.first;
    for (std::size_t i = 0, k = a.size; i < k; ++i) {
        --k;
        if (first[i] != second[i] || first[k] != second[k])
            return false;
    }
    return true;
}
constexpr bool is(char const* file, span a, text_view name) {
    if (a.size != name.size())
        return false;
    for (std::size_t i = 0; i < a.size; ++i)
        if (file[a.first + i] != name[i])
            return false;
    return true;
}

} // namespace ctnn::onnx::detail
