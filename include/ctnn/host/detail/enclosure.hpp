#pragma once

#include <cmath>
#include <cstddef>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/number/next_above.hpp>
#include <ctnn/number/next_below.hpp>
#include <initializer_list>
#include <limits>

// Real numbers that a text says, strictly between two doubles, or the same one where a double is the number. Each
// operation rounds its ends outwards if it rounds at all, which its remainder tells.

namespace ctnn::host::detail {

struct enclosure {
    double low = 0, high = 0;

    bool is_exact() const { return low == high; }
    bool is_finite() const { return ctnn::math::is_finite(low) && ctnn::math::is_finite(high); }
    friend enclosure operator-(enclosure const& x) { return {-x.high, -x.low}; }
    friend bool operator==(enclosure const&, enclosure const&) = default;
};

// A result of which `rest` is what was rounded away (or its sign).
inline double rounded_down(double result, double rest) {
    return rest < 0 ? number::next_below(result) : result;
}
inline double rounded_up(double result, double rest) {
    return rest > 0 ? number::next_above(result) : result;
}

// (D. E. Knuth, The Art of Computer Programming 2, 4.2.2)
inline double rest_of_sum(double a, double b, double sum) {
    double const c = sum - a;
    return (a - (sum - c)) + (b - c);
}

inline enclosure operator+(enclosure const& a, enclosure const& b) {
    double const low = a.low + b.low, high = a.high + b.high;
    return {rounded_down(low, rest_of_sum(a.low, b.low, low)),
            rounded_up(high, rest_of_sum(a.high, b.high, high))};
}

// Of what is so small that a remainder may be lost, nothing is taken for exact.
inline bool may_lose_rest(double result) {
    return std::fabs(result) < 1e-250;
}

inline enclosure operator*(enclosure const& a, enclosure const& b) {
    enclosure y{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    for (double const p : {a.low, a.high})
        for (double const q : {b.low, b.high}) {
            double const result = p * q, rest = std::fma(p, q, -result);
            bool const lost = may_lose_rest(result) && p != 0 && q != 0;
            y.low = std::fmin(y.low, rounded_down(result, lost ? -1 : rest));
            y.high = std::fmax(y.high, rounded_up(result, lost ? 1 : rest));
        }
    return y;
}

// (b does not hold 0)
inline enclosure operator/(enclosure const& a, enclosure const& b) {
    enclosure y{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    for (double const p : {a.low, a.high})
        for (double const q : {b.low, b.high}) {
            double const result = p / q, rest = std::fma(-result, q, p);
            bool const lost = p != 0 && (may_lose_rest(result) || may_lose_rest(p));
            double const sign = q < 0 ? -rest : rest;
            y.low = std::fmin(y.low, rounded_down(result, lost ? -1 : sign));
            y.high = std::fmax(y.high, rounded_up(result, lost ? 1 : sign));
        }
    return y;
}

} // namespace ctnn::host::detail
