#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/verify/detail/linear/rows.hpp>
#include <limits>

namespace ctnn::verify {

/// A linear function of a network's outputs that is to be above 0: the sum of coefficients[j] y[j],
/// plus the constant. The outputs are those of the program; the sum is that of real numbers.
///
/// Shape:    one coefficient for each output.
/// Gradient: none.
/// Cost:     Outputs + 1 doubles.
/// Errors:   none.
/// Source:   the constraints of VNN-LIB (https://www.vnnlib.org), negated.
/// Example:  tests/verify/prove.cpp
template <std::size_t Outputs>
struct linear_constraint {
    std::array<double, Outputs> coefficients{};
    double constant{};

    // How far the outputs are above it or below it with certainty; 0 where that is not certain.
    template <class T>
    constexpr double certain(std::array<T, Outputs> const& y) const {
        double sum = constant, magnitude = constant < 0 ? -constant : constant;
        std::size_t terms = constant != 0 ? 2 : 0;
        for (std::size_t j = 0; j < Outputs; ++j) {
            double const c = coefficients[j], term = c * static_cast<double>(y[j]);
            sum += term;
            magnitude += term < 0 ? -term : term;
            terms += c == 0 ? 0 : c == 1 || c == -1 ? 1 : 3;
        }
        // (the sign of a difference of two numbers is never rounded away)
        double const error = terms <= 2 ? 0
                                        : static_cast<double>(Outputs + 2) * magnitude *
                                              std::numeric_limits<double>::epsilon();
        return sum > error ? sum - error : sum < -error ? sum + error : 0;
    }
    template <class T>
    constexpr bool is_violated_by(std::array<T, Outputs> const& y) const {
        return certain(y) < 0 || is_equal(y);
    }

private:
    // 0 is not above 0; certain where it is a difference of two outputs.
    template <class T>
    constexpr bool is_equal(std::array<T, Outputs> const& y) const {
        double sum = 0;
        std::size_t terms = 0;
        for (std::size_t j = 0; j < Outputs; ++j) {
            double const c = coefficients[j];
            sum += c * static_cast<double>(y[j]);
            terms += c == 0 ? 0 : c == 1 || c == -1 ? 1 : 3;
        }
        return constant == 0 && terms <= 2 && sum == 0;
    }
};

/// What the outputs are to be like: in each row of constraints at least one holds. (A conjunction of
/// disjunctions; the negation of a set of outputs that is unsafe if it satisfies a conjunction is one
/// row.)
///
/// Shape:    All rows of Any constraints on Outputs outputs.
/// Gradient: none.
/// Cost:     All * Any constraints.
/// Errors:   one with a number that is not finite is not valid, and nothing is known of it.
/// Source:   this library.
/// Example:  tests/verify/prove.cpp
template <std::size_t Outputs, std::size_t All, std::size_t Any>
    requires(Any <= 64)
struct condition {
    static constexpr std::size_t outputs = Outputs;

    std::array<std::array<linear_constraint<Outputs>, Any>, All> rows{};

    constexpr bool is_valid() const { return detail::rows_are_finite(rows); }
    template <class T>
    constexpr bool is_violated_by(std::array<T, Outputs> const& y) const {
        return detail::rows_are_violated_by(rows, y);
    }
    // By how much the outputs satisfy it with certainty; 0 or less where that is not so.
    template <class T>
    constexpr double margin_of(std::array<T, Outputs> const& y) const {
        return detail::margin_of_rows(rows, y);
    }
};

} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
