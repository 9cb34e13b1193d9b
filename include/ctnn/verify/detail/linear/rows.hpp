#pragma once

#include <array>
#include <cstddef>
#include <ctnn/math/is_finite.hpp>
#include <limits>

// What conditions do with their rows of constraints, which are arrays or vectors.

namespace ctnn::verify::detail {

template <class Rows>
constexpr bool rows_are_finite(Rows const& rows) {
    bool valid = true;
    for (auto const& row : rows)
        for (auto const& constraint : row) {
            valid = valid && math::is_finite(constraint.constant);
            for (double const c : constraint.coefficients)
                valid = valid && math::is_finite(c);
        }
    return valid;
}

template <class Rows, class Outputs>
constexpr bool rows_are_violated_by(Rows const& rows, Outputs const& y) {
    bool violated = false;
    for (auto const& row : rows) {
        bool none_holds = true;
        for (auto const& constraint : row)
            none_holds = none_holds && constraint.is_violated_by(y);
        violated = violated || none_holds;
    }
    return violated;
}

template <class Rows, class Outputs>
constexpr bool rows_are_satisfied_by(Rows const& rows, Outputs const& y) {
    bool satisfied = true;
    for (auto const& row : rows) {
        bool one_holds = false;
        for (auto const& constraint : row)
            one_holds = one_holds || constraint.is_satisfied_by(y);
        satisfied = satisfied && one_holds;
    }
    return satisfied;
}

template <class Rows, class Outputs>
constexpr double margin_of_rows(Rows const& rows, Outputs const& y) {
    double least = std::numeric_limits<double>::infinity();
    for (auto const& row : rows) {
        double most = 0;
        for (auto const& constraint : row)
            if (double const by = constraint.certain(y); by > most)
                most = by;
        least = most < least ? most : least;
    }
    return least;
}

} // namespace ctnn::verify::detail
