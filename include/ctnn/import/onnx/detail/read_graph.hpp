#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/import/onnx/detail/attribute.hpp>
#include <ctnn/import/onnx/detail/graph.hpp>
#include <ctnn/import/onnx/detail/message.hpp>
#include <ctnn/import/onnx/detail/tensor.hpp>
#include <ctnn/import/onnx/problem.hpp>

namespace ctnn::onnx::detail {

// What is in a file, before any of it is looked at.
struct contents {
    span graph{};
    std::size_t tensor_count = 0;
    std::size_t node_count = 0;
    std::uint64_t opset = 0;
    problem::kinds found = problem::kinds::none;
};

constexpr std::uint64_t read_opset(char const* file, span where, std::uint64_t before) {
    message set(file, where);
    std::uint64_t version = 0;
    bool is_of_onnx = true;
    while (set.next())
        if (set.is(2, 0))
            version = set.value;
        else if (set.is(1, 2))
            is_of_onnx = set.bytes.size == 0 || is(file, set.bytes, "ai.onnx");
    return is_of_onnx ? version : before;
}

constexpr contents read_contents(char const* file, std::size_t size) {
    using kinds = problem::kinds;
    contents read;
    if (size >= 4 && is(file, {0, 4}, "\x89HDF"))
        read.found = kinds::file_is_hdf5;
    else if (size >= 4 && is(file, {0, 4}, "PK\3\4"))
        read.found = kinds::file_is_a_zip;
    if (read.found != kinds::none)
        return read;
    message model(file, {0, size});
    bool has_functions = false, has_graph = false;
    while (model.next())
        if (model.is(7, 2)) {
            read.graph = model.bytes;
            has_graph = true;
        } else if (model.is(8, 2)) {
            read.opset = read_opset(file, model.bytes, read.opset);
        } else if (model.is(25, 2)) {
            has_functions = true;
        }
    if (model.broken || size == 0) {
        read.found = kinds::file_is_cut_off_or_no_onnx;
        return read;
    }
    message graph(file, read.graph);
    while (graph.next())
        if (graph.is(1, 2))
            ++read.node_count;
        else if (graph.is(5, 2))
            ++read.tensor_count;
    read.found = graph.broken                        ? kinds::file_is_cut_off_or_no_onnx
                 : !has_graph                        ? kinds::file_has_no_graph
                 : has_functions                     ? kinds::file_has_local_functions
                 : read.opset < 6 || read.opset > 21 ? kinds::file_has_an_opset_that_is_not_read
                                                     : kinds::none;
    return read;
}

// One tensor more, or what is wrong with it. Of two with one name, a node would take either.
constexpr problem::kinds add_tensor(char const* file, tensor const& made, graph& to) {
    if (to.tensor_count == to.tensor_room)
        return problem::kinds::file_is_larger_than_the_network;
    for (std::size_t i = 0; i < to.tensor_count; ++i)
        if (to.tensors[i].name.size == made.name.size && same(file, to.tensors[i].name, made.name))
            return problem::kinds::graph_has_two_tensors_of_one_name;
    to.tensors[to.tensor_count++] = made;
    return problem::kinds::none;
}

// A Constant is a tensor of the file like the others.
constexpr problem::kinds add_constant(char const* file, node const& from, graph& to, bool& broken) {
    tensor made;
    if (attribute const value = find_attribute(file, from, "value"); value.given) {
        made = read_tensor(file, value.tensor, broken);
    } else if (attribute const number = find_attribute(file, from, "value_float"); number.given) {
        made.type = static_cast<std::uint8_t>(number_types::float32);
        made.storage = tensor::storages::packed;
        made.data = number.number_bytes;
    } else if (attribute const list = find_attribute(file, from, "value_ints"); list.given) {
        made.type = static_cast<std::uint8_t>(number_types::int64);
        made.storage = tensor::storages::of_attribute;
        made.data = list.where;
        add_dimension(made, list.integer_count(file), broken);
    }
    made.name = from.outputs[0];
    return add_tensor(file, made, to);
}

// Whether a Transpose of a matrix turns it around.
constexpr bool is_other_order(char const* file, node const& turning) {
    attribute const order = find_attribute(file, turning, "perm");
    return !order.given || (order.integer_count(file) == 2 && order.integer_at(file, 0) == 1 &&
                            order.integer_at(file, 1) == 0);
}

// What Identity of a constant, Transpose of a matrix and Reshape to a shape without 0 and -1 give; or nothing.
constexpr bool fold_constant(graph const& to, char const* file, node const& one, tensor& made) {
    tensor const* const from = find_tensor(to, file, one.operands[0]);
    if (from == nullptr)
        return false;
    made = *from;
    made.name = one.outputs[0];
    if (one.operand_count == 1 && is(file, one.operator_name, "Transpose")) {
        made.is_transposed = !made.is_transposed;
        made.dimensions[0] = from->dimensions[1];
        made.dimensions[1] = from->dimensions[0];
        return from->rank == 2 && is_other_order(file, one);
    }
    if (one.operand_count == 2 && is(file, one.operator_name, "Reshape")) {
        tensor const* const shape = find_tensor(to, file, one.operands[1]);
        bool broken = shape == nullptr || from->is_transposed;
        made.rank = 0;
        for (std::size_t i = 0; !broken && i < shape->size(); ++i)
            add_dimension(made, static_cast<std::uint64_t>(integer_at(file, *shape, i, broken)),
                          broken);
        return !broken && made.size() == from->size();
    }
    return one.operand_count == 1 && is(file, one.operator_name, "Identity");
}

// (Other nodes of constants are refused by those that take them.)
constexpr problem::kinds fold_constants(char const* file, graph& to) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < to.node_count; ++i) {
        node const& one = to.nodes[i];
        tensor made;
        if (!fold_constant(to, file, one, made))
            to.nodes[kept++] = one;
        else if (auto const found = add_tensor(file, made, to); found != problem::kinds::none)
            return found;
    }
    to.node_count = kept;
    return problem::kinds::none;
}

// Fills the tables, and says what is wrong.
constexpr problem::kinds read_graph(char const* file, contents const& from, graph& to) {
    using kinds = problem::kinds;
    if (from.found != kinds::none)
        return from.found;
    to.opset = from.opset;
    bool broken = false;
    kinds found = kinds::none;
    message field(file, from.graph);
    while (found == kinds::none && field.next())
        if (field.is(1, 2)) {
            node const read = read_node(file, field.bytes, broken);
            if (is(file, read.operator_name, "Constant")) {
                found = add_constant(file, read, to, broken);
            } else if (to.node_count == to.node_room) {
                return kinds::file_is_larger_than_the_network;
            } else {
                to.nodes[to.node_count++] = read;
            }
        } else if (field.is(5, 2)) {
            found = add_tensor(file, read_tensor(file, field.bytes, broken), to);
        } else if (field.is(12, 2)) {
            to.output = read_stated_value(file, field.bytes, broken);
            ++to.output_count;
        }
    if (found != kinds::none)
        return found;
    // Old files list what is initialized among the inputs.
    field = message(file, from.graph);
    while (field.next())
        if (field.is(11, 2)) {
            stated_value const read = read_stated_value(file, field.bytes, broken);
            bool is_initialized = false;
            for (std::size_t i = 0; i < to.tensor_count; ++i)
                is_initialized = is_initialized || same(file, to.tensors[i].name, read.name);
            if (!is_initialized && to.input_count++ == 0)
                to.input = read;
        }
    found = fold_constants(file, to);
    return found != kinds::none   ? found
           : broken               ? kinds::file_is_cut_off_or_no_onnx
           : to.input_count != 1  ? kinds::graph_has_not_one_input
           : to.output_count != 1 ? kinds::graph_has_not_one_output
                                  : kinds::none;
}

} // namespace ctnn::onnx::detail
