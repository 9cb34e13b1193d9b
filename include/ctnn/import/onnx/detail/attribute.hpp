#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/import/onnx/detail/graph.hpp>
#include <ctnn/import/onnx/detail/message.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::onnx::detail {

// An attribute of a node, which may have none of this name: then it is `given` false.
struct attribute {
    bool given = false;
    float number = 0;
    span number_bytes{};
    std::int64_t integer = 0;
    span text{};   // a string
    span tensor{}; // the bytes of one
    span where{};  // the attribute itself, whose lists are read one by one

    // Of a list of integers: how many there are, or number `index`.
    constexpr std::int64_t integer_at(char const* file, std::size_t index) const {
        std::size_t count = 0;
        return walk(file, index, count);
    }
    constexpr std::size_t integer_count(char const* file) const {
        std::size_t count = 0;
        walk(file, ~std::size_t{0}, count);
        return count;
    }

    // Of a list of strings or floats, number `index`; none and 0 where there are fewer.
    constexpr span text_at(char const* file, std::size_t index) const {
        message field(file, where);
        while (field.next())
            if (field.is(9, 2) && index-- == 0)
                return field.bytes;
        return {};
    }
    constexpr float number_at(char const* file, std::size_t index) const {
        message field(file, where);
        while (field.next())
            if (field.is(7, 5) && index-- == 0)
                return float_at(file + field.bytes.first);
            else if (field.is(7, 2) && index < field.bytes.size / 4)
                return float_at(file + field.bytes.first + 4 * index);
        return 0;
    }

private:
    constexpr std::int64_t walk(char const* file, std::size_t index, std::size_t& count) const {
        message field(file, where);
        while (field.next())
            if (field.is(8, 0)) {
                if (count++ == index)
                    return static_cast<std::int64_t>(field.value);
            } else if (field.is(8, 2)) {
                message packed(file, field.bytes);
                while (packed.place < packed.end && !packed.broken) {
                    auto const value = static_cast<std::int64_t>(packed.read_varint());
                    if (count++ == index)
                        return value;
                }
            }
        return 0;
    }
};

constexpr attribute read_attribute(char const* file, span where) {
    attribute read;
    read.given = true;
    read.where = where;
    message field(file, where);
    while (field.next())
        if (field.is(2, 5)) {
            read.number = float_at(file + field.bytes.first);
            read.number_bytes = field.bytes;
        } else if (field.is(3, 0)) {
            read.integer = static_cast<std::int64_t>(field.value);
        } else if (field.is(4, 2)) {
            read.text = field.bytes;
        } else if (field.is(5, 2)) {
            read.tensor = field.bytes;
        }
    return read;
}

constexpr attribute find_attribute(char const* file, node const& one, text_view name) {
    message field(file, one.where);
    while (field.next())
        if (field.is(5, 2)) {
            message part(file, field.bytes);
            while (part.next())
                if (part.is(1, 2) && is(file, part.bytes, name))
                    return read_attribute(file, field.bytes);
        }
    return {};
}

} // namespace ctnn::onnx::detail
