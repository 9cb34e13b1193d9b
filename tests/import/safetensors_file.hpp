#pragma once

// .safetensors files written in constant expressions, to be read again.

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/text/text_view.hpp>
#include <initializer_list>

namespace safetensors_file {

// Bytes, and so many of them are the file.
struct written {
    std::array<char, 1024> bytes{};
    std::size_t count = 0;

    constexpr char const* data() const { return bytes.data(); }
    constexpr std::size_t size() const { return count; }
    constexpr operator ctnn::text_view() const { return {bytes.data(), count}; }

    constexpr void add(ctnn::text_view text) {
        for (char const letter : text)
            bytes[count++] = letter;
    }
    constexpr void add_number(std::size_t number) {
        if (number >= 10)
            add_number(number / 10);
        bytes[count++] = static_cast<char>('0' + number % 10);
    }
    constexpr void add_bytes(std::uint64_t number, std::size_t size) {
        for (std::size_t i = 0; i < size; ++i)
            bytes[count++] = static_cast<char>(static_cast<unsigned char>(number >> 8 * i));
    }
};

class model {
public:
    constexpr model& tensor(ctnn::text_view name, std::initializer_list<std::size_t> shape,
                            std::initializer_list<float> numbers) {
        begin(name, "F32", shape, 4 * numbers.size());
        for (float const number : numbers)
            data_.add_bytes(__builtin_bit_cast(std::uint32_t, number), 4);
        return *this;
    }
    constexpr model& doubles(ctnn::text_view name, std::initializer_list<std::size_t> shape,
                             std::initializer_list<double> numbers) {
        begin(name, "F64", shape, 8 * numbers.size());
        for (double const number : numbers)
            data_.add_bytes(__builtin_bit_cast(std::uint64_t, number), 8);
        return *this;
    }
    // Of numbers of 16 bits.
    constexpr model& words(ctnn::text_view name, ctnn::text_view type,
                           std::initializer_list<std::size_t> shape,
                           std::initializer_list<unsigned> numbers) {
        begin(name, type, shape, 2 * numbers.size());
        for (unsigned const number : numbers)
            data_.add_bytes(number, 2);
        return *this;
    }
    // Of another type, with zeros.
    constexpr model& zeros(ctnn::text_view name, ctnn::text_view type,
                           std::initializer_list<std::size_t> shape, std::size_t size) {
        begin(name, type, shape, size);
        for (std::size_t i = 0; i < size; ++i)
            data_.add_bytes(0, 1);
        return *this;
    }
    // A piece of the header as it is.
    constexpr model& text(ctnn::text_view text) {
        header_.add(text);
        return *this;
    }
    constexpr written file() const {
        written all;
        all.add_bytes(header_.size() + 2, 8);
        all.add("{");
        all.add(header_);
        all.add("}");
        all.add(data_);
        return all;
    }

private:
    constexpr void begin(ctnn::text_view name, ctnn::text_view type,
                         std::initializer_list<std::size_t> shape, std::size_t size) {
        if (header_.size() > 0)
            header_.add(",");
        header_.add("\"");
        header_.add(name);
        header_.add("\":{\"dtype\":\"");
        header_.add(type);
        header_.add("\",\"shape\":[");
        bool is_first = true;
        for (std::size_t const extent : shape) {
            if (!is_first)
                header_.add(",");
            is_first = false;
            header_.add_number(extent);
        }
        header_.add("],\"data_offsets\":[");
        header_.add_number(data_.size());
        header_.add(",");
        header_.add_number(data_.size() + size);
        header_.add("]}");
    }

    written header_{};
    written data_{};
};

// Two dense layers of 2 -> 1 -> 1.
constexpr model two_layers() {
    return model()
        .tensor("net.0.weight", {1, 2}, {1, 2})
        .tensor("net.0.bias", {1}, {3})
        .tensor("net.2.weight", {1, 1}, {4})
        .tensor("net.2.bias", {1}, {5});
}

} // namespace safetensors_file
