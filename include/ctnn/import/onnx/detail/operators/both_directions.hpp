#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/import/onnx/detail/reader.hpp>

namespace ctnn::onnx::detail {

// Whether a node takes that index, or the same counted from the end of two, out of a value's first dimension, and nothing
// else takes what it gives.
constexpr bool takes_direction(reader const& r, std::size_t index, span name, std::int64_t wanted) {
    node const& taking = r.g.nodes[index];
    if (!r.is_operator(index, "Gather") || taking.operand_count != 2 ||
        !same(r.file, taking.operands[0], name) ||
        find_attribute(r.file, taking, "axis").integer != 0)
        return false;
    tensor const* const t = r.constant(taking.operands[1]);
    if (t == nullptr || t->rank != 0)
        return false;
    bool broken = false;
    std::int64_t const place = integer_at(r.file, *t, 0, broken);
    std::size_t user = 0;
    return !broken && (place == wanted || place == wanted - 2) &&
           count_users(r.g, r.file, r.output_of(index), user) == 1;
}

// The node that puts the last outputs of both directions side by side, torch.cat((h[-2], h[-1]), 1) in PyTorch, or the number
// of nodes.
constexpr std::size_t find_both_directions(reader const& r, span name) {
    std::size_t user = 0;
    if (count_users(r.g, r.file, name, user) != 2)
        return r.g.node_count;
    for (std::size_t i = 0; i < r.g.node_count; ++i) {
        node const& joining = r.g.nodes[i];
        std::int64_t const axis = find_attribute(r.file, joining, "axis").integer;
        if (!r.is_operator(i, "Concat") || joining.operand_count != 2 || (axis != 1 && axis != -1))
            continue;
        std::size_t found = 0;
        for (std::size_t k = 0; k < r.g.node_count; ++k)
            for (std::size_t direction = 0; direction < 2; ++direction)
                found += same(r.file, r.output_of(k), joining.operands[direction]) &&
                         takes_direction(r, k, name, static_cast<std::int64_t>(direction));
        if (found == 2)
            return i;
    }
    return r.g.node_count;
}

// The only node that takes a value, or the number of nodes.
constexpr std::size_t only_user(reader const& r, span name) {
    std::size_t user = r.g.node_count;
    return count_users(r.g, r.file, name, user) == 1 ? user : r.g.node_count;
}

// The node that puts the outputs of both directions at each step side by side: [steps, 2, batch, units] become [steps, batch, 2
// units] by a Transpose and a Reshape, as PyTorch writes them. Or the number of nodes.
constexpr std::size_t find_joined_steps(reader const& r, span name, std::size_t units) {
    std::size_t const moving = only_user(r, name);
    if (!r.is_operator(moving, "Transpose"))
        return r.g.node_count;
    attribute const order = find_attribute(r.file, r.g.nodes[moving], "perm");
    for (std::size_t i = 0; i < 4; ++i)
        if (order.integer_count(r.file) != 4 ||
            order.integer_at(r.file, i) != std::array<std::int64_t, 4>{0, 2, 1, 3}[i])
            return r.g.node_count;
    std::size_t const joining = only_user(r, r.output_of(moving));
    if (!r.is_operator(joining, "Reshape") || r.g.nodes[joining].operand_count != 2)
        return r.g.node_count;
    tensor const* const wanted = r.constant(r.g.nodes[joining].operands[1]);
    if (wanted == nullptr || wanted->size() != 3)
        return r.g.node_count;
    bool broken = false;
    std::int64_t const last = integer_at(r.file, *wanted, 2, broken);
    bool const keeps_steps =
        integer_at(r.file, *wanted, 0, broken) == 0 && integer_at(r.file, *wanted, 1, broken) == 0;
    return !broken && keeps_steps && (last == -1 || last == static_cast<std::int64_t>(2 * units))
               ? joining
               : r.g.node_count;
}

} // namespace ctnn::onnx::detail
