#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/tflite/detail/graph.hpp>
#include <ctnn/import/tflite/detail/reader.hpp>
#include <ctnn/import/tflite/detail/vocabulary.hpp>
#include <ctnn/import/tflite/detail/walk.hpp>
#include <ctnn/import/tflite/problem.hpp>

namespace ctnn::tflite::detail {

// A file as the layers that it becomes, or what is wrong with it.
template <std::size_t Steps>
struct plan {
    std::array<imported_step, Steps> steps{};
    std::size_t count = 0;
    value input{};
    value output{};
    problem found{};
};

constexpr bool is_of_keras(char const* file, std::size_t size) {
    bool const is_hdf5 = size > 3 && file[1] == 'H' && file[2] == 'D' && file[3] == 'F';
    bool const is_zip = size > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3;
    return is_hdf5 || is_zip;
}

// Whether there is one input and one output, and not too many operators for these tables.
constexpr problem find_fault(model_view const& model, std::size_t capacity) {
    problem found;
    if (model.file->broken)
        found.kind = is_of_keras(model.file->data, model.file->size)
                         ? problems::file_is_of_keras
                         : problems::file_is_cut_off_or_no_tflite;
    else if (model.inputs.count != 1)
        found = {problems::graph_has_not_one_input, 0, {}, {}, model.inputs.count, 1};
    else if (model.outputs.count != 1)
        found = {problems::graph_has_not_one_output, 0, {}, {}, model.outputs.count, 1};
    else if (model.operators.count > capacity)
        found = {
            problems::file_is_larger_than_the_network, 0, {}, {}, model.operators.count, capacity};
    return found;
}

// The input has the dimensions that the file states, without the batch, which is the first one where there are several.
constexpr bool read_input(reader& r, std::size_t index) {
    tensor const stated = r.model.read_tensor(index);
    r.node_index = r.node_count;
    if (stated.rank == 0 || stated.rank > most_dimensions || !stated.has_known_size ||
        stated.size() >= most_numbers)
        return r.refuse(problems::graph_has_an_input_of_unknown_size);
    if (stated.rank > 1 && stated.dimensions[0] != 1)
        return r.refuse(problems::graph_has_a_batch, stated.dimensions[0], 1);
    if (stated.type != number_types::float32)
        return r.refuse(problems::graph_has_an_input_of_another_type,
                        static_cast<std::size_t>(stated.type));
    r.value.dimensions = stated.dimensions;
    r.value.rank = stated.rank;
    r.value.put_extents();
    r.input = r.value;
    r.reached = index;
    return true;
}

constexpr bool walk_all(reader& r, std::size_t input, std::size_t output) {
    if (!read_input(r, input) || !find_starts(r, input))
        return false;
    std::size_t const last = producer_of(r, output, input);
    if (last == nowhere) {
        r.node_index = r.node_count;
        return r.refuse(problems::graph_has_an_output_that_its_input_does_not_reach);
    }
    if (!walk(r, 0, last, 0))
        return false;
    return r.count > 0 || r.activate({}); // a network has a layer
}

// Nodes and Steps are the capacities of the tables.
template <std::size_t Nodes, std::size_t Steps>
constexpr plan<Steps> read_plan(char const* file, std::size_t size,
                                vocabulary const& operators = vocabulary_of<set_of_all>) {
    plan<Steps> made;
    flat_file bytes{file, size};
    model_view const model(bytes);
    made.found = find_fault(model, Nodes < most_operators ? Nodes : most_operators);
    if (made.found)
        return made;
    std::array<node, Nodes> nodes{};
    std::array<std::size_t, Nodes> before{};
    for (std::size_t i = 0; i < model.operators.count && !bytes.broken; ++i)
        nodes[i] = model.read_node(i);
    std::size_t const input = model.tensor_index(model.inputs, 0),
                      output = model.tensor_index(model.outputs, 0);
    reader r{model, nodes.data(), model.operators.count, operators, made.steps.data(),
             Steps, before.data()};
    if (!bytes.broken)
        walk_all(r, input, output);
    made.count = r.count;
    made.input = r.input;
    made.output = r.value;
    made.found = r.found;
    if (bytes.broken) {
        made.found = {};
        made.found.kind = problems::file_is_cut_off_or_no_tflite;
    }
    return made;
}

} // namespace ctnn::tflite::detail
