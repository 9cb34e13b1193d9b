#pragma once

// Small ONNX files, written by the compiler: what the tests of import/ read. Files of frameworks are in models/.

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/text/text_view.hpp>
#include <initializer_list>

namespace onnx_file {

struct bytes {
    std::array<char, 2048> data{};
    std::size_t size = 0;

    constexpr void put(std::uint64_t byte) {
        data[size++] = static_cast<char>(static_cast<unsigned char>(byte & 255));
    }
    constexpr void varint(std::uint64_t value) {
        for (; value > 127; value >>= 7)
            put((value & 127) | 128);
        put(value);
    }
    constexpr void number(unsigned field, std::uint64_t value) {
        varint(std::uint64_t{field} << 3);
        varint(value);
    }
    constexpr void little_endian(std::uint64_t bits, unsigned count) {
        for (unsigned i = 0; i < count; ++i)
            put(bits >> (8 * i));
    }
    constexpr void text(unsigned field, ctnn::text_view value) {
        varint(field << 3 | 2);
        varint(value.size());
        for (char const c : value)
            put(static_cast<unsigned char>(c));
    }
    constexpr void message(unsigned field, bytes const& value) {
        text(field, {value.data.data(), value.size});
    }
    constexpr operator ctnn::text_view() const { return {data.data(), size}; }
};

using names = std::initializer_list<char const*>;
using extents = std::initializer_list<std::int64_t>;

constexpr ctnn::text_view view(char const* name) {
    std::size_t size = 0;
    while (name[size] != '\0')
        ++size;
    return {name, size};
}

struct attribute {
    bytes made;

    constexpr attribute(char const* name, float value) {
        made.text(1, view(name));
        made.varint(2 << 3 | 5);
        made.little_endian(__builtin_bit_cast(std::uint32_t, value), 4);
    }
    constexpr attribute(char const* name, int value) {
        made.text(1, view(name));
        made.number(3, static_cast<std::uint64_t>(std::int64_t{value}));
    }
    constexpr attribute(char const* name, char const* value) {
        made.text(1, view(name));
        made.text(4, view(value));
    }
    constexpr attribute(char const* name, extents values) {
        made.text(1, view(name));
        for (std::int64_t const value : values)
            made.number(8, static_cast<std::uint64_t>(value));
    }
};

// TensorProto. The numbers are raw_data.
template <class Number>
constexpr bytes tensor(char const* name, extents dimensions,
                       std::initializer_list<Number> numbers) {
    bytes made;
    for (std::int64_t const one : dimensions)
        made.number(1, static_cast<std::uint64_t>(one));
    constexpr bool is_float = Number(0.5) != Number(0);
    made.number(2, !is_float ? 7 : sizeof(Number) == 4 ? 1 : 11);
    made.text(8, view(name));
    bytes raw;
    for (Number const one : numbers)
        if constexpr (sizeof(Number) == 4)
            raw.little_endian(__builtin_bit_cast(std::uint32_t, one), 4);
        else
            raw.little_endian(__builtin_bit_cast(std::uint64_t, one), 8);
    made.message(9, raw);
    return made;
}

// The same with float_data.
constexpr bytes tensor_of_float_data(char const* name, extents dimensions,
                                     std::initializer_list<float> numbers) {
    bytes made, raw;
    for (std::int64_t const one : dimensions)
        made.number(1, static_cast<std::uint64_t>(one));
    made.number(2, 1);
    for (float const one : numbers)
        raw.little_endian(__builtin_bit_cast(std::uint32_t, one), 4);
    made.message(4, raw);
    made.text(8, view(name));
    return made;
}

struct model {
    bytes graph{};
    bytes opsets{};
    bool has_opset = false;

    // ValueInfoProto; a dimension of 0 is one without a size.
    static constexpr bytes value(char const* name, extents dimensions, unsigned number_type = 1) {
        bytes shape, type, of_tensor, made;
        for (std::int64_t const one : dimensions) {
            bytes dimension;
            if (one == 0)
                dimension.text(2, "n");
            else
                dimension.number(1, static_cast<std::uint64_t>(one));
            shape.message(1, dimension);
        }
        of_tensor.number(1, number_type);
        of_tensor.message(2, shape);
        type.message(1, of_tensor);
        made.text(1, view(name));
        made.message(2, type);
        return made;
    }
    constexpr model& input(char const* name, extents dimensions) {
        graph.message(11, value(name, dimensions));
        return *this;
    }
    constexpr model& output(char const* name, extents dimensions) {
        graph.message(12, value(name, dimensions));
        return *this;
    }
    template <class Number>
    constexpr model& weights(char const* name, extents dimensions,
                             std::initializer_list<Number> numbers) {
        graph.message(5, tensor(name, dimensions, numbers));
        return *this;
    }
    constexpr model& node(char const* operator_name, names inputs, char const* output,
                          std::initializer_list<attribute> attributes = {}, char const* name = "",
                          char const* domain = "") {
        bytes made;
        for (char const* const one : inputs)
            made.text(1, view(one));
        made.text(2, view(output));
        made.text(3, view(name));
        made.text(4, view(operator_name));
        for (attribute const& one : attributes)
            made.message(5, one.made);
        made.text(7, view(domain));
        graph.message(1, made);
        return *this;
    }
    constexpr model& opset(std::uint64_t version, char const* domain = "") {
        bytes set;
        set.text(1, view(domain));
        set.number(2, version);
        opsets.message(8, set);
        has_opset = has_opset || *domain == '\0';
        return *this;
    }
    constexpr bytes file() const {
        model all = *this;
        if (!has_opset)
            all.opset(17);
        bytes made;
        made.number(1, 8); // the version of the format
        made.message(7, all.graph);
        for (std::size_t i = 0; i < all.opsets.size; ++i)
            made.put(static_cast<unsigned char>(all.opsets.data[i]));
        return made;
    }
};

// A file as PyTorch writes a small network: y = softmax(relu(x A^T + a) B^T + b), with a softmax of opset 13.
constexpr model two_layers() {
    model made;
    made.node("Gemm", {"x", "0.weight", "0.bias"}, "/0/Gemm_output_0", {{"transB", 1}}, "/0/Gemm")
        .node("Relu", {"/0/Gemm_output_0"}, "/1/Relu_output_0", {}, "/1/Relu")
        .node("Gemm", {"/1/Relu_output_0", "2.weight", "2.bias"}, "/2/Gemm_output_0",
              {{"alpha", 1.0f}, {"transB", 1}}, "/2/Gemm")
        .node("Softmax", {"/2/Gemm_output_0"}, "y", {{"axis", 1}}, "/3/Softmax")
        .weights("0.weight", {3, 2}, {1.f, 2.f, 3.f, 4.f, 5.f, 6.f})
        .weights("0.bias", {3}, {.25f, .5f, .75f})
        .weights("2.weight", {2, 3}, {-1.f, -2.f, -3.f, -4.f, -5.f, -6.f})
        .weights("2.bias", {2}, {.125f, -.125f})
        .input("x", {0, 2})
        .output("y", {0, 2});
    return made;
}

} // namespace onnx_file
