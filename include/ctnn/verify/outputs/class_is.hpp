#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/verify/condition.hpp>
#include <ctnn/verify/detail/outputs/exact.hpp>

namespace ctnn::verify::outputs {

/// Whether a network chooses a class, or does not, as a condition on all of its outputs.
///
/// Shape:    Is: whether it is chosen; its index; whether an output that is equal counts as smaller.
/// Gradient: none.
/// Cost:     one constraint for each other output: rows if the class is chosen, else alternatives.
/// Errors:   of a class that the network does not have, the condition is not valid.
/// Source:   this library.
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
    // The output of the class beside that of the k-th other one; a single output beside 0.5.
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

/// The condition that a network chooses a class: its output is larger than each other one; of a network
/// with one output, 1 above 0.5 and 0 below. What `verify::class_is(net, inputs, which)` asks, for use with
/// others, as in `class_is(2) && output<0> < 5`, in a property, or in `host::prove`.
///
/// Shape:    the index of the class; a condition.
/// Gradient: none.
/// Cost:     one constraint for each other output.
/// Errors:   of a class that the network does not have, the condition is not valid, and nothing is known.
/// Source:   this library.
/// Example:  tests/verify/outputs/classes.cpp
constexpr class_condition<true> class_is(std::size_t which) {
    return {which, false};
}

/// The condition that some other output is larger, as `verify::class_is_not` asks. It is a little less
/// than `!class_is(which)`, of which an output that is equal is enough.
///
/// Shape:    the index of the class; a condition.
/// Gradient: none.
/// Cost:     one constraint for each other output.
/// Errors:   those of `class_is`.
/// Source:   this library.
/// Example:  tests/verify/outputs/classes.cpp
constexpr class_condition<false> class_is_not(std::size_t which) {
    return {which, false};
}

} // namespace ctnn::verify::outputs

#include <ctnn/config/epilogue.hpp>
