#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/wide.hpp>
#include <ctnn/verify/detail/linear/functionals.hpp>
#include <ctnn/verify/detail/linear/machine_functionals.hpp>

// Functions that are bounded with the phases of neurons (neuron_phases.hpp): what a phase adds to
// them on their way back. (follow.hpp finds where they are smallest.)
//
// In a region where v <= 0, f >= f + m v for every m >= 0, and where v > 0, f >= f - m v: m is a Lagrange
// multiplier. It is added to the coefficient a of v, and the sum is rounded. Rounding keeps order, so a sum
// with m is not below a and a sum with -m is not above it: exactly some other multiplier was added, and
// nothing is charged for it. The rounding of a, a product with a line's slope, is charged with the neuron's
// coefficient after this, which may be smaller. But for a relu with a phase the slope is 1 or 0 and the
// product is exact, so only such neurons have multipliers. The roundings of the neuron's own sum are charged
// as for every coefficient, including what was added.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

inline constexpr std::size_t no_slot = static_cast<std::size_t>(-1);

// Rows of `minimum_lanes`; the first `count` are in use. A neuron with a multiplier has a slot. Every neuron
// has a number among those before activations.
struct minimum_rows {
    std::size_t const* slot_by_number; // by number, no_slot where there is no multiplier
    double const* multipliers;         // by slot, to be added: m where v <= 0, -m where v > 0
    double const* at_inputs; // coefficients of the inputs, in rows of `functionals_at_once`
    double* values;          // by slot, gets v where the function is smallest
    double* losses;          // by number, gets what the neuron's line loses there
    std::size_t count;

    // On the way back, before lines are applied to a coefficient: follow.hpp needs it.
    constexpr void keep_coefficients(std::size_t number, lanes const& a) const {
        kernel::unpack<double, functionals_at_once, minimum_lanes>(a,
                                                                   losses + number * minimum_lanes);
    }
    void keep_coefficients(std::size_t number, double const* a) const {
        for (std::size_t k = 0; k < count; ++k)
            losses[number * minimum_lanes + k] = a[k];
    }

    constexpr void add_multipliers(std::size_t number, lanes& a) const {
        if (std::size_t const slot = slot_by_number[number]; slot != no_slot) {
            lanes m;
            kernel::pack<double, functionals_at_once, minimum_lanes>(
                multipliers + slot * minimum_lanes, m);
            a = a + m;
        }
    }
    void add_multipliers(std::size_t number, double* a) const {
        if (std::size_t const slot = slot_by_number[number]; slot != no_slot)
            for (std::size_t k = 0; k < count; ++k)
                a[k] += multipliers[slot * minimum_lanes + k];
    }
};

constexpr lanes& row_of(linear_functions const&, lanes* a, std::size_t i) {
    return a[i];
}
constexpr lanes const& row_of(linear_functions const&, lanes const* a, std::size_t i) {
    return a[i];
}
inline double* row_of(machine_functions const& f, double* a, std::size_t i) {
    return a + i * f.width;
}
inline double const* row_of(machine_functions const& f, double const* a, std::size_t i) {
    return a + i * f.width;
}

// For all numbers of a layer that are taken, in the forms for compile time and for run time.
template <std::size_t Size, class Functions, class Row>
constexpr void keep_coefficients(Functions const& f, std::size_t number, bool const* taken,
                                 Row const* a) {
    if (f.minimum != nullptr)
        for (std::size_t i = 0; i < Size; ++i)
            if (taken[i])
                f.minimum->keep_coefficients(number + i, row_of(f, a, i));
}
template <std::size_t Size, class Functions, class Row>
constexpr void add_multipliers(Functions const& f, std::size_t number, bool const* taken, Row* a) {
    if (f.minimum != nullptr)
        for (std::size_t i = 0; i < Size; ++i)
            if (taken[i])
                f.minimum->add_multipliers(number + i, row_of(f, a, i));
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
