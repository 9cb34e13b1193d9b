#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/import/onnx/detail/operators/shapes.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>

namespace ctnn::onnx::detail {

// What recurrent operators ask of their operands, and what takes one step of a sequence.

// Whether all numbers are zeros: a constant, or a fill of a shape that is computed, as PyTorch writes initial states.
constexpr bool is_zero(reader const& r, span name) {
    if (tensor const* const t = r.constant(name)) {
        if (t->storage != tensor::storages::packed || t->number_size() == 0 ||
            t->data.size != t->size() * t->number_size())
            return false;
        for (std::size_t i = 0; i < t->size(); ++i)
            if (r.number_at(*t, i) != 0)
                return false;
        return true;
    }
    std::size_t const maker = r.maker_of(name);
    if (r.is_operator(maker, "ConstantOfShape")) {
        attribute const value = find_attribute(r.file, r.g.nodes[maker], "value");
        bool broken = false;
        tensor const t = value.given ? read_tensor(r.file, value.tensor, broken) : tensor{};
        return !broken &&
               (!value.given || (t.storage == tensor::storages::packed && t.number_size() != 0 &&
                                 t.data.size == t.number_size() && r.number_at(t, 0) == 0));
    }
    // (What is expanded is a constant: a node that gave it would have to come before.)
    tensor const* const expanded =
        r.is_operator(maker, "Expand") ? r.constant(r.g.nodes[maker].operands[0]) : nullptr;
    return expanded != nullptr && is_zero(r, expanded->name);
}

// Whether an operand says that the sequence has all its steps.
constexpr bool is_length(reader const& r, std::size_t operand, std::size_t steps) {
    tensor const* const t = r.operand(operand);
    bool broken = false;
    return t != nullptr && t->size() == 1 &&
           integer_at(r.file, *t, 0, broken) == static_cast<std::int64_t>(steps) && !broken;
}

// Whether the network has the value as steps, the first axis, of numbers, if only of one number each.
constexpr bool is_sequence(reader& r) {
    imported_step const* const last = r.last();
    return r.value.axis_count > 1 ||
           (last != nullptr && (last->layer == imported_layers::recurrent ||
                                last->layer == imported_layers::reversed_steps ||
                                last->layer == imported_layers::dense_over_time));
}

// Whether no layer comes before: neither here nor, in a branch, before the branches.
constexpr bool is_at_the_input(reader const& r) {
    std::size_t open = 0;
    for (std::size_t i = 0; i < r.count; ++i)
        open += r.steps[i].layer == imported_layers::added && r.steps[i].inside == 0;
    return r.count == 0 ||
           (open == 1 && r.steps[0].inside == 0 && r.steps[0].layer == imported_layers::added &&
            r.steps[r.count - 1].layer == imported_layers::branch);
}

// Whether the network has the value as so many steps of so many inputs. Its axes alone do not tell: they may be those of
// dimensions that the file gave to a row, and where dimensions change places, axes of one number are lost.
constexpr bool is_sequence_of(reader const& r, std::size_t steps, std::size_t inputs) {
    for (std::size_t i = r.count; i > 0; --i)
        switch (r.steps[i - 1].layer) {
        case imported_layers::activation:
        case imported_layers::batch_norm:
        case imported_layers::normalization:
        case imported_layers::prelu:
            continue;
        case imported_layers::dense:
        case imported_layers::last_step:
            return false;
        default:
            i = 1;
        }
    bool const at_the_input = is_at_the_input(r);
    imported_value const& from = at_the_input ? r.input : r.value;
    return from.axes[0].extent == steps &&
           (from.axis_count == 2 ? from.axes[1].extent == inputs
                                 : from.axis_count == 1 && inputs == 1 && !at_the_input);
}

// Gives the value the shape that a recurrent layer needs: steps of inputs, or one step.
constexpr bool begin_sequence(reader& r, std::size_t steps, std::size_t inputs) {
    if (!r.value.has_the_order_of_the_file())
        return r.refuse(problems::shape_does_not_fit, r.value.size(), steps * inputs);
    bool const is_same = steps > 1 ? is_sequence_of(r, steps, inputs) : r.value.axis_count == 1;
    r.value.axis_count = 0;
    if (steps > 1)
        r.value.axes[r.value.axis_count++] = {steps, inputs};
    r.value.axes[r.value.axis_count++] = {inputs, 1};
    r.value.is_split = false;
    if (is_same)
        return true;
    if (r.count == 0) {
        r.input = r.value;
        return true;
    }
    imported_step* const step = r.add(imported_layers::reshape);
    if (step == nullptr)
        return false;
    step->sizes[0] = r.value.axis_count;
    for (std::size_t i = 0; i < r.value.axis_count; ++i)
        step->sizes[i + 1] = r.value.axes[i].extent;
    return true;
}

// Leaves one index of a dimension: the only one, or the last step of a sequence. The dimension stays, with the extent 1.
constexpr bool take_last(reader& r, std::size_t dimension, std::int64_t index) {
    std::size_t const extent = r.value.dimensions[dimension];
    if (index < 0)
        index += static_cast<std::int64_t>(extent);
    if (index != static_cast<std::int64_t>(extent) - 1)
        return r.refuse(problems::only_the_last_step_is_read, static_cast<std::size_t>(index),
                        extent - 1);
    if (extent == 1)
        return true;
    std::size_t const stride = r.value.stride(dimension);
    if (!is_sequence(r) || r.value.axes[0].extent != extent || r.value.axes[0].stride != stride)
        return r.refuse(problems::only_the_last_step_is_read, extent, extent);
    if (r.add(imported_layers::last_step) == nullptr)
        return false;
    imported_value after = r.value;
    after.dimensions[dimension] = 1;
    after.axes[0] = {};
    for (std::size_t i = 1; i < after.axis_count; ++i) {
        after.axes[i - 1] = after.axes[i];
        if (after.axes[i].stride > stride)
            after.axes[i - 1].stride /= extent;
    }
    if (after.axis_count > 1)
        --after.axis_count;
    r.value = after;
    return true;
}

constexpr bool find_axis(reader& r, std::size_t& to) {
    std::int64_t axis = r.integer("axis", 0);
    if (axis < 0)
        axis += static_cast<std::int64_t>(r.value.rank);
    if (axis < 0 || axis >= static_cast<std::int64_t>(r.value.rank))
        return r.refuse_attribute("axis");
    to = static_cast<std::size_t>(axis);
    return true;
}

// Gather(x, index): y[:, -1] in PyTorch.
constexpr bool read_gather(reader& r) {
    std::size_t axis = 0;
    tensor const* const index = r.operand(1);
    if (!r.takes_value_as(0) || index == nullptr)
        return r.refuse(problems::operand_is_not_in_the_file);
    if (index->size() != 1 || index->rank > 1) // a matrix of one index is a dimension more
        return r.refuse(problems::shape_does_not_fit, index->size(), 1);
    bool broken = false;
    std::int64_t const place = integer_at(r.file, *index, 0, broken);
    if (broken)
        return r.refuse(problems::operand_is_not_in_the_file);
    if (!find_axis(r, axis) || !take_last(r, axis, place))
        return false;
    if (index->rank == 0 && r.value.rank > 1) {
        for (std::size_t i = axis; i + 1 < r.value.rank; ++i)
            r.value.dimensions[i] = r.value.dimensions[i + 1];
        --r.value.rank;
    }
    return true;
}

// All steps, from the last one on.
constexpr bool reverse_steps_of(reader& r, std::size_t dimension) {
    std::size_t const extent = r.value.dimensions[dimension];
    if (extent == 1)
        return true;
    if (!is_sequence(r) || r.value.axes[0].extent != extent ||
        r.value.axes[0].stride != r.value.stride(dimension))
        return r.refuse(problems::only_the_last_step_is_read, extent, extent);
    return r.add(imported_layers::reversed_steps) != nullptr;
}

// Slice(x, starts, ends, axes, steps): y[:, -1:] in PyTorch, and x[:, ::-1].
constexpr bool read_slice(reader& r) {
    constexpr std::size_t starts = 1, ends = 2, axes = 3, steps = 4;
    std::array<std::int64_t, 5> read{0, 0, 0, 0, 1};
    if (!r.takes_value_as(0))
        return r.refuse(problems::operand_is_not_in_the_file);
    for (std::size_t i = starts; i <= steps; ++i) {
        if (i > ends && !r.has_operand(i))
            continue;
        tensor const* const t = r.operand(i);
        bool broken = false;
        if (t == nullptr)
            return r.refuse(problems::operand_is_not_in_the_file);
        if (t->size() != 1)
            return r.refuse(problems::shape_does_not_fit, t->size(), 1);
        read[i] = integer_at(r.file, *t, 0, broken);
        if (broken)
            return r.refuse(problems::operand_is_not_in_the_file);
    }
    auto const rank = static_cast<std::int64_t>(r.value.rank);
    std::int64_t const axis = read[axes] < 0 ? read[axes] + rank : read[axes];
    if (axis < 0 || axis >= rank)
        return r.refuse(problems::shape_does_not_fit, r.value.rank, r.value.rank);
    auto const extent =
        static_cast<std::int64_t>(r.value.dimensions[static_cast<std::size_t>(axis)]);
    bool const is_reversed = read[steps] == -1 && read[ends] < -extent &&
                             (read[starts] == -1 || read[starts] >= extent - 1);
    if (is_reversed)
        return reverse_steps_of(r, static_cast<std::size_t>(axis));
    bool const is_to_the_end = read[ends] >= extent && read[steps] == 1;
    if (is_to_the_end && (read[starts] == 0 || read[starts] <= -extent))
        return true; // all of it
    return is_to_the_end
               ? take_last(r, static_cast<std::size_t>(axis), read[starts])
               : r.refuse(problems::only_the_last_step_is_read, static_cast<std::size_t>(extent),
                          static_cast<std::size_t>(extent));
}

} // namespace ctnn::onnx::detail
