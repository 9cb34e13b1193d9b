#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/import/tflite/detail/operators.hpp>
#include <ctnn/import/tflite/detail/reader.hpp>

namespace ctnn::tflite::detail {

// Nodes are counted from 1 here, and 0 is the input of the graph. A file has them in the order in which they run.

inline constexpr std::size_t nowhere = ~std::size_t{0};

// The node that gives a tensor; `nowhere` where it is a constant.
constexpr std::size_t producer_of(reader const& r, std::size_t index, std::size_t input) {
    if (index == input)
        return 0;
    for (std::size_t i = 0; i < r.node_count; ++i)
        if (r.nodes[i].output == index)
            return i + 1;
    return nowhere;
}

// For each node the last one before it that all it takes is made of: where its branches start, if it joins some.
constexpr bool find_starts(reader& r, std::size_t input) {
    for (r.node_index = 0; r.node_index < r.node_count; ++r.node_index) {
        std::size_t start = nowhere;
        for (std::size_t k = 0; k < r.current().operand_count && k < most_operands; ++k) {
            std::size_t other =
                r.has_operand(k) ? producer_of(r, r.current().operands[k], input) : nowhere;
            if (other == nowhere)
                continue;
            if (other > r.node_index)
                return r.refuse(problems::output_is_used_more_than_once);
            if (start == nowhere)
                start = other;
            // (`nowhere` is one that no operators lead to from the input)
            while (start != other && start != nowhere && other != nowhere)
                if (start > other)
                    start = r.before[start - 1];
                else
                    other = r.before[other - 1];
            if (start != other) {
                start = nowhere;
                break;
            }
        }
        r.before[r.node_index] = start;
    }
    return true;
}

constexpr std::size_t value_operands(reader const& r, std::size_t index) {
    std::size_t count = 0;
    for (std::size_t k = 0; k < r.nodes[index].operand_count && k < most_operands; ++k)
        if (std::size_t const one = r.nodes[index].operands[k]; one != no_tensor)
            count += std::size_t{!r.model.read_tensor(one).is_constant()};
    return count;
}
constexpr bool is_join(reader const& r, std::size_t index) {
    return value_operands(r, index) > 1 && (r.is_operator(index, operator_codes::add) ||
                                            r.is_operator(index, operator_codes::mul) ||
                                            r.is_operator(index, operator_codes::concatenation));
}

// How deep branches may lie in each other.
inline constexpr std::size_t most_nested = 3;

constexpr bool walk(reader& r, std::size_t from, std::size_t to, std::size_t nested);

// The value after branches that all have the one in `r`, joined with it.
constexpr bool join_values(reader& r, detail::value const& other, bool concatenates) {
    detail::value& joined = r.value;
    if (joined.rank != other.rank || joined.extent_count != other.extent_count)
        return r.refuse(problems::shape_does_not_fit, other.rank, joined.rank);
    std::size_t const kept = joined.rank - std::size_t{concatenates};
    for (std::size_t d = 0; d < kept; ++d)
        if (joined.dimensions[d] != other.dimensions[d])
            return r.refuse(problems::shape_does_not_fit, other.dimensions[d],
                            joined.dimensions[d]);
    if (concatenates) {
        // The network joins along its last axis, as the file does.
        joined.dimensions[kept] += other.dimensions[kept];
        joined.extents[joined.extent_count - 1] += other.extents[joined.extent_count - 1];
    }
    return true;
}

// A node where branches meet, from `start`. In the order of the operands; in a sum of an input and of layers of it, the
// input comes first.
constexpr bool walk_branches(reader& r, std::size_t start, std::size_t nested) {
    std::size_t const joining = r.node_index;
    node const& from = r.nodes[joining];
    bool const concatenates = r.is_operator(joining, operator_codes::concatenation);
    if (nested == most_nested || from.operand_count > most_operands ||
        value_operands(r, joining) != from.operand_count)
        return r.refuse(problems::output_is_used_more_than_once);
    if (!r.take_dimensions())
        return false;
    std::size_t const first = r.count;
    if (r.add(concatenates                                  ? imported_layers::concatenated
              : r.is_operator(joining, operator_codes::mul) ? imported_layers::multiplied
                                                            : imported_layers::added) == nullptr)
        return false;
    detail::value const before = r.value;
    std::size_t const reached = r.reached;
    bool const exchanged = !concatenates && from.operand_count == 2 && from.operands[1] == reached;
    detail::value joined{};
    for (std::size_t k = 0; k < from.operand_count; ++k) {
        std::size_t const operand = from.operands[exchanged ? 1 - k : k];
        std::size_t const branch = r.count;
        if (r.add(imported_layers::branch) == nullptr)
            return false;
        r.value = before;
        r.reached = reached;
        std::size_t last = start; // the node that the branch ends with
        for (std::size_t i = 0; i < r.node_count; ++i)
            if (r.nodes[i].output == operand)
                last = i + 1;
        if (operand != reached && last == start)
            return r.refuse(problems::operand_is_not_in_the_file);
        if (operand != reached && !walk(r, start, last, nested + 1))
            return false;
        r.node_index = joining;
        if (!r.take_dimensions())
            return false;
        r.steps[branch].inside = r.count - branch - 1;
        if (k > 0) {
            detail::value const here = r.value;
            r.value = joined;
            if (!join_values(r, here, concatenates))
                return false;
        }
        joined = r.value;
    }
    if (concatenates) {
        auto const axis = static_cast<std::int32_t>(r.option(concatenation_fields::axis, 4));
        if (axis != -1 && axis != static_cast<std::int32_t>(joined.rank) - 1)
            return r.refuse_option("axis", static_cast<std::size_t>(axis));
    }
    if (r.add(imported_layers::joined) == nullptr)
        return false;
    r.steps[first].sizes[0] = from.operand_count;
    r.steps[first].inside = r.count - first - 1;
    return r.activate_fused(concatenates ? concatenation_fields::activation
                                         : arithmetic_fields::activation);
}

constexpr bool check_output(reader& r) {
    tensor const stated = r.output();
    if (r.model.file->broken)
        return r.refuse(problems::file_is_cut_off_or_no_tflite);
    if (r.value.is_too_large() || (stated.rank > 0 && stated.size() != r.value.size()))
        return r.refuse(problems::shape_does_not_fit, r.value.is_too_large() ? 0 : r.value.size(),
                        stated.size());
    return true;
}

// From what node `from` gives to what node `to` gives, all of which goes through the nodes between.
constexpr bool walk(reader& r, std::size_t from, std::size_t to, std::size_t nested) {
    while (from != to) {
        // The node after `from`: the last of the way back from `to`.
        std::size_t next = to;
        while (next != nowhere && r.before[next - 1] != from)
            next = r.before[next - 1] == nowhere || r.before[next - 1] < from ? nowhere
                                                                              : r.before[next - 1];
        if (next == nowhere) {
            r.node_index = r.node_count;
            return r.refuse(problems::graph_has_an_output_that_its_input_does_not_reach);
        }
        r.node_index = next - 1;
        if (r.current().operand_count > most_operands)
            return r.refuse(r.operators.otherwise);
        bool const joins = is_join(r, r.node_index);
        if (joins && r.operators.walk_branches == nullptr)
            return r.refuse(problems::output_is_used_more_than_once);
        if (!(joins ? r.operators.walk_branches(r, from, nested) : read_operator(r)) ||
            !check_output(r))
            return false;
        r.reached = r.current().output;
        from = next;
    }
    return true;
}

} // namespace ctnn::tflite::detail
