#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/verify/condition.hpp>
#include <ctnn/verify/detail/outputs/exact.hpp>

namespace ctnn::verify::outputs {

/// A condition on all outputs: the network chooses a class, or does not.
///
/// Shape:    Is: whether the class is chosen; its index; whether a tie satisfies the condition.
/// Cost:     one constraint for each other output: rows if the class is chosen, else alternatives.
/// Errors:   if the network has no such class, the condition is not valid.
/// Example:  tests/verify/outputs/classes.cpp
template <bool Is>
struct class_condition {
    static constexpr std::size_t outputs_needed = 1;
    template <std::size_t Outputs>
    static constexpr std::size_t others = Outputs > 1 ? Outputs - 1 : 1;
    template <std::size_t Outputs>
    static constexpr std::size_t rows = Is ? others<Outputs> : 1;
    template <std::size_t Outputs>
    static constexpr std::size_t alternatives = Is ? 1 : others<Outputs>;

    std::size_t which = 0;
    bool zero_suffices = false;

    template <std::size_t Outputs>
    constexpr std::size_t row(std::size_t index, linear_constraint<Outputs>* to) const {
        if constexpr (Is) {
            *to = beside<Outputs>(index);
            return 1;
        } else {
            for (std::size_t k = 0; k < others<Outputs>; ++k)
                to[k] = beside<Outputs>(k);
            return others<Outputs>;
        }
    }
    constexpr class_condition<!Is> negated() const { return {which, !zero_suffices}; }

private:
    // Compares the output of the class with that of the k-th other one; a single output with 0.5.
    template <std::size_t Outputs>
    constexpr linear_constraint<Outputs> beside(std::size_t k) const {
        constexpr double sign = Is ? 1 : -1;
        linear_constraint<Outputs> result{};
        result.zero_suffices = zero_suffices;
        if (which >= (Outputs > 1 ? Outputs : 2)) {
            result.constant = verify::detail::no_double;
        } else if constexpr (Outputs == 1) {
            result.coefficients[0] = which == 0 ? -sign : sign;
            result.constant = which == 0 ? sign / 2 : -sign / 2;
        } else {
            result.coefficients[which] = sign;
            result.coefficients[k < which ? k : k + 1] = -sign;
        }
        return result;
    }
};

/// The condition that a network chooses a class: its output is larger than every other. A network with one
/// output chooses class 1 above 0.5, and class 0 below. `verify::class_is(net, inputs, which)` proves just
/// this; use the condition together with others, `class_is(2) && output<0> < 5`, in a property, or in
/// `host::prove`.
///
/// Shape:    the index of the class; a condition.
/// Cost:     one constraint for each other output.
/// Errors:   if the network has no such class, the condition is not valid, and the verdict is unknown.
/// Example:  tests/verify/outputs/classes.cpp
constexpr class_condition<true> class_is(std::size_t which) {
    return {which, false};
}

/// The condition that some other output is larger, as in `verify::class_is_not`. A tie satisfies
/// `!class_is(which)`, but not `class_is_not(which)`.
///
/// Shape:    the index of the class; a condition.
/// Cost:     one constraint for each other output.
/// Errors:   those of `class_is`.
/// Example:  tests/verify/outputs/classes.cpp
constexpr class_condition<false> class_is_not(std::size_t which) {
    return {which, false};
}

} // namespace ctnn::verify::outputs

#include <ctnn/config/epilogue.hpp>
