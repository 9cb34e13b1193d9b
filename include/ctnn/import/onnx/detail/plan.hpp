#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/imported_value.hpp>
#include <ctnn/import/onnx/detail/operators.hpp>
#include <ctnn/import/onnx/detail/operators/channels.hpp>
#include <ctnn/import/onnx/detail/operators/shapes.hpp>
#include <ctnn/import/onnx/detail/read_graph.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>
#include <ctnn/import/onnx/detail/steps_first.hpp>
#include <ctnn/import/onnx/detail/vocabulary.hpp>
#include <ctnn/import/onnx/detail/walk.hpp>
#include <ctnn/import/onnx/problem.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::onnx::detail {

// A file as the layers that it becomes, or what is wrong with it.
template <std::size_t Steps>
struct plan {
    std::array<imported_step, Steps> steps{};
    std::size_t count = 0;
    imported_value input{};
    imported_value output{};
    problem found{};
};

// The dimensions of the input: those that the file states, but for the batch, which is the first one where there are
// several, or the one after the steps of a recurrent operator. A product that starts with weights takes a column, which
// has none.
constexpr bool read_input(reader& r) {
    stated_value const& stated = r.g.input;
    r.node_index = r.g.node_count;
    if (!stated.has_shape || stated.rank == 0)
        return r.refuse(problems::graph_has_an_input_of_unknown_size);
    if (stated.type != static_cast<std::uint64_t>(number_types::float32) &&
        stated.type != static_cast<std::uint64_t>(number_types::float64))
        return r.refuse(problems::graph_has_an_input_that_is_not_float,
                        static_cast<std::size_t>(stated.type));
    std::size_t user = 0;
    count_users(r.g, r.file, stated.name, user);
    bool const is_column =
        r.is_operator(user, "MatMul") && same(r.file, r.g.nodes[user].operands[1], stated.name);
    bool const has_batch = stated.rank > 1 && !is_column;
    std::size_t const batch =
        r.operators.has_steps_first != nullptr && r.operators.has_steps_first(r) ? 1 : 0;
    r.value.rank = stated.rank;
    std::size_t size = 1;
    for (std::size_t i = 0; i < stated.rank; ++i) {
        r.value.dimensions[i] = has_batch && i == batch ? 1 : stated.dimensions[i];
        if (r.value.dimensions[i] == 0)
            return r.refuse(problems::graph_has_an_input_of_unknown_size, i);
        size *= r.value.dimensions[i];
        if (size > most_input_numbers)
            return r.refuse(problems::graph_has_an_input_of_unknown_size, i);
    }
    r.batch = has_batch ? stated.dimensions[batch] : 1;
    for (std::size_t i = 0; i < stated.rank; ++i)
        if (r.value.dimensions[i] > 1) {
            if (r.value.axis_count == imported_value::most_axes)
                return r.refuse(problems::graph_has_an_input_of_unknown_size, i);
            r.value.axes[r.value.axis_count++] = {r.value.dimensions[i], r.value.stride(i)};
        }
    if (r.value.axis_count == 0)
        r.value.axes[r.value.axis_count++] = {};
    if (r.operators.has_channels_first != nullptr && r.operators.has_channels_first(r))
        r.value = with_channels_last(r.value);
    else if (stated.rank == 3 && r.value.dimensions[2] == 1 &&
             r.operators.has_steps_first != nullptr && has_recurrent_operator(r))
        r.value.axes[r.value.axis_count++] = {}; // steps of one number are no row
    r.name = stated.name;
    r.input = r.value;
    return true;
}

// Whether the output has as many numbers as the file states, where it states all; the batch may be more than one.
constexpr bool check_output(reader& r) {
    stated_value const& stated = r.g.output;
    std::size_t size = 1;
    for (std::size_t i = 0; i < stated.rank; ++i) {
        std::size_t const extent = i == 0 && stated.dimensions[0] == 0 ? 1 : stated.dimensions[i];
        if (extent == 0 || size > most_input_numbers / extent)
            return true; // not known
        size *= extent;
    }
    if (!stated.has_shape || size == r.value.size() || size == r.value.size() * r.batch)
        return true;
    r.node_index = r.g.node_count;
    return r.refuse(problems::graph_gives_another_size_than_it_states, r.value.size(), size);
}

// Tensors, Nodes and Steps are the room for the tables.
template <std::size_t Tensors, std::size_t Nodes, std::size_t Steps>
constexpr plan<Steps> read_plan(char const* file, std::size_t size,
                                vocabulary const& operators = vocabulary_of<always>) {
    plan<Steps> made;
    std::array<tensor, Tensors> tensors{};
    std::array<node, Nodes> nodes{};
    graph g{tensors.data(), Tensors, nodes.data(), Nodes};
    made.found.kind = read_graph(file, read_contents(file, size), g);
    if (made.found) {
        made.found.found = made.found.kind == problems::graph_has_not_one_input    ? g.input_count
                           : made.found.kind == problems::graph_has_not_one_output ? g.output_count
                           : made.found.kind == problems::file_has_an_opset_that_is_not_read
                               ? static_cast<std::size_t>(read_contents(file, size).opset)
                               : 0;
        return made;
    }
    reader r{file, size, g, operators, made.steps.data(), Steps};
    if (read_input(r)) {
        if (walk(r, 0, nullptr) && check_output(r))
            r.operators.order_output(r);
        made.input = r.input;
        made.output = r.value;
    }
    if (!r.found && r.count == 0)
        r.activate({}); // a network has a layer
    made.count = r.count;
    made.found = r.found;
    return made;
}

} // namespace ctnn::onnx::detail
