#pragma once

#include <cstddef>
#include <ctnn/import/onnx/detail/operators/activations.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>
#include <limits>

namespace ctnn::onnx::detail {

// Clip, Min and Max with constants. Where there is no limit, ONNX has the largest float.
struct limits {
    static constexpr double most = static_cast<double>((std::numeric_limits<float>::max)());

    double lower = -most;
    double upper = most;

    constexpr bool has_lower() const { return lower > -most; }
    constexpr bool has_upper() const { return upper < most; }
    constexpr imported_activation as_activation() const {
        if (lower == 0 && !has_upper())
            return {imported_activations::relu};
        if (lower == 0 && upper == 6)
            return {imported_activations::relu6};
        if (lower == -1 && upper == 1)
            return {imported_activations::hard_tanh};
        return {imported_activations::clamp, written_setting(static_cast<float>(lower)),
                written_setting(static_cast<float>(upper))};
    }
    // Those of a step that has the other one, as Max before Min.
    static constexpr limits of(imported_activation const& from) {
        if (from.kind == imported_activations::relu)
            return {0, most};
        if (from.kind == imported_activations::clamp)
            return {from.first, from.second};
        return {};
    }
};

constexpr bool add_limits(reader& r, limits wanted) {
    if (wanted.lower < -limits::most)
        wanted.lower = -limits::most;
    if (wanted.upper > limits::most)
        wanted.upper = limits::most;
    if (!(wanted.lower < wanted.upper)) // also where one is NaN
        return r.refuse_attribute("max");
    if (!wanted.has_lower() && !wanted.has_upper())
        return true;
    imported_step* const before = r.last();
    limits const given = before == nullptr ? limits{} : limits::of(before->activation);
    if (!wanted.has_lower() && !given.has_upper() && given.has_lower() &&
        given.lower < wanted.upper) {
        before->activation = limits{given.lower, wanted.upper}.as_activation();
        return true;
    }
    if (!wanted.has_upper() && !given.has_lower() && given.has_upper() &&
        wanted.lower < given.upper) {
        before->activation = limits{wanted.lower, given.upper}.as_activation();
        return true;
    }
    return r.activate(wanted.as_activation());
}

// Its ends are attributes up to opset 10 and operands later.
constexpr bool read_clip(reader& r) {
    bool const in_attributes = r.g.opset < 11;
    limits wanted;
    if (in_attributes)
        wanted = {static_cast<double>(r.number("min", -static_cast<float>(limits::most))),
                  static_cast<double>(r.number("max", static_cast<float>(limits::most)))};
    else if ((r.has_operand(1) && !r.single_number(1, wanted.lower)) ||
             (r.has_operand(2) && !r.single_number(2, wanted.upper)))
        return false;
    return add_limits(r, wanted);
}

// Min or Max of the value and one number.
constexpr bool read_limit(reader& r, double limits::*which) {
    if (r.current().operand_count != 2)
        return r.refuse(problems::operator_is_not_read);
    std::size_t const constant = r.takes_value_as(0) ? 1 : 0;
    limits wanted;
    return r.single_number(constant, wanted.*which) && r.can_broadcast(*r.operand(constant)) &&
           add_limits(r, wanted);
}
constexpr bool read_max(reader& r) {
    return read_limit(r, &limits::lower);
}
constexpr bool read_min(reader& r) {
    return read_limit(r, &limits::upper);
}

// In a network whose only limit is relu: at least 0.
constexpr bool read_at_least_0(reader& r) {
    std::size_t const constant = r.takes_value_as(0) ? 1 : 0;
    double lower = static_cast<double>(r.number("min", 1));
    if ((r.has_operand(1) && !r.single_number(constant, lower)) || lower != 0 ||
        r.current().operand_count > 2 || r.find("max").given)
        return r.refuse(problems::operator_is_not_of_the_network);
    return r.activate({imported_activations::relu});
}

} // namespace ctnn::onnx::detail
