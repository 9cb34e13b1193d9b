#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/verify/condition.hpp>
#include <ctnn/verify/detail/linear/rows.hpp>
#include <ctnn/verify/outputs/condition_expression.hpp>
#include <vector>

namespace ctnn::host {

/// A condition on a network's outputs whose size is known only at run time: in each row of constraints, at
/// least one must hold.
///
/// Shape:    rows of constraints on Outputs outputs, or made from a `verify::condition` or an expression of
///           `verify::outputs`.
/// Cost:     a vector for each row.
/// Errors:   a condition with a number that is not finite, an empty row or a row of more than 64
///           constraints is not valid, and the verdict is unknown.
/// Example:  tests/host/prove.cpp
template <std::size_t Outputs>
struct output_condition {
    static constexpr std::size_t outputs = Outputs;

    std::vector<std::vector<verify::linear_constraint<Outputs>>> rows{};

    output_condition() = default;
    template <std::size_t All, std::size_t Any>
    output_condition(verify::condition<Outputs, All, Any> const& wanted) {
        for (auto const& row : wanted.rows)
            rows.emplace_back(row.begin(), row.end());
    }

    template <verify::outputs::condition_expression Wanted>
        requires ctnn::detail::is_none<
            decltype(verify::outputs::detail::expression_diagnosis<Wanted, Outputs>())>
        output_condition(Wanted const& wanted) {
            constexpr std::size_t any = Wanted::template alternatives<Outputs>;
            for (std::size_t r = 0; r < Wanted::template rows<Outputs>; ++r) {
                auto& row = rows.emplace_back(any);
                row.resize(wanted.row(r, row.data()));
            }
        }

    bool is_valid() const {
        bool valid = verify::detail::rows_are_finite(rows);
        for (auto const& row : rows)
            valid = valid && !row.empty() && row.size() <= 64;
        return valid;
    }
    template <class T>
    bool is_violated_by(std::array<T, Outputs> const& y) const {
        return verify::detail::rows_are_violated_by(rows, y);
    }
    template <class T>
    bool is_satisfied_by(std::array<T, Outputs> const& y) const {
        return verify::detail::rows_are_satisfied_by(rows, y);
    }
    template <class T>
    double margin_of(std::array<T, Outputs> const& y) const {
        return verify::detail::margin_of_rows(rows, y);
    }
};

} // namespace ctnn::host

#include <ctnn/config/epilogue.hpp>
