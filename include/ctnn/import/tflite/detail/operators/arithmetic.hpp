#pragma once

#include <cstddef>
#include <ctnn/import/tflite/detail/reader.hpp>

namespace ctnn::tflite::detail {

// Sums, differences and products of the value and a constant: (x - mean) gamma + beta is `batch_norm` with a variance of 1
// and an epsilon of 0, which gives the same bits. Sums and products of values are branches (walk.hpp).

enum class scale_members : std::size_t { gamma, beta, mean };

constexpr bool add_scale(reader& r, scale_members member) {
    std::size_t const operand = r.takes_value_as(0) ? 1 : 0;
    tensor numbers;
    if (!r.read_weights(operand, numbers) || !r.take_dimensions())
        return false;
    if (member == scale_members::mean && operand == 0)
        return r.refuse(problems::operator_is_not_read);
    std::size_t const channels = r.value.last(), size = numbers.size();
    if (size != 1 && (size != channels || numbers.dimensions[numbers.rank - 1] != channels))
        return r.refuse(problems::shape_does_not_fit, size, channels);
    auto const index = static_cast<std::size_t>(member);
    imported_step* step = r.last();
    bool const goes_on = member == scale_members::beta && step != nullptr &&
                         step->layer == imported_layers::batch_norm &&
                         step->blocks[index].source == parameter_block::sources::constant;
    if (!goes_on) {
        step = r.add(imported_layers::batch_norm);
        if (step == nullptr)
            return false;
        step->block_count = 4; // the last is the variance
        for (std::size_t i = 0; i < 4; ++i)
            step->blocks[i] = r.all(i == 0 || i == 3 ? 1.0f : 0.0f, channels);
    }
    step->blocks[index] = r.row(numbers, channels);
    if (size == 1)
        step->blocks[index].strides[parameter_block::rank - 1] = 0;
    return r.activate_fused(arithmetic_fields::activation);
}
constexpr bool read_add(reader& r) {
    return add_scale(r, scale_members::beta);
}
constexpr bool read_sub(reader& r) {
    return add_scale(r, scale_members::mean);
}
constexpr bool read_mul(reader& r) {
    return add_scale(r, scale_members::gamma);
}

} // namespace ctnn::tflite::detail
