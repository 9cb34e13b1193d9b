#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/onnx/detail/reader.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::onnx::detail {

// Activations that exporters write as several nodes, because they take their input more than once.

// The node of this operator that takes a value; or the number of nodes.
constexpr std::size_t find_user(reader const& r, span name, text_view wanted) {
    for (std::size_t i = 0; i < r.g.node_count; ++i)
        for (std::size_t k = 0; k < r.g.nodes[i].operand_count && k < most_operands; ++k)
            if (same(r.file, r.g.nodes[i].operands[k], name) && r.is_operator(i, wanted))
                return i;
    return r.g.node_count;
}
// The same where the value goes nowhere else.
constexpr std::size_t find_only_user(reader const& r, std::size_t index, text_view wanted) {
    std::size_t user = 0;
    if (index == r.g.node_count || count_users(r.g, r.file, r.output_of(index), user) != 1)
        return r.g.node_count;
    return find_user(r, r.output_of(index), wanted);
}

constexpr bool is_near(double number, double wanted) {
    return number > wanted - 1e-6 && number < wanted + 1e-6;
}
// Whether operand k of a node is one number, about this one.
constexpr bool is_number(reader const& r, std::size_t index, std::size_t k, double wanted) {
    if (k >= r.g.nodes[index].operand_count)
        return false;
    tensor const* const t = r.constant(r.g.nodes[index].operands[k]);
    return t != nullptr && t->storage == tensor::storages::packed && t->number_size() > 0 &&
           t->size() == 1 && t->data.size == t->number_size() &&
           is_near(r.number_at(*t, 0), wanted);
}
// Whether the other operand of a sum or a product is that number.
constexpr bool has_number(reader const& r, std::size_t index, double wanted) {
    return index < r.g.node_count &&
           (is_number(r, index, 0, wanted) || is_number(r, index, 1, wanted));
}
// Whether a node takes both values.
constexpr bool takes_both(reader const& r, std::size_t index, span a, span b) {
    if (index == r.g.node_count)
        return false;
    node const& both = r.g.nodes[index];
    return both.operand_count == 2 &&
           ((same(r.file, both.operands[0], a) && same(r.file, both.operands[1], b)) ||
            (same(r.file, both.operands[0], b) && same(r.file, both.operands[1], a)));
}
// x times what a node makes of x; or the number of nodes.
constexpr std::size_t find_product(reader const& r, std::size_t index) {
    std::size_t const product = find_only_user(r, index, "Mul");
    return product < r.g.node_count && takes_both(r, product, r.name, r.output_of(index))
               ? product
               : r.g.node_count;
}

// x sigmoid(x)
constexpr std::size_t find_silu(reader const& r) {
    return find_product(r, find_user(r, r.name, "Sigmoid"));
}
// x tanh(softplus(x))
constexpr std::size_t find_mish(reader const& r) {
    return find_product(r, find_only_user(r, find_user(r, r.name, "Softplus"), "Tanh"));
}
// x hard_sigmoid(x), or x clip(x + 3, 0, 6) / 6 with the division before or after the product
constexpr std::size_t find_hard_swish(reader const& r) {
    std::size_t const none = r.g.node_count;
    std::size_t const sigmoid = find_user(r, r.name, "HardSigmoid");
    if (sigmoid != none) {
        attribute const slope = find_attribute(r.file, r.g.nodes[sigmoid], "alpha"),
                        offset = find_attribute(r.file, r.g.nodes[sigmoid], "beta");
        return is_near(static_cast<double>(slope.number), 1.0 / 6) &&
                       (!offset.given || offset.number == 0.5f)
                   ? find_product(r, sigmoid)
                   : none;
    }
    std::size_t const sum = find_user(r, r.name, "Add");
    if (!has_number(r, sum, 3))
        return none;
    std::size_t const clip = find_only_user(r, sum, "Clip");
    if (clip == none || !is_number(r, clip, 1, 0) || !is_number(r, clip, 2, 6))
        return none;
    if (std::size_t const part = find_only_user(r, clip, "Div"); part != none)
        return is_number(r, part, 1, 6) ? find_product(r, part) : none;
    std::size_t const product = find_product(r, clip), part = find_only_user(r, product, "Div");
    return part != none && is_number(r, part, 1, 6) ? part : none;
}
// x (1 + erf(x / sqrt(2))) / 2, with the half where exporters put it
constexpr std::size_t find_gelu(reader const& r) {
    std::size_t const none = r.g.node_count;
    std::size_t scaled = find_user(r, r.name, "Div");
    if (scaled == none || !is_number(r, scaled, 1, 1.4142135623730951)) {
        scaled = none;
        for (std::size_t i = 0; i < r.g.node_count; ++i)
            if (r.is_operator(i, "Mul") && has_number(r, i, 0.7071067811865476) &&
                (same(r.file, r.g.nodes[i].operands[0], r.name) ||
                 same(r.file, r.g.nodes[i].operands[1], r.name)))
                scaled = i;
    }
    std::size_t const sum = find_only_user(r, find_only_user(r, scaled, "Erf"), "Add");
    if (!has_number(r, sum, 1))
        return none;
    std::size_t const product = find_only_user(r, sum, "Mul");
    if (product == none)
        return none;
    if (takes_both(r, product, r.name, r.output_of(sum))) { // x (1 + erf) / 2
        std::size_t const half = find_only_user(r, product, "Mul");
        return has_number(r, half, 0.5) ? half : none;
    }
    if (has_number(r, product, 0.5)) // x ((1 + erf) / 2)
        return find_product(r, product);
    for (std::size_t i = 0; i < r.g.node_count; ++i) // (x / 2) (1 + erf)
        if (r.is_operator(i, "Mul") && has_number(r, i, 0.5) &&
            find_only_user(r, i, "Mul") == product &&
            (same(r.file, r.g.nodes[i].operands[0], r.name) ||
             same(r.file, r.g.nodes[i].operands[1], r.name)) &&
            takes_both(r, product, r.output_of(i), r.output_of(sum)))
            return product;
    return none;
}

// tanh(sqrt(2 / pi) (x + 0.044715 x^3)), the approximation of GELU
constexpr std::size_t find_gelu_by_tanh(reader const& r) {
    std::size_t const scaled = find_only_user(r, find_user(r, r.name, "Add"), "Mul");
    return has_number(r, scaled, 0.7978845608028654) ? find_only_user(r, scaled, "Tanh")
                                                     : r.g.node_count;
}

// Whether the two nodes that take the value belong to such an activation; it is read then.
constexpr bool read_pattern(reader& r) {
    std::size_t user = 0;
    if (std::size_t const tanh = find_gelu_by_tanh(r); tanh != r.g.node_count) {
        r.node_index = tanh;
        return r.refuse(problems::gelu_is_approximate);
    }
    if (count_users(r.g, r.file, r.name, user) != 2)
        return false;
    struct pattern {
        imported_activations activation;
        std::size_t (*find)(reader const&);
    };
    for (pattern const& one : std::array{pattern{imported_activations::silu, find_silu},
                                         pattern{imported_activations::mish, find_mish},
                                         pattern{imported_activations::hard_swish, find_hard_swish},
                                         pattern{imported_activations::gelu, find_gelu}}) {
        std::size_t const last = one.find(r);
        if (last != r.g.node_count) {
            r.node_index = last;
            r.name = r.output_of(last);
            return r.activate({one.activation});
        }
    }
    return false;
}

} // namespace ctnn::onnx::detail
