#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/import/onnx/detail/operators/channels.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>

namespace ctnn::onnx::detail {

// Resize and the older Upsample, by whole numbers, of the nearest place: each place, repeated.

// Whether the nearest place is the one that a place is a copy of.
constexpr bool repeats_places(reader& r) {
    attribute const mode = r.find("mode"), nearest = r.find("nearest_mode"),
                    coordinates = r.find("coordinate_transformation_mode");
    if (mode.given && !is(r.file, mode.text, "nearest"))
        return r.refuse_attribute("mode");
    if (r.g.opset < 11)
        return true; // without the other attributes
    attribute const policy = r.find("keep_aspect_ratio_policy");
    if (policy.given && !is(r.file, policy.text, "stretch"))
        return r.refuse_attribute("keep_aspect_ratio_policy");
    if (r.find("axes").given)
        return r.refuse_attribute("axes");
    bool const is_floor = is(r.file, nearest.text, "floor"),
               is_round = !nearest.given || is(r.file, nearest.text, "round_prefer_floor") ||
                          is(r.file, nearest.text, "round_prefer_ceil");
    bool const from_corners = is(r.file, coordinates.text, "asymmetric") ||
                              is(r.file, coordinates.text, "tf_half_pixel_for_nn"),
               from_centres = !coordinates.given || is(r.file, coordinates.text, "half_pixel") ||
                              is(r.file, coordinates.text, "pytorch_half_pixel");
    return (from_corners && is_floor) || (from_centres && is_round) ||
           r.refuse_attribute("nearest_mode");
}

// How many times a dimension is repeated, by its factor or by its size; 0 where it is no whole number.
constexpr std::size_t whole_factor(double factor) {
    return factor >= 1 && factor <= 1024 &&
                   static_cast<double>(static_cast<std::size_t>(factor)) == factor
               ? static_cast<std::size_t>(factor)
               : 0;
}
constexpr bool find_times(reader& r, std::size_t dimension, std::size_t& to) {
    std::size_t const scales = r.g.opset < 11 ? 1 : 2;
    attribute const listed = r.find("scales");
    tensor const* const t = r.operand(scales);
    if (listed.given) {
        to = whole_factor(static_cast<double>(listed.number_at(r.file, dimension)));
    } else if (t != nullptr && t->size() > 0) {
        if (r.weights(scales) == nullptr)
            return false;
        if (t->storage == tensor::storages::another_file)
            return r.refuse(problems::weights_are_in_another_file);
        if (t->size() != r.value.rank)
            return r.refuse(problems::shape_does_not_fit, t->size(), r.value.rank);
        to = whole_factor(r.number_at(*t, dimension));
    } else {
        tensor const* const sizes = r.operand(3);
        if (sizes == nullptr)
            return r.refuse(problems::operand_is_not_in_the_file);
        if (sizes->size() != r.value.rank)
            return r.refuse(problems::shape_does_not_fit, sizes->size(), r.value.rank);
        bool broken = false;
        std::int64_t const size = integer_at(r.file, *sizes, dimension, broken);
        if (broken)
            return r.refuse(problems::operand_is_not_in_the_file);
        to = dimension == 0 ? 1
                            : whole_factor(static_cast<double>(size) /
                                           static_cast<double>(r.value.dimensions[dimension]));
    }
    return to > 0 || r.refuse_attribute("scales");
}

constexpr bool read_upsample(reader& r) {
    if (!r.takes_value_as(0))
        return r.refuse(problems::operand_is_not_in_the_file);
    if (!repeats_places(r) || !put_channels_last(r))
        return false;
    std::array<std::size_t, imported_value::most_axes> times{};
    for (std::size_t d = 0; d < r.value.rank; ++d) {
        std::size_t found = 0;
        if (!find_times(r, d, found))
            return false;
        if (d < 2 && found != 1)
            return r.refuse_attribute("scales");
        if (d >= 2)
            times[d - 2] = found;
        r.value.dimensions[d] *= found;
        if (r.value.size() > most_input_numbers)
            return r.refuse_attribute("scales");
    }
    r.value = with_channels_last(r.value);
    return add_list(r, imported_layers::upsample, times.data(), r.value.rank - 2);
}

} // namespace ctnn::onnx::detail
