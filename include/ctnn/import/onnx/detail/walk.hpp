#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/import/onnx/detail/operators.hpp>
#include <ctnn/import/onnx/detail/operators/patterns.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>

namespace ctnn::onnx::detail {

// Whether several values meet in a node.
constexpr bool is_join(reader const& r, std::size_t index) {
    node const& joining = r.g.nodes[index];
    std::size_t values = 0;
    for (std::size_t k = 0; k < joining.operand_count && k < most_operands; ++k)
        values +=
            std::size_t{joining.operands[k].size > 0 && r.constant(joining.operands[k]) == nullptr};
    return values > 1 && (r.is_operator(index, "Add") || r.is_operator(index, "Sum") ||
                          r.is_operator(index, "Mul") || r.is_operator(index, "Concat"));
}

// The branches from one value to the node where they meet, in the order in which they are found.
struct branches {
    struct one {
        std::size_t first = 0; // its step `branch`
        span name{};           // what it gives
        imported_value value{};
    };
    std::size_t node_index = 0; // where they meet
    std::size_t count = 0;
    std::array<one, most_operands> all{};
};

constexpr void reverse_steps(imported_step* first, imported_step* last) {
    while (first < last && first < --last) {
        imported_step const kept = *first;
        *first++ = *last;
        *last = kept;
    }
}

// Puts branch `from` before branch `to`.
constexpr void move_branch(reader& r, branches& found, std::size_t from, std::size_t to) {
    if (from == to)
        return;
    branches::one const moved = found.all[from];
    imported_step* const first = r.steps + found.all[to].first;
    imported_step* const middle = r.steps + moved.first;
    std::size_t const size = 1 + middle->inside;
    reverse_steps(first, middle);
    reverse_steps(middle, middle + size);
    reverse_steps(first, middle + size);
    for (std::size_t i = from; i > to; --i) {
        found.all[i] = found.all[i - 1];
        found.all[i].first += size;
    }
    found.all[to] = moved;
    found.all[to].first = static_cast<std::size_t>(first - r.steps);
}

// In the order of the operands; in a sum of an input and of layers of it, the input comes first.
constexpr bool order_branches(reader& r, branches& found) {
    node const& joining = r.g.nodes[found.node_index];
    if (joining.operand_count != found.count)
        return r.refuse(problems::output_is_used_more_than_once);
    for (std::size_t k = 0; k < found.count; ++k) {
        std::size_t from = k;
        while (from < found.count && !same(r.file, found.all[from].name, joining.operands[k]))
            ++from;
        if (from == found.count)
            return r.refuse(problems::output_is_used_more_than_once);
        move_branch(r, found, from, k);
    }
    if (found.count == 2 && !r.is_operator(found.node_index, "Concat") &&
        r.steps[found.all[1].first].inside == 0)
        move_branch(r, found, 1, 0);
    return true;
}

// The value after the branches, and the layer that joins them.
constexpr bool join_values(reader& r, branches const& found, imported_layers& layer) {
    imported_value joined = found.all[0].value;
    bool const concatenates = r.is_operator(found.node_index, "Concat");
    layer = concatenates                             ? imported_layers::concatenated
            : r.is_operator(found.node_index, "Mul") ? imported_layers::multiplied
                                                     : imported_layers::added;
    std::size_t along = joined.rank; // the dimension that grows
    if (concatenates) {
        std::int64_t axis = r.integer("axis", 1);
        if (axis < 0)
            axis += static_cast<std::int64_t>(joined.rank);
        if (axis < 0 || axis >= static_cast<std::int64_t>(joined.rank))
            return r.refuse_attribute("axis");
        along = static_cast<std::size_t>(axis);
    }
    for (std::size_t k = 0; k < found.count; ++k) {
        imported_value const& one = found.all[k].value;
        if (one.rank != joined.rank || one.axis_count != joined.axis_count)
            return r.refuse(problems::shape_does_not_fit, one.rank, joined.rank);
        for (std::size_t d = 0; d < one.rank; ++d)
            if (d != along && one.dimensions[d] != joined.dimensions[d])
                return r.refuse(problems::shape_does_not_fit, one.dimensions[d],
                                joined.dimensions[d]);
        // The network joins along its last axis.
        imported_value::axis const last = one.axes[one.axis_count - 1];
        if (concatenates &&
            (last.extent != one.dimensions[along] || last.stride != one.stride(along)))
            return r.refuse_attribute("axis");
        for (std::size_t i = 0; i < one.axis_count && !concatenates; ++i)
            if (!(one.axes[i] == joined.axes[i]))
                return r.refuse(problems::shape_does_not_fit, one.axes[i].extent,
                                joined.axes[i].extent);
        if (k > 0 && concatenates)
            joined.dimensions[along] += one.dimensions[along];
    }
    if (concatenates) {
        // Steps in the file's order change with the dimension that grew. (Axes of one number have none.)
        imported_value const& first = found.all[0].value;
        for (std::size_t i = 0; i < joined.axis_count; ++i)
            for (std::size_t d = 0; d < joined.rank; ++d)
                if (first.axes[i].extent > 1 && first.axes[i].extent == first.dimensions[d] &&
                    first.axes[i].stride == first.stride(d))
                    joined.axes[i] = {joined.dimensions[d], joined.stride(d)};
        joined.axes[joined.axis_count - 1] = {joined.dimensions[along], joined.stride(along)};
    }
    r.value = joined;
    return true;
}

// How deep branches may lie in each other.
inline constexpr std::size_t most_nested = 3;

constexpr bool walk(reader& r, std::size_t nested, branches* of_branch);

// One branch, from a node that takes the value to the node where it meets the others.
constexpr bool walk_branch(reader& r, std::size_t nested, std::size_t first_node, branches& found) {
    if (found.count == most_operands)
        return r.refuse(problems::output_is_used_more_than_once);
    branches::one& one = found.all[found.count];
    one.first = r.count;
    if (r.add(imported_layers::branch) == nullptr)
        return false;
    std::size_t const before = found.node_index;
    r.node_index = first_node;
    if (is_join(r, first_node)) {
        found.node_index = first_node;
    } else {
        if (!read_operator(r))
            return false;
        r.leave();
        if (!walk(r, nested, &found))
            return false;
    }
    if (found.count++ > 0 && found.node_index != before)
        return r.refuse(problems::output_is_used_more_than_once);
    r.steps[one.first].inside = r.count - one.first - 1;
    one.name = r.name;
    one.value = r.value;
    return true;
}

// A value that several nodes take, up to the node where all that is made of it meets.
constexpr bool walk_branches(reader& r, std::size_t nested) {
    if (nested == most_nested)
        return r.refuse(problems::output_is_used_more_than_once);
    std::size_t const first = r.count;
    if (r.add(imported_layers::added) == nullptr)
        return false;
    branches found;
    span const name = r.name;
    imported_value const value = r.value;
    for (std::size_t i = 0; i < r.g.node_count; ++i)
        for (std::size_t k = 0; k < r.g.nodes[i].operand_count && k < most_operands; ++k)
            if (same(r.file, r.g.nodes[i].operands[k], name) && !r.is_operator(i, "Shape")) {
                r.name = name;
                r.value = value;
                if (!walk_branch(r, nested + 1, i, found))
                    return false;
            }
    r.node_index = found.node_index;
    imported_layers layer{};
    if (!order_branches(r, found) || !join_values(r, found, layer) ||
        r.add(imported_layers::joined) == nullptr)
        return false;
    r.steps[first].layer = layer;
    r.steps[first].sizes[0] = found.count;
    r.steps[first].inside = r.count - first - 1;
    r.name = r.output_of(found.node_index);
    return true;
}

// Node by node, to the output of the graph or, in a branch, to the node where it meets the others.
constexpr bool walk(reader& r, std::size_t nested, branches* of_branch) {
    for (std::size_t nodes = 0;; ++nodes) {
        bool const is_output = same(r.file, r.name, r.g.output.name);
        if (is_output && of_branch == nullptr)
            return true;
        std::size_t user = r.node_index;
        std::size_t const users = count_users(r.g, r.file, r.name, user);
        if (of_branch != nullptr && (users == 0 || is_output)) // it meets no other branch
            return r.refuse(problems::output_is_used_more_than_once);
        r.node_index = user;
        if (users == 0 || nodes == r.g.node_count) {
            r.node_index = r.g.node_count;
            return r.refuse(problems::graph_has_an_output_that_its_input_does_not_reach);
        }
        if (users > 1) {
            if (r.operators.read_pattern != nullptr && r.operators.read_pattern(r))
                continue;
            if (r.found)
                return false;
            if (r.operators.walk_branches == nullptr)
                return r.refuse(problems::output_is_used_more_than_once);
            if (!r.operators.walk_branches(r, nested))
                return false;
            continue;
        }
        if (of_branch != nullptr && is_join(r, r.node_index)) {
            of_branch->node_index = r.node_index;
            return true;
        }
        if (r.current().operand_count > most_operands)
            return r.refuse(problems::operator_is_not_read);
        if (!read_operator(r))
            return false;
        r.leave();
    }
}

} // namespace ctnn::onnx::detail
