#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/host/detail/enclosure.hpp>
#include <ctnn/host/output_condition.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/detail/linear/lines.hpp>
#include <vector>

namespace ctnn::host {
namespace detail {

// The sum of coefficients[j] y[j] and the constant is at most 0.
struct vnnlib_constraint {
    std::vector<double> coefficients{};
    enclosure constant{};
};

} // namespace detail

/// A box of inputs and what makes outputs counterexamples there: in some row, all constraints.
///
/// Shape:    lower and upper: an end for each input, each between two doubles; rows of constraints,
///           each a coefficient for each output and a constant between two doubles.
/// Gradient: none.
/// Cost:     a few vectors.
/// Errors:   none.
/// Source:   this library.
/// Example:  docs/examples/verify_vnnlib.cpp
struct vnnlib_case {
    std::vector<detail::enclosure> lower{}, upper{};
    std::vector<std::vector<detail::vnnlib_constraint>> rows{};

    /// The smallest box of T around it; not valid where it does not fit into T.
    template <class T, std::size_t N>
    box<T, N> inputs() const {
        box<T, N> in{};
        for (std::size_t i = 0; i < N; ++i) {
            auto const ends = verify::detail::outward<T>(lower[i].low, upper[i].high);
            in.lower[i] = ends.lower, in.upper[i] = ends.upper;
        }
        return in;
    }

    /// Whether the box of decimals holds an input with certainty: one of floats reaches up to a float
    /// further where an end is none.
    template <class T, std::size_t N>
    bool contains(std::array<T, N> const& x) const {
        bool inside = true;
        for (std::size_t i = 0; i < N; ++i)
            inside = inside && lower[i].high <= static_cast<double>(x[i]) &&
                     static_cast<double>(x[i]) <= upper[i].low;
        return inside;
    }

    /// What is to be proven: in each row some c y + k > 0, so with the least that k may be.
    template <std::size_t Outputs>
    output_condition<Outputs> wanted() const {
        return negation<Outputs>(&detail::enclosure::low);
    }

    /// Whether outputs are those of a counterexample with certainty, whatever k is.
    template <class T, std::size_t Outputs>
    bool is_violated_by(std::array<T, Outputs> const& y) const {
        return negation<Outputs>(&detail::enclosure::high).is_violated_by(y);
    }

private:
    template <std::size_t Outputs>
    output_condition<Outputs> negation(double detail::enclosure::*end) const {
        output_condition<Outputs> result;
        for (auto const& row : rows) {
            auto& negated = result.rows.emplace_back();
            for (auto const& constraint : row) {
                auto& one = negated.emplace_back();
                for (std::size_t j = 0; j < Outputs; ++j)
                    one.coefficients[j] = constraint.coefficients[j];
                one.constant = constraint.constant.*end;
            }
        }
        return result;
    }
};

} // namespace ctnn::host

#include <ctnn/config/epilogue.hpp>
