#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/takes_activation.hpp>
#include <ctnn/import/tflite/detail/flat_file.hpp>
#include <ctnn/import/tflite/detail/graph.hpp>
#include <ctnn/import/tflite/detail/operator_name.hpp>
#include <ctnn/import/tflite/detail/schema.hpp>
#include <ctnn/import/tflite/detail/value.hpp>
#include <ctnn/import/tflite/problem.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::tflite::detail {

using ctnn::detail::imported_activation;
using ctnn::detail::imported_activations;
using ctnn::detail::imported_layers;
using ctnn::detail::imported_step;
using ctnn::detail::parameter_block;
using problems = problem::kinds;

struct reader;

// The operators that are read. At run time these are the ones that the network's layers need, so that a program has no
// others.
struct vocabulary {
    struct word {
        operator_codes code;
        bool (*read)(reader&);
    };
    word const* words;
    std::size_t count;
    bool (*walk_branches)(reader&, std::size_t, std::size_t); // or none
    problems otherwise; // what is wrong with any other operator
};

// What an operator reads from and writes to: the node, the value that reaches it, and the steps made so far. Each
// operator is a function in operators/ that takes the node, adds steps and says what the value is after it, or refuses.
struct reader {
    model_view const& model;
    node const* nodes;
    std::size_t node_count;
    vocabulary const& operators;
    imported_step* steps;
    std::size_t capacity;
    std::size_t*
        before; // for each node, the last one before it that all that it takes is made of, counted from 1; or 0, the input
    std::size_t count = 0;
    detail::value input{};
    detail::value value{};           // that reaches the node
    std::size_t reached = no_tensor; // its tensor
    std::size_t node_index = 0;
    problem found{};

    // --- The node ---

    constexpr node const& current() const { return nodes[node_index]; }
    constexpr bool is_operator(std::size_t index, operator_codes wanted) const {
        return nodes[index].code == static_cast<std::uint32_t>(wanted);
    }
    constexpr bool has_operand(std::size_t index) const {
        return index < most_operands && current().operands[index] != no_tensor;
    }
    constexpr bool takes_value_as(std::size_t index) const {
        return has_operand(index) && current().operands[index] == reached;
    }
    constexpr std::uint32_t option(std::size_t field, std::size_t bytes,
                                   std::uint32_t otherwise = 0) const {
        return current().options.place == 0 ? otherwise
                                            : current().options.number(field, bytes, otherwise);
    }
    constexpr tensor output() const { return model.read_tensor(current().output); }

    // --- Refusals: each gives false, for `return refuse(...)` ---

    constexpr bool refuse(problems kind, std::size_t got = 0, std::size_t needed = 0) {
        if (found)
            return false;
        found.kind = kind;
        if (node_index < node_count) {
            found.operator_index = node_index;
            found.operator_name = operator_name(current().code);
        }
        found.found = got;
        found.needed = needed;
        return false;
    }
    constexpr bool refuse_option(text_view which, std::size_t got) {
        refuse(problems::option_has_a_value_that_is_not_read, got);
        found.option = which;
        return false;
    }

    // --- Constants of the file ---

    // Whether an operand has numbers of this type, as many as its shape says.
    constexpr bool read_constant(std::size_t index, number_types type, std::size_t number_size,
                                 tensor& to) {
        if (!has_operand(index))
            return refuse(problems::operand_is_not_in_the_file);
        to = model.read_tensor(current().operands[index]);
        if (!to.is_constant())
            return refuse(problems::operand_is_not_in_the_file);
        if (to.type != type)
            return refuse(problems::weights_are_of_another_type, static_cast<std::size_t>(to.type),
                          static_cast<std::size_t>(type));
        if (to.rank > most_dimensions)
            return refuse(problems::shape_does_not_fit, to.rank, most_dimensions);
        if (to.byte_count != to.size() * number_size)
            return refuse(problems::weights_are_not_as_many_as_their_shape_says, to.byte_count,
                          to.size() * number_size);
        return true;
    }
    constexpr bool read_weights(std::size_t index, tensor& to) {
        return read_constant(index, number_types::float32, 4, to);
    }
    constexpr std::int32_t integer_at(tensor const& from, std::size_t index) const {
        return static_cast<std::int32_t>(model.file->number(from.first_byte + 4 * index, 4));
    }

    // --- Steps ---

    // One more, of this layer. Its activation may still come.
    constexpr imported_step* add(imported_layers layer) {
        if (count == capacity) {
            refuse(problems::file_is_larger_than_the_network);
            return nullptr;
        }
        imported_step& made = steps[count++];
        made = {};
        made.layer = layer;
        return &made;
    }
    constexpr imported_step* last() { return count == 0 ? nullptr : &steps[count - 1]; }
    constexpr bool activate(imported_activation which) {
        imported_step* step = last();
        if (step == nullptr || step->activation.kind != imported_activations::identity ||
            !ctnn::detail::takes_activation(step->layer, which.kind))
            step = add(imported_layers::activation);
        if (step == nullptr)
            return false;
        step->activation = which;
        return true;
    }
    constexpr bool activate_fused(std::size_t field) {
        std::uint32_t const which = option(field, 1);
        switch (static_cast<fused_activations>(which)) {
        case fused_activations::none:
            return true;
        case fused_activations::relu:
            return activate({imported_activations::relu});
        case fused_activations::relu_n1_to_1:
            return activate({imported_activations::hard_tanh});
        case fused_activations::relu6:
            return activate({imported_activations::relu6});
        }
        return refuse_option("fused_activation_function", which);
    }
    // The network has the dimensions of the file from here on.
    constexpr bool take_dimensions() {
        if (value.has_extents())
            return true;
        imported_step* const step = add(imported_layers::reshape);
        if (step == nullptr)
            return false;
        value.put_extents();
        step->sizes[0] = value.extent_count;
        for (std::size_t i = 0; i < value.extent_count; ++i)
            step->sizes[i + 1] = value.extents[i];
        return true;
    }
    constexpr parameter_block block(tensor const& from) const {
        parameter_block made;
        made.source = parameter_block::sources::floats;
        made.first = from.first_byte;
        return made;
    }
    // A number for each of Size, one after the other.
    constexpr parameter_block row(tensor const& from, std::size_t size) const {
        parameter_block made = block(from);
        made.extents[parameter_block::rank - 1] = size;
        made.strides[parameter_block::rank - 1] = 1;
        return made;
    }
    static constexpr parameter_block all(float constant, std::size_t size) {
        parameter_block made;
        made.constant = constant;
        made.extents[parameter_block::rank - 1] = size;
        return made;
    }
    // Biases of operand `index`, or zeros.
    constexpr bool read_biases(std::size_t index, std::size_t size, parameter_block& to) {
        to = all(0, size);
        if (!has_operand(index))
            return true;
        tensor biases;
        if (!read_weights(index, biases))
            return false;
        if (biases.size() != size)
            return refuse(problems::shape_does_not_fit, biases.size(), size);
        to = row(biases, size);
        return true;
    }
};

} // namespace ctnn::tflite::detail
