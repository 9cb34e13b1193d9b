#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/export/onnx/detail/message_writer.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::onnx::detail {

// An attribute of a node: a number or a text, or a list of them.
struct written_attribute {
    enum class kinds : unsigned char {
        real = 1,
        integer = 2,
        text = 3,
        reals = 6,
        integers = 7,
        texts = 8
    };
    static constexpr std::size_t most_numbers = 8;
    template <class Value>
    using list = std::array<Value, most_numbers>;

    text_view name{};
    kinds kind = kinds::integer;
    std::size_t count = 1;
    list<std::int64_t> integers{};
    list<float> reals{};
    list<text_view> texts{};

    static constexpr written_attribute of(text_view name, float value) {
        return {name, kinds::real, 1, {}, {value}, {}};
    }
    static constexpr written_attribute of(text_view name, std::int64_t value) {
        return {name, kinds::integer, 1, {value}, {}, {}};
    }
    static constexpr written_attribute of(text_view name, text_view value) {
        return {name, kinds::text, 1, {}, {}, {value}};
    }
    static constexpr written_attribute of(text_view name, list<std::int64_t> const& values,
                                          std::size_t count) {
        return {name, kinds::integers, count, values, {}, {}};
    }
    static constexpr written_attribute of(text_view name, list<float> const& values,
                                          std::size_t count) {
        return {name, kinds::reals, count, {}, values, {}};
    }
    static constexpr written_attribute of(text_view name, list<text_view> const& values,
                                          std::size_t count) {
        return {name, kinds::texts, count, {}, {}, values};
    }

    constexpr void write(message_writer& to) const {
        to.text(1, name);
        for (std::size_t i = 0; i < count; ++i)
            switch (kind) {
            case kinds::real:
                to.real(2, reals[i]);
                break;
            case kinds::integer:
                to.number(3, static_cast<std::uint64_t>(integers[i]));
                break;
            case kinds::text:
                to.text(4, texts[i]);
                break;
            case kinds::reals:
                to.real(7, reals[i]);
                break;
            case kinds::integers:
                to.number(8, static_cast<std::uint64_t>(integers[i]));
                break;
            case kinds::texts:
                to.text(9, texts[i]);
                break;
            }
        to.number(20, static_cast<std::uint64_t>(kind));
    }
};

} // namespace ctnn::onnx::detail
