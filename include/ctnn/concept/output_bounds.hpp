#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <limits>

namespace ctnn {

/// The smallest closed interval that holds every value of a function, before rounding. An activation
/// states that of its outputs, `static constexpr output_bounds bounds{.lower = 0};`, and a loss
/// the one that it needs, `static constexpr output_bounds domain{0, 1};`. If both do and an output
/// may be outside the domain, training the network with the loss does not compile.
///
/// Shape:    two doubles; infinite where there is no bound.
/// Cost:     none at run time.
/// Errors:   none; an activation or a loss that states nothing fits everything.
/// Example:  tests/concept/output_bounds.cpp
struct output_bounds {
    double lower = -std::numeric_limits<double>::infinity();
    double upper = std::numeric_limits<double>::infinity();

    constexpr bool contains(output_bounds const& other) const {
        return lower <= other.lower && other.upper <= upper;
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
