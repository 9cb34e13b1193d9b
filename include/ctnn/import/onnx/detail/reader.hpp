#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/imported_value.hpp>
#include <ctnn/import/detail/takes_activation.hpp>
#include <ctnn/import/onnx/detail/attribute.hpp>
#include <ctnn/import/onnx/detail/graph.hpp>
#include <ctnn/import/onnx/detail/message.hpp>
#include <ctnn/import/onnx/detail/tensor.hpp>
#include <ctnn/import/onnx/problem.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::onnx::detail {

using ctnn::detail::imported_activation;
using ctnn::detail::imported_activations;
using ctnn::detail::imported_layers;
using ctnn::detail::imported_step;
using ctnn::detail::imported_value;
using ctnn::detail::parameter_block;
using ctnn::detail::takes_activation;
using problems = problem::kinds;

// How many numbers the input or what an operator enlarges it to may have: what no embedded file comes near; with it no
// product of sizes wraps around.
inline constexpr std::size_t most_input_numbers = std::size_t{1} << 24;

struct reader;

// The operators that are read, by their names in the file, and what they may form together. At run time these are the ones
// that the network's layers need, so that a program has no others.
struct vocabulary {
    struct word {
        text_view name;
        bool (*read)(reader&);
    };
    word const* words;
    std::size_t count;
    bool (*read_pattern)(reader&);               // or none
    bool (*walk_branches)(reader&, std::size_t); // or none
    bool (*has_channels_first)(reader const&);   // or none
    bool (*has_steps_first)(reader const&);      // or none
    bool (*order_output)(reader&);
    problems otherwise; // what is wrong with any other operator
};

// What an operator reads from and writes to: the node, the value that reaches it, and the steps made so far. Each
// operator is a function in operators/ that takes the node, adds steps and says what the value is after it, or refuses.
struct reader {
    char const* file;
    std::size_t file_size;
    graph const& g;
    vocabulary const& operators;
    imported_step* steps;
    std::size_t capacity;
    std::size_t count = 0;
    imported_value input{};
    imported_value value{}; // that reaches the node
    span name{};            // its name
    span location{};        // of the other file that weights are in
    std::size_t batch = 1;  // that the file states: the network takes one input
    std::size_t node_index = 0;
    std::size_t output = 0; // of the node that goes on
    problem found{};

    // --- The node ---

    constexpr node const& current() const { return g.nodes[node_index]; }
    constexpr bool is_operator(std::size_t index, text_view wanted) const {
        return index < g.node_count && is(file, g.nodes[index].operator_name, wanted);
    }
    // The node that gives a value, or the number of nodes.
    constexpr std::size_t maker_of(span wanted) const {
        std::size_t index = 0;
        while (index < g.node_count && !same(file, output_of(index), wanted))
            ++index;
        return index;
    }
    // What a node gives.
    constexpr span output_of(std::size_t index) const { return g.nodes[index].outputs[0]; }
    // Goes on with what the node gives.
    constexpr void leave() {
        name = current().outputs[output];
        output = 0;
    }
    constexpr bool has_operand(std::size_t index) const {
        return index < current().operand_count && current().operands[index].size > 0;
    }
    // Whether the value that reaches the node is this operand.
    constexpr bool takes_value_as(std::size_t index) const {
        return has_operand(index) && same(file, current().operands[index], name);
    }
    // The output that other nodes take, or the graph's; the number of outputs where it is not one alone.
    constexpr std::size_t used_output() const {
        std::size_t used = current().output_count, uses = 0, user = 0;
        for (std::size_t i = 0; i < current().output_count && i < most_outputs; ++i)
            if (span const one = current().outputs[i];
                one.size > 0 &&
                (same(file, one, g.output.name) || count_users(g, file, one, user) > 0)) {
                used = i;
                ++uses;
            }
        return uses == 1 ? used : current().output_count;
    }
    constexpr attribute find(text_view wanted) const {
        return find_attribute(file, current(), wanted);
    }
    constexpr std::int64_t integer(text_view wanted, std::int64_t otherwise) const {
        attribute const a = find(wanted);
        return a.given ? a.integer : otherwise;
    }
    constexpr float number(text_view wanted, float otherwise) const {
        attribute const a = find(wanted);
        return a.given ? a.number : otherwise;
    }

    // --- Refusals: each gives false, for `return refuse(...)` ---

    constexpr bool refuse(problems kind, std::size_t got = 0, std::size_t needed = 0) {
        if (found)
            return false;
        found.kind = kind;
        if (node_index < g.node_count) {
            span const given = text_of(file, current(), 3);
            found.node = view(given.size > 0 ? given : current().outputs[0]);
            found.operator_name = view(current().operator_name);
        }
        found.found = got;
        found.needed = needed;
        return false;
    }
    constexpr bool refuse_attribute(text_view which) {
        refuse(problems::attribute_has_a_value_that_is_not_read);
        found.attribute = which;
        return false;
    }

    // --- Constants of the file ---

    constexpr tensor const* constant(span wanted) const { return find_tensor(g, file, wanted); }
    constexpr tensor const* operand(std::size_t index) const {
        return has_operand(index) ? constant(current().operands[index]) : nullptr;
    }
    // An operand that must be numbers, as weights are. Only dense layers take a matrix that lies transposed.
    constexpr tensor const* weights(std::size_t index, bool may_be_transposed = false) {
        tensor const* const t = operand(index);
        if (t == nullptr || (t->is_transposed && !may_be_transposed))
            refuse(problems::operand_is_not_in_the_file);
        else if (t->number_size() == 0)
            refuse(problems::weights_are_no_float_or_double, static_cast<std::size_t>(t->type));
        else if (t->storage == tensor::storages::scattered)
            refuse(problems::weights_are_scattered);
        else if (t->storage == tensor::storages::another_file
                     ? t->data_has_size && t->data.size != t->size() * t->number_size()
                     : t->data.size != t->size() * t->number_size())
            refuse(problems::weights_are_not_as_many_as_their_shape_says, t->data.size,
                   t->size() * t->number_size());
        else if (t->size() == 0) // of nothing there is no layer
            refuse(problems::shape_does_not_fit, 0, 1);
        else if (is_in_a_third_file(*t))
            refuse(problems::weights_are_in_several_files);
        else
            return t;
        return nullptr;
    }
    // The network gets one file besides this one.
    constexpr bool is_in_a_third_file(tensor const& t) {
        if (t.storage != tensor::storages::another_file)
            return false;
        if (location.size == 0)
            location = t.location;
        return !same(file, location, t.location);
    }
    constexpr double number_at(tensor const& from, std::size_t index) const {
        char const* const p = file + from.data.first + index * from.number_size();
        return from.number_size() == 8 ? double_at(p) : static_cast<double>(float_at(p));
    }
    // A constant that the shape of the network depends on, such as the ends of Clip.
    constexpr bool single_number(std::size_t index, double& to) {
        tensor const* const t = weights(index);
        if (t == nullptr)
            return false;
        if (t->storage == tensor::storages::another_file)
            return refuse(problems::weights_are_in_another_file);
        if (t->size() != 1)
            return refuse(problems::shape_does_not_fit, t->size(), 1);
        to = number_at(*t, 0);
        return true;
    }

    // --- Steps ---

    // One more, of this layer. Its activation may still come.
    constexpr imported_step* add(imported_layers layer) {
        if (count == capacity) {
            refuse(problems::file_is_larger_than_the_network);
            return nullptr;
        }
        imported_step& made = steps[count++]; // is empty
        made.layer = layer;
        return &made;
    }
    constexpr imported_step* last() { return count == 0 ? nullptr : &steps[count - 1]; }
    // A layer that ends in the value, and has no activation yet.
    constexpr imported_step* last_without_activation(imported_layers layer) {
        imported_step* const step = last();
        return step != nullptr && step->layer == layer &&
                       step->activation.kind == imported_activations::identity
                   ? step
                   : nullptr;
    }
    // A layer of weights and biases that has no activation yet.
    constexpr imported_step* last_with_biases() {
        imported_step const* const step = last();
        return step != nullptr && takes_activation(step->layer)
                   ? last_without_activation(step->layer)
                   : nullptr;
    }
    constexpr bool activate(imported_activation which) {
        imported_step* const before = last_with_biases();
        if (before != nullptr && takes_activation(before->layer, which.kind)) {
            before->activation = which;
            return true;
        }
        imported_step* const step = add(imported_layers::activation);
        if (step == nullptr)
            return false;
        step->activation = which;
        return true;
    }
    // The numbers of a tensor, from the first on.
    constexpr parameter_block block(tensor const& from) const {
        parameter_block made;
        made.source = from.number_size() == 8 ? parameter_block::sources::doubles
                                              : parameter_block::sources::floats;
        made.in_another_file = from.storage == tensor::storages::another_file;
        made.first = from.data.first;
        return made;
    }
    // The same of a number for each channel.
    constexpr bool for_channels(tensor const& from, std::size_t channels, parameter_block& to) {
        if (from.size() != channels)
            return refuse(problems::shape_does_not_fit, from.size(), channels);
        to = block(from);
        to.extents[parameter_block::rank - 1] = channels;
        to.strides[parameter_block::rank - 1] = 1;
        return true;
    }
    static constexpr parameter_block all(float constant, std::size_t size) {
        parameter_block made;
        made.constant = constant;
        made.extents[parameter_block::rank - 1] = size;
        return made;
    }
    // Whether a tensor and the value together have the shape of the value.
    constexpr bool can_broadcast(tensor const& from) {
        // Before opset 7 an attribute says from which dimension on.
        if (g.opset < 7 && from.size() != 1 && find("axis").given)
            return refuse_attribute("axis");
        if (from.rank > value.rank)
            return refuse(problems::shape_does_not_fit, from.rank, value.rank);
        for (std::size_t i = 0; i < from.rank; ++i) {
            std::size_t const got = from.dimensions[from.rank - 1 - i],
                              wanted = value.dimensions[value.rank - 1 - i];
            if (got != 1 && got != wanted)
                return refuse(problems::shape_does_not_fit, got, wanted);
        }
        return true;
    }
    // A number of a tensor for each number of the value, as the file broadcasts it.
    constexpr bool broadcast(tensor const& from, parameter_block& to) {
        to = block(from);
        if (!can_broadcast(from))
            return false;
        for (std::size_t k = 0; k < value.axis_count; ++k) {
            std::size_t const target = parameter_block::rank - value.axis_count + k;
            to.extents[target] = value.axes[k].extent;
            if (from.size() == 1 || value.axes[k].extent == 1)
                continue;
            if (from.size() == value.size()) {
                to.strides[target] = value.axes[k].stride;
                continue;
            }
            // The dimension that the axis is, and the step that the tensor makes along it.
            bool is_found = false;
            for (std::size_t d = 0; d < value.rank; ++d)
                if (value.dimensions[d] == value.axes[k].extent &&
                    value.stride(d) == value.axes[k].stride) {
                    is_found = true;
                    std::size_t const behind = value.rank - 1 - d;
                    if (behind >= from.rank || from.dimensions[from.rank - 1 - behind] == 1)
                        continue;
                    std::size_t step = 1;
                    for (std::size_t i = 0; i < behind; ++i)
                        step *= from.dimensions[from.rank - 1 - i];
                    to.strides[target] = step;
                }
            if (!is_found)
                return refuse(problems::shape_does_not_fit, from.size(), value.size());
        }
        return true;
    }

private:
    constexpr text_view view(span s) const { return {file + s.first, s.size}; }
};

} // namespace ctnn::onnx::detail
