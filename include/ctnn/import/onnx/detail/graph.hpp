#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/import/onnx/detail/message.hpp>
#include <ctnn/import/onnx/detail/tensor.hpp>

namespace ctnn::onnx::detail {

// An input or output of the graph. A dimension of 0 is one that the file does not state.
struct stated_value {
    span name{};
    std::array<std::size_t, most_dimensions> dimensions{};
    std::size_t rank = 0;
    bool has_shape = false;
    std::uint64_t type = 0; // of its numbers
};

inline constexpr std::size_t most_operands = 8, most_outputs = 3;

// What a node computes, of what. Its attributes are looked up when they are asked for (attribute.hpp).
struct node {
    span where{}, operator_name{};
    std::array<span, most_outputs> outputs{};
    std::array<span, most_operands> operands{};
    std::size_t operand_count = 0;
    std::size_t output_count = 0;
};

// The tables of a file, in room that somebody else has.
struct graph {
    tensor* tensors;
    std::size_t tensor_room;
    node* nodes;
    std::size_t node_room;
    std::size_t tensor_count = 0;
    std::size_t node_count = 0;
    stated_value input{}, output{};
    std::size_t input_count = 0; // without those that are initialized
    std::size_t output_count = 0;
    std::uint64_t opset = 0;
};

// The constant of that name, or none.
constexpr tensor const* find_tensor(graph const& from, char const* file, span name) {
    for (std::size_t i = 0; i < from.tensor_count; ++i)
        if (same(file, from.tensors[i].name, name))
            return &from.tensors[i];
    return nullptr;
}

constexpr stated_value read_stated_value(char const* file, span where, bool& broken) {
    stated_value read;
    message field(file, where);
    while (field.next()) {
        if (field.is(1, 2))
            read.name = field.bytes;
        if (!field.is(2, 2))
            continue;
        message type(file, field.bytes);
        while (type.next()) {
            if (!type.is(1, 2)) // a tensor: no sequence, no map
                continue;
            message of_tensor(file, type.bytes);
            while (of_tensor.next()) {
                if (of_tensor.is(1, 0))
                    read.type = of_tensor.value;
                if (!of_tensor.is(2, 2))
                    continue;
                read.has_shape = true;
                message shape(file, of_tensor.bytes);
                while (shape.next()) {
                    message dimension(file, shape.bytes);
                    std::uint64_t extent = 0;
                    while (shape.is(1, 2) && dimension.next())
                        if (dimension.is(1, 0))
                            extent = dimension.value;
                    broken = broken || dimension.broken || read.rank == most_dimensions ||
                             extent > (std::uint64_t{1} << 24);
                    if (!broken)
                        read.dimensions[read.rank++] = static_cast<std::size_t>(extent);
                }
                broken = broken || shape.broken;
            }
            broken = broken || of_tensor.broken;
        }
        broken = broken || type.broken;
    }
    broken = broken || field.broken;
    return read;
}

constexpr node read_node(char const* file, span where, bool& broken) {
    node read;
    read.where = where;
    message field(file, where);
    while (field.next())
        if (field.is(1, 2)) {
            if (read.operand_count < most_operands)
                read.operands[read.operand_count] = field.bytes;
            ++read.operand_count;
        } else if (field.is(2, 2)) {
            if (read.output_count < most_outputs)
                read.outputs[read.output_count] = field.bytes;
            ++read.output_count;
        } else if (field.is(4, 2)) {
            read.operator_name = field.bytes;
        }
    broken = broken || field.broken;
    return read;
}

// A text of a node that is not in its table: its name, field 3, or its domain, field 7.
constexpr span text_of(char const* file, node const& one, unsigned wanted) {
    message field(file, one.where);
    while (field.next())
        if (field.is(wanted, 2))
            return field.bytes;
    return {};
}

// How many nodes take a value, and the first of them. Those that only ask for its shape do not count.
constexpr std::size_t count_users(graph const& g, char const* file, span name, std::size_t& first) {
    std::size_t users = 0;
    for (std::size_t i = 0; i < g.node_count; ++i)
        for (std::size_t k = 0; k < g.nodes[i].operand_count && k < most_operands; ++k)
            if (same(file, g.nodes[i].operands[k], name) &&
                !is(file, g.nodes[i].operator_name, "Shape") && users++ == 0)
                first = i;
    return users;
}

} // namespace ctnn::onnx::detail
