#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/verify/detail/linear/rows.hpp>
#include <ctnn/verify/detail/product_sum.hpp>
#include <limits>

namespace ctnn::verify {

/// A linear function of a network's outputs that must be above 0, or at least 0 with zero_suffices: the
/// sum of coefficients[j] y[j], plus the constant. The outputs are those of the program; their sum is
/// exact.
///
/// Shape:    one coefficient for each output, a constant, and whether 0 suffices.
/// Cost:     Outputs + 1 doubles.
/// Source:   the constraints of VNN-LIB (https://www.vnnlib.org), negated.
/// Example:  tests/verify/prove.cpp
template <std::size_t Outputs>
struct linear_constraint {
    std::array<double, Outputs> coefficients{};
    double constant{};
    bool zero_suffices = false;

    // By how much the sum of the outputs is above 0 or below it, at least; 0 where it is 0 or no number.
    template <class T>
    constexpr double certain(std::array<T, Outputs> const& y) const {
        return evaluated(y).distance;
    }
    // Whether the sum is below 0, or is 0 and that does not suffice. A NaN is neither above 0 nor below.
    template <class T>
    constexpr bool is_violated_by(std::array<T, Outputs> const& y) const {
        return evaluated(y).sign < (zero_suffices ? 0 : 1);
    }
    // For a NaN, both this and the contrary are false.
    template <class T>
    constexpr bool is_satisfied_by(std::array<T, Outputs> const& y) const {
        int const sign = evaluated(y).sign;
        return sign == 1 || (sign == 0 && zero_suffices);
    }

private:
    static constexpr int unordered = 2;
    struct value {
        double distance; // no further from 0 than the sum
        int sign;
    };
    static constexpr value value_of(double sum) {
        return sum > 0 ? value{sum, 1} : sum < 0 ? value{sum, -1} : value{0, 0};
    }

    template <class T>
    constexpr value evaluated(std::array<T, Outputs> const& y) const {
        double sum = constant, magnitude = constant < 0 ? -constant : constant;
        bool is_exact = true;
        for (std::size_t j = 0; j < Outputs; ++j) {
            double const c = coefficients[j];
            if (c == 0)
                continue;
            auto const y_j = static_cast<double>(y[j]);
            if (!math::is_finite(y_j))
                return evaluated_without_finite(y);
            double const term = c * y_j, next = sum + term;
            is_exact = is_exact && (c == 1 || c == -1) && is_sum(sum, term, next);
            sum = next;
            magnitude += term < 0 ? -term : term;
        }
        if (is_exact)
            return value_of(sum);
        // (a product below the least normal number is off by less than that)
        double const error =
            static_cast<double>(Outputs + 2) * (magnitude * std::numeric_limits<double>::epsilon() +
                                                (std::numeric_limits<double>::min)());
        if (sum > error || sum < -error)
            return value_of(sum > 0 ? sum - error : sum + error);
        detail::product_sum all;
        all.add(constant);
        for (std::size_t j = 0; j < Outputs; ++j)
            if (coefficients[j] != 0)
                all.add(coefficients[j], static_cast<double>(y[j]));
        return {all.toward_0(), all.sign()};
    }
    // Whether nothing of a + b was rounded away (D. E. Knuth, The Art of Computer Programming 2, 4.2.2).
    static constexpr bool is_sum(double a, double b, double sum) {
        if (!math::is_finite(sum))
            return false;
        double const added = sum - a;
        return (a - (sum - added)) + (b - added) == 0;
    }
    // Infinite outputs decide, unless they contradict each other or one is a NaN.
    template <class T>
    constexpr value evaluated_without_finite(std::array<T, Outputs> const& y) const {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        bool is_above = false, is_below = false, is_number = true;
        for (std::size_t j = 0; j < Outputs; ++j) {
            double const c = coefficients[j];
            auto const y_j = static_cast<double>(y[j]);
            if (c == 0 || math::is_finite(y_j))
                continue;
            is_number = is_number && y_j == y_j;
            ((y_j > 0) == (c > 0) ? is_above : is_below) = true;
        }
        if (!is_number || is_above == is_below)
            return {0, unordered};
        return value_of(is_above ? infinity : -infinity);
    }
};

/// A condition on the outputs: in each row of constraints, at least one must hold. (That is a conjunction
/// of disjunctions. If outputs that satisfy a conjunction are unsafe, the condition is one row.)
///
/// Shape:    All rows of Any constraints on Outputs outputs.
/// Cost:     All * Any constraints.
/// Errors:   with a number that is not finite, it is not valid, and the verdict is unknown.
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
    template <class T>
    constexpr bool is_satisfied_by(std::array<T, Outputs> const& y) const {
        return detail::rows_are_satisfied_by(rows, y);
    }
    // By how much the outputs certainly satisfy it; 0 if they do not, or only because 0 suffices.
    template <class T>
    constexpr double margin_of(std::array<T, Outputs> const& y) const {
        return detail::margin_of_rows(rows, y);
    }
};

} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
