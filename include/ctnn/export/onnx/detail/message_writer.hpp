#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/text/text_view.hpp>
#include <type_traits>

namespace ctnn::onnx::detail {

// Writes a message of protobuf. Without a place it only counts the bytes.
class message_writer {
public:
    constexpr message_writer() = default;
    constexpr explicit message_writer(char* to) : to_{to} {}

    constexpr std::size_t size() const { return size_; }
    constexpr bool is_finite() const { return is_finite_; }

    constexpr void varint(std::uint64_t value) {
        for (; value > 127; value >>= 7)
            put((value & 127) | 128);
        put(value);
    }
    constexpr void number(unsigned field, std::uint64_t value) {
        varint(std::uint64_t{field} << 3);
        varint(value);
    }
    constexpr void real(unsigned field, float value) {
        varint(std::uint64_t{field} << 3 | 5);
        little_endian(value);
    }
    constexpr void text(unsigned field, text_view value) {
        begin(field, value.size());
        for (char const c : value)
            put(static_cast<unsigned char>(c));
    }
    // The body writes what is in the message, and is called twice, as the length comes first.
    template <class Body>
    constexpr void message(unsigned field, Body const& body) {
        message_writer counted;
        body(counted);
        begin(field, counted.size());
        body(*this);
    }
    // As many numbers, each of which value_at(index) gives.
    template <class Number, class ValueAt>
    constexpr void numbers(unsigned field, std::size_t count, ValueAt const& value_at) {
        begin(field, count * sizeof(Number));
        if (to_ == nullptr) {
            size_ += count * sizeof(Number);
            return;
        }
        for (std::size_t i = 0; i < count; ++i) {
            Number const value = static_cast<Number>(value_at(i));
            if constexpr (std::is_floating_point_v<Number>)
                is_finite_ = is_finite_ && math::is_finite(value);
            little_endian(value);
        }
    }

private:
    constexpr void put(std::uint64_t byte) {
        if (to_ != nullptr)
            to_[size_] = static_cast<char>(static_cast<unsigned char>(byte & 255));
        ++size_;
    }
    constexpr void begin(unsigned field, std::size_t size) {
        varint(std::uint64_t{field} << 3 | 2);
        varint(size);
    }
    template <class Number>
    constexpr void little_endian(Number value) {
        using bits_type = std::conditional_t<sizeof(Number) == sizeof(std::uint32_t), std::uint32_t,
                                             std::uint64_t>;
        auto const bits = __builtin_bit_cast(bits_type, value);
        for (unsigned i = 0; i < sizeof(Number); ++i)
            put(bits >> (8 * i));
    }

    char* to_ = nullptr;
    std::size_t size_ = 0;
    bool is_finite_ = true;
};

} // namespace ctnn::onnx::detail
