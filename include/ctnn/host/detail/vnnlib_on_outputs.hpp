#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ctnn/host/detail/rational.hpp>
#include <ctnn/host/detail/vnnlib_formula.hpp>
#include <ctnn/host/detail/vnnlib_linear.hpp>
#include <map>

namespace ctnn::host::detail {

inline bool are_doubles(std::map<std::size_t, rational> const& numbers) {
    bool are = true;
    for (auto const& [variable, c] : numbers)
        are = are && c.enclosed().is_exact();
    return are;
}

inline rational common_denominator(std::map<std::size_t, rational> const& numbers) {
    std::int64_t exponent = 0;
    for (auto const& [variable, c] : numbers)
        exponent = (std::max)(exponent, -c.exponent());
    rational all = rational::power_of_10(exponent);
    for (auto const& [variable, c] : numbers)
        if (!all.is_too_long() && !(c * all).enclosed().is_exact())
            all = all * c.denominator();
    return all;
}

// The constraint that a function of outputs is at most 0. A single coefficient becomes 1 or -1; others stay if they are
// doubles, or are multiplied until they are integers. Gives the reason where that does not do, else nothing.
inline char const* on_outputs(vnnlib_linear at_most_0, std::size_t inputs,
                              vnnlib_sparse_constraint& to) {
    auto& all = at_most_0.coefficients;
    if (all.size() == 1) {
        rational const c = all.begin()->second;
        at_most_0.multiply(rational(1) / (c.sign() < 0 ? -c : c));
        all.begin()->second = c.sign() < 0 ? -rational(1) : rational(1);
    } else if (!are_doubles(all)) {
        at_most_0.multiply(common_denominator(all));
        if (!are_doubles(all))
            return "a coefficient is not exact in binary: multiply both sides";
    }
    for (auto const& [variable, c] : all)
        to.coefficients.emplace_back(static_cast<std::uint32_t>(variable - inputs),
                                     c.enclosed().low);
    to.constant = at_most_0.constant.enclosed();
    return to.constant.is_finite() ? nullptr : "the constant of this is too large for a double";
}

} // namespace ctnn::host::detail
