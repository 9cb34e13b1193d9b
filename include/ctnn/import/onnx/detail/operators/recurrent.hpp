#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/import/detail/layers/recurrent.hpp>
#include <ctnn/import/onnx/detail/operators/both_directions.hpp>
#include <ctnn/import/onnx/detail/operators/sequence.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>

namespace ctnn::onnx::detail {

using ctnn::detail::imported_recurrent;
using cells = imported_recurrent::cells;
using directions = imported_recurrent::directions;

// GRU, LSTM and RNN: x [steps, batch, inputs], weights [directions, gates * units, inputs], recurrent weights [directions,
// gates * units, units], biases of both [directions, 2 * gates * units], the length, the state to begin with.
//
// Their gates lie in the file in the order z, r, n and i, o, f, g, and in the layers in the order z, r, n and i, f, g, o.
struct recurrent_kind {
    std::size_t gates;
    std::array<unsigned char, 4> order; // for each gate of the layer, its place in the file
};
constexpr recurrent_kind recurrent_kind_of(cells cell) {
    return cell == cells::lstm         ? recurrent_kind{4, {0, 2, 3, 1}}
           : cell == cells::simple_rnn ? recurrent_kind{1, {}}
                                       : recurrent_kind{3, {0, 1, 2}};
}

// Of HardSigmoid, PyTorch's and Keras 3's. The settings are those of the activations that have some, one after the other.
constexpr bool has_settings_of_hard_sigmoid(reader const& r, std::size_t activation) {
    std::size_t index = 0;
    for (std::size_t i = 0; i < activation; ++i)
        index += is(r.file, r.find("activations").text_at(r.file, i), "HardSigmoid");
    float const slope = r.find("activation_alpha").number_at(r.file, index);
    return slope > 0.1666665f && slope < 0.1666668f &&
           r.find("activation_beta").number_at(r.file, index) == 0.5f;
}

// Activation number `index` of the node, or what it is where the node does not say.
constexpr bool read_activation(reader& r, std::size_t index, imported_activations& to) {
    attribute const listed = r.find("activations");
    span const name = listed.text_at(r.file, index);
    if (!listed.given || name.size == 0)
        return !listed.given || r.refuse_attribute("activations");
    if (is(r.file, name, "Sigmoid"))
        to = imported_activations::sigmoid;
    else if (is(r.file, name, "Tanh"))
        to = imported_activations::tanh;
    else if (is(r.file, name, "Relu"))
        to = imported_activations::relu;
    else if (is(r.file, name, "Softsign"))
        to = imported_activations::softsign;
    else if (is(r.file, name, "Softplus"))
        to = imported_activations::softplus;
    else if (is(r.file, name, "HardSigmoid") && has_settings_of_hard_sigmoid(r, index))
        to = imported_activations::hard_sigmoid;
    else
        return r.refuse_attribute("activations");
    return true;
}

// The same activations in each direction; an LSTM has the same one before and after its cell.
constexpr bool read_activations(reader& r, std::size_t direction_count, imported_recurrent& to) {
    bool const has_gates = to.cell != cells::simple_rnn;
    std::size_t const count = to.cell == cells::lstm ? 3 : has_gates ? 2 : 1;
    for (std::size_t i = 0; i < count * direction_count; ++i) {
        bool const is_gate = has_gates && i % count == 0;
        imported_activations read =
            is_gate ? imported_activations::sigmoid : imported_activations::tanh;
        if (!read_activation(r, i, read))
            return false;
        imported_activations& one = is_gate ? to.gate : to.squash;
        bool const is_first = i < (has_gates ? 2U : 1U);
        if (!is_first && one != read)
            return r.refuse_attribute("activations");
        one = read;
    }
    return true;
}

// What the layers do not have: another state to begin with than zeros, other lengths, peepholes, clipped sums.
constexpr bool has_only_what_is_read(reader& r, std::size_t steps) {
    if (r.find("clip").given)
        return r.refuse_attribute("clip");
    if (r.integer("input_forget", 0) != 0)
        return r.refuse_attribute("input_forget");
    if (r.has_operand(4) && !is_length(r, 4, steps))
        return r.refuse(problems::sequence_has_another_length);
    for (std::size_t i = 5; i < 7; ++i)
        if (r.has_operand(i) && !is_zero(r, r.current().operands[i]))
            return r.refuse(problems::sequence_begins_with_a_state_that_is_not_zero);
    return !r.has_operand(7) || r.refuse(problems::operator_has_peepholes);
}

// Columns of some gates, from one on: [rows][count * units] of a matrix [.., gates * units, rows] of the file.
constexpr parameter_block gate_columns(reader const& r, tensor const& from, cells cell,
                                       std::size_t first, std::size_t count) {
    recurrent_kind const kind = recurrent_kind_of(cell);
    std::size_t const rows = from.dimensions[2], units = from.dimensions[1] / kind.gates;
    parameter_block made = r.block(from);
    made.next_part = kind.gates * units * rows * made.number_size();
    made.extents = {1, 1, rows, count, units};
    made.strides = {0, 0, 1, units * rows, rows};
    for (std::size_t i = 0; i < count; ++i)
        made.order[i] = kind.order[first + i];
    made.is_ordered = true;
    return made;
}

// The biases of W or, from gates * units on, of R; or the sums of both.
constexpr parameter_block gate_biases(reader const& r, tensor const* from, cells cell,
                                      std::size_t units, bool of_the_state, bool are_sums) {
    recurrent_kind const kind = recurrent_kind_of(cell);
    std::size_t const size = kind.gates * units;
    if (from == nullptr)
        return r.all(0, size);
    parameter_block made = r.block(*from);
    made.first += of_the_state ? size * made.number_size() : 0;
    made.next_part = 2 * size * made.number_size();
    made.added = are_sums ? size * made.number_size() : 0;
    made.extents = {1, 1, 1, kind.gates, units};
    made.strides = {0, 0, 0, units, 1};
    made.order = kind.order;
    made.is_ordered = true;
    return made;
}

constexpr void add_blocks(reader const& r, imported_step& step, imported_recurrent const& layer,
                          tensor const& w, tensor const& u, tensor const* biases) {
    auto const add = [&step](parameter_block const& one) { step.blocks[step.block_count++] = one; };
    std::size_t const gates = recurrent_kind_of(layer.cell).gates;
    bool const resets_before = layer.cell == cells::gru_that_resets_before;
    bool const are_sums = layer.cell != cells::gru;
    add(gate_columns(r, w, layer.cell, 0, gates));
    add(gate_columns(r, u, layer.cell, 0, resets_before ? 2 : gates));
    if (resets_before)
        add(gate_columns(r, u, layer.cell, 2, 1));
    add(gate_biases(r, biases, layer.cell, layer.units, false, are_sums));
    if (!are_sums)
        add(gate_biases(r, biases, layer.cell, layer.units, true, false));
}

// The node gives all outputs or those of the last step of each direction, whichever is used. The steps that the file
// takes backward are reversed for the layer.
constexpr bool read_recurrent(reader& r, cells cell) {
    if (!r.takes_value_as(0))
        return r.refuse(problems::operand_is_not_in_the_file);
    bool const batch_first = r.integer("layout", 0) != 0;
    if (r.value.rank != 3 || r.value.dimensions[batch_first ? 0 : 1] != 1)
        return r.refuse(problems::shape_does_not_fit, r.value.rank, 3);
    std::size_t const steps = r.value.dimensions[batch_first ? 1 : 0];
    std::size_t const inputs = r.value.dimensions[2];

    attribute const where = r.find("direction");
    bool const is_reverse = where.given && is(r.file, where.text, "reverse");
    bool const is_both = where.given && is(r.file, where.text, "bidirectional");
    if (where.given && !is_reverse && !is_both && !is(r.file, where.text, "forward"))
        return r.refuse_attribute("direction");
    std::size_t const direction_count = is_both ? 2 : 1;

    std::size_t const output = r.used_output();
    if (output > 1) // the cell of an LSTM, or more than one
        return r.refuse(problems::output_is_used_more_than_once);
    bool const takes_last = output == 1;
    r.output = output;

    // The weights.
    std::size_t const gates = recurrent_kind_of(cell).gates;
    tensor const* const w = r.weights(1);
    tensor const* const u = w == nullptr ? nullptr : r.weights(2);
    if (u == nullptr)
        return false;
    if (w->rank != 3 || u->rank != 3)
        return r.refuse(problems::shape_does_not_fit, w->rank == 3 ? u->rank : w->rank, 3);
    std::size_t const units = u->dimensions[2];
    if (w->dimensions[2] != inputs)
        return r.refuse(problems::input_has_another_size, inputs, w->dimensions[2]);
    for (tensor const* const one : {w, u})
        if (one->dimensions[0] != direction_count || one->dimensions[1] != gates * units)
            return r.refuse(problems::shape_does_not_fit, one->size(),
                            direction_count * gates * units * one->dimensions[2]);
    tensor const* biases = nullptr;
    if (r.has_operand(3)) {
        biases = r.weights(3);
        if (biases == nullptr)
            return false;
        if (biases->size() != direction_count * 2 * gates * units)
            return r.refuse(problems::shape_does_not_fit, biases->size(),
                            direction_count * 2 * gates * units);
    }

    imported_recurrent layer;
    layer.units = units;
    layer.cell = cell;
    layer.direction = !is_both     ? directions::forward
                      : takes_last ? directions::both_to_the_last_step
                                   : directions::both;
    if (!has_only_what_is_read(r, steps) || !read_activations(r, direction_count, layer) ||
        !begin_sequence(r, steps, inputs))
        return false;
    if (steps == 1 && is_both)
        return r.refuse_attribute("direction");

    bool const is_reversed = is_reverse && steps > 1;
    if (is_reversed && r.add(imported_layers::reversed_steps) == nullptr)
        return false;
    imported_step* const step = r.add(imported_layers::recurrent);
    if (step == nullptr)
        return false;
    static_cast<ctnn::detail::imported_signature&>(*step) = layer.signature();
    step->part_count = direction_count;
    add_blocks(r, *step, layer, *w, *u, biases);
    if (takes_last && !is_both && steps > 1 && r.add(imported_layers::last_step) == nullptr)
        return false;
    if (!takes_last && is_reversed && r.add(imported_layers::reversed_steps) == nullptr)
        return false;

    // [steps, directions, batch, units], with the batch first [batch, steps, directions, units]; of the last step
    // [directions, batch, units] or [batch, directions, units].
    imported_value after;
    std::size_t const all_steps = takes_last ? 1 : steps;
    if (batch_first)
        after.dimensions[after.rank++] = 1;
    if (!takes_last)
        after.dimensions[after.rank++] = steps;
    after.dimensions[after.rank++] = direction_count;
    if (!batch_first)
        after.dimensions[after.rank++] = 1;
    after.dimensions[after.rank++] = units;
    if (all_steps > 1)
        after.axes[after.axis_count++] = {steps, direction_count * units};
    after.axes[after.axis_count++] = {direction_count * units, 1};
    r.value = after;
    if (!takes_last && is_both && !batch_first) {
        std::size_t const joining = find_joined_steps(r, r.current().outputs[output], units);
        if (joining < r.g.node_count) {
            r.value.dimensions = {steps, 1, 2 * units};
            r.value.rank = 3;
            r.node_index = joining;
            r.output = 0;
        }
    }
    if (takes_last && is_both && !batch_first) {
        std::size_t const joining = find_both_directions(r, r.current().outputs[output]);
        if (joining < r.g.node_count) {
            r.value = imported_value::vector(2 * units);
            r.node_index = joining;
            r.output = 0;
        }
    }
    return true;
}

constexpr bool read_gru(reader& r) {
    return read_recurrent(
        r, r.integer("linear_before_reset", 0) != 0 ? cells::gru : cells::gru_that_resets_before);
}
constexpr bool read_lstm(reader& r) {
    return read_recurrent(r, cells::lstm);
}
constexpr bool read_rnn(reader& r) {
    return read_recurrent(r, cells::simple_rnn);
}

} // namespace ctnn::onnx::detail
