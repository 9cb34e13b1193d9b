#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/host/detail/enclosure.hpp>
#include <ctnn/host/output_condition.hpp>
#include <ctnn/number/next_above.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/detail/linear/lines.hpp>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace ctnn::host {
namespace detail {

// The sum of coefficients[j] y[j] and the constant is at most 0.
struct vnnlib_constraint {
    std::vector<double> coefficients{};
    enclosure constant{};

    // What the constant may be at least. Where a number y alone is compared with it, y > -k is y >= -low if k lies
    // above low, and that is y > -(the number above low).
    double least() const {
        std::size_t others = 0, ones = 0;
        for (double const c : coefficients)
            (c == 1 || c == -1 ? ones : others) += c == 0 ? 0 : 1;
        bool const is_single = ones == 1 && others == 0;
        return is_single && !constant.is_exact() ? number::next_above(constant.low) : constant.low;
    }
};

} // namespace detail

/// A box of inputs and what makes outputs counterexamples there: in some row, all constraints.
///
/// Shape:    lower and upper: an end for each input, each between two doubles; rows of constraints,
///           each a coefficient for each output and a constant between two doubles; for inputs with no
///           double between their ends, a decimal that is, as it is written.
/// Cost:     a few vectors.
/// Example:  docs/examples/verify_vnnlib.cpp
struct vnnlib_case {
    std::vector<detail::enclosure> lower{}, upper{};
    std::vector<std::vector<detail::vnnlib_constraint>> rows{};
    std::vector<std::pair<std::size_t, std::string>> between{};

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

    /// The largest box of T within it. Where there is no number of T between the ends of an input, its lower
    /// end is above the upper one.
    template <class T, std::size_t N>
    box<T, N> inside() const {
        box<T, N> in{};
        for (std::size_t i = 0; i < N; ++i) {
            in.lower[i] = least_from<T>(lower[i].high);
            in.upper[i] = -least_from<T>(-upper[i].low);
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
        return negation<Outputs>([](detail::vnnlib_constraint const& k) { return k.least(); });
    }

    /// Whether outputs are those of a counterexample with certainty, whatever k is.
    template <class T, std::size_t Outputs>
    bool is_violated_by(std::array<T, Outputs> const& y) const {
        return negation<Outputs>([](auto const& k) { return k.constant.high; }).is_violated_by(y);
    }

private:
    // The least number of T that is not below x.
    template <class T>
    static T least_from(double x) {
        constexpr auto most = static_cast<double>((std::numeric_limits<T>::max)());
        if (!(x <= most))
            return std::numeric_limits<T>::infinity();
        if (x < -most)
            return std::numeric_limits<T>::lowest();
        T const nearest = static_cast<T>(x);
        return static_cast<double>(nearest) < x ? number::next_above(nearest) : nearest;
    }

    template <std::size_t Outputs, class Constant>
    output_condition<Outputs> negation(Constant const& constant_of) const {
        output_condition<Outputs> result;
        for (auto const& row : rows) {
            auto& negated = result.rows.emplace_back();
            for (auto const& constraint : row) {
                auto& one = negated.emplace_back();
                for (std::size_t j = 0; j < Outputs; ++j)
                    one.coefficients[j] = constraint.coefficients[j];
                one.constant = constant_of(constraint);
            }
        }
        return result;
    }
};

} // namespace ctnn::host

#include <ctnn/config/epilogue.hpp>
