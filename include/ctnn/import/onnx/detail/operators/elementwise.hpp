#pragma once

#include <cstddef>
#include <ctnn/import/onnx/detail/operators/channels.hpp>
#include <ctnn/import/onnx/detail/operators/dense.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>

namespace ctnn::onnx::detail {

// Sums, differences, products and quotients of the value and constants: the biases of a dense layer, or a layer that
// scales. (x - mean) / deviation is `normalization`; (x - mean) gamma + beta is `batch_norm` with a variance of 1 and an
// epsilon of 0, which gives the same bits.

// The members of that batch_norm.
enum class scale_members : unsigned char { gamma, beta, mean, variance };

constexpr bool has_only_a_mean(imported_step const& step) {
    return step.blocks[0].source == parameter_block::sources::constant &&
           step.blocks[0].constant == 1 &&
           step.blocks[1].source == parameter_block::sources::constant;
}
constexpr bool has_no_beta(imported_step const& step) {
    return step.blocks[1].source == parameter_block::sources::constant;
}

// A step that scales, whose member is to come: the last one, where it fits into it.
constexpr imported_step* scale_step(reader& r, scale_members member) {
    if (!settle_axes(r))
        return nullptr;
    imported_step* step = r.last_without_activation(imported_layers::batch_norm);
    bool const goes_on =
        step != nullptr && (member == scale_members::beta    ? has_no_beta(*step)
                            : member == scale_members::gamma ? has_only_a_mean(*step)
                                                             : false);
    if (goes_on)
        return step;
    step = r.add(imported_layers::batch_norm);
    if (step == nullptr)
        return nullptr;
    // batch_norm has its parameters for each channel, which is the last axis.
    std::size_t const channels = r.value.axes[r.value.axis_count - 1].extent;
    step->block_count = 4;
    for (std::size_t i = 0; i < 4; ++i)
        step->blocks[i] = r.all(i == 0 || i == 3 ? 1.0f : 0.0f, channels);
    return step;
}

// A number for each channel, and the same in all places.
constexpr bool broadcast_channels(reader& r, tensor const& from, parameter_block& to) {
    parameter_block block;
    if (!r.broadcast(from, block))
        return false;
    for (std::size_t i = 0; i + 1 < parameter_block::rank; ++i) {
        if (block.strides[i] != 0 && block.extents[i] != 1)
            return r.refuse(problems::shape_does_not_fit, from.size(), to.size());
        block.extents[i] = 1;
    }
    to = block;
    return true;
}

// Whether a quotient follows: with it, a difference has a mean for each number.
constexpr bool is_divided_next(reader const& r) {
    std::size_t user = r.g.node_count;
    return count_users(r.g, r.file, r.output_of(r.node_index), user) == 1 &&
           r.is_operator(user, "Div");
}

constexpr bool add_scale(reader& r, scale_members member, std::size_t operand) {
    tensor const* const t = r.weights(operand);
    if (t == nullptr)
        return false;
    imported_step* const step = scale_step(r, member);
    if (step == nullptr)
        return false;
    parameter_block& block = step->blocks[static_cast<std::size_t>(member)];
    return member == scale_members::mean && is_divided_next(r) ? r.broadcast(*t, block)
                                                               : broadcast_channels(r, *t, block);
}

// The biases of the layer before it, if it has none.
constexpr bool takes_biases(reader& r) {
    imported_step const* const before = r.last_with_biases();
    return before != nullptr && !r.value.is_split &&
           before->blocks[1].source == parameter_block::sources::constant;
}
constexpr bool read_biases(reader& r) {
    std::size_t const constant = r.takes_value_as(0) ? 1 : 0;
    if (!takes_biases(r))
        return r.refuse(problems::operator_is_not_of_the_network);
    tensor const* const t = r.weights(constant);
    return t != nullptr && broadcast_channels(r, *t, r.last()->blocks[1]);
}
constexpr bool read_add(reader& r) {
    return takes_biases(r) ? read_biases(r)
                           : add_scale(r, scale_members::beta, r.takes_value_as(0) ? 1 : 0);
}
// A sum of one or two.
constexpr bool read_sum(reader& r) {
    std::size_t const count = r.current().operand_count;
    return count == 1 || (count == 2 ? read_add(r) : r.refuse(problems::operator_is_not_read));
}

// Of constants that are in the file.
constexpr std::size_t count_zeros(reader const& r, tensor const& t) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < t.size() && t.storage != tensor::storages::another_file; ++i)
        count += std::size_t{r.number_at(t, i) == 0};
    return count;
}

// The value times a number, plus another one.
constexpr bool add_factor(reader& r, float factor, float offset = 0) {
    imported_step* const step = scale_step(r, scale_members::mean); // a new one
    if (step == nullptr)
        return false;
    step->blocks[static_cast<std::size_t>(scale_members::gamma)].constant = factor;
    step->blocks[static_cast<std::size_t>(scale_members::beta)].constant = offset;
    return true;
}

constexpr bool read_neg(reader& r) {
    return add_factor(r, -1);
}

// x - 0, which exporters of old frameworks write
constexpr bool read_minus_zero(reader& r) {
    tensor const* const t = r.takes_value_as(0) ? r.weights(1) : nullptr;
    return t != nullptr && count_zeros(r, *t) == t->size()
               ? r.can_broadcast(*t)
               : r.refuse(problems::operator_is_not_read);
}
constexpr bool read_sub(reader& r) {
    // c - x is -x + c
    if (!r.takes_value_as(0))
        return read_neg(r) && add_scale(r, scale_members::beta, 0);
    tensor const* const t = r.weights(1);
    if (t == nullptr)
        return false;
    return count_zeros(r, *t) == t->size() ? r.can_broadcast(*t) // x - 0 is x
                                           : add_scale(r, scale_members::mean, 1);
}

constexpr bool read_mul(reader& r) {
    return add_scale(r, scale_members::gamma, r.takes_value_as(0) ? 1 : 0);
}

constexpr bool read_div(reader& r) {
    if (!r.takes_value_as(0))
        return r.refuse(problems::shape_does_not_fit);
    tensor const* const t = r.weights(1);
    if (t == nullptr)
        return false;
    if (count_zeros(r, *t) > 0)
        return r.refuse(problems::weights_give_no_finite_number);
    if (!settle_axes(r))
        return false;
    imported_step* const difference = r.last_without_activation(imported_layers::batch_norm);
    parameter_block mean = r.all(0, 1);
    bool const goes_on = difference != nullptr && has_only_a_mean(*difference);
    if (goes_on)
        mean = difference->blocks[static_cast<std::size_t>(scale_members::mean)];
    imported_step* const step = goes_on ? difference : r.add(imported_layers::normalization);
    if (step == nullptr)
        return false;
    *step = {};
    step->layer = imported_layers::normalization;
    step->block_count = 2;
    // This one has a number for each number.
    parameter_block deviation;
    if (!r.broadcast(*t, deviation))
        return false;
    for (std::size_t i = 0; i + 1 < parameter_block::rank; ++i)
        mean.extents[i] = deviation.extents[i];
    mean.extents[parameter_block::rank - 1] = deviation.extents[parameter_block::rank - 1];
    step->blocks[0] = mean;
    step->blocks[1] = deviation;
    return true;
}

} // namespace ctnn::onnx::detail
