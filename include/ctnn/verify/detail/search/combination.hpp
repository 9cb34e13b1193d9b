#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/condition.hpp>
#include <ctnn/verify/detail/linear/rounding_errors.hpp>
#include <limits>

// One constraint instead of a row. A row says that one of its constraints f[c] is above 0. For shares p[c] >= 0 that add
// up to 1, the largest f[c] is at least the sum of p[c] f[c]: if that sum is above some m >= 0, so is one of them, though
// which one may depend on the input. This helps most if the constraints complement each other: outside a small
// target, one output or the other is too large or too small.
//
// - The shares are whole 1024ths that add up to 1024: they are exact, none is below 0, and the margin of the sum is a margin.
// - A coefficient of the sum is rounded n times (n products, the first without a sum), so it is off by less than
//   n epsilons of the magnitudes that are added up. It multiplies an output, whose magnitude is known; all of
//   this is subtracted from the constant, twice, because these sums are rounded themselves. Underflow loses less than
//   the smallest normal number for each product.
//
// Finding good shares is a hint, from linear functions below the f[c]. Over the box, these have middle values and an
// amount for each input by which they fall; the best shares are those of a matrix game between constraints and
// corners. It is played by the method of M. Frank and P. Wolfe, "An algorithm for quadratic programming", 1956:
// towards the best constraint in the worst corner, as far as it helps.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

inline constexpr unsigned whole_share = 1024;
inline constexpr std::size_t most_in_a_combination = 16;

// The sum of constraints, each times its share (in 1024ths); no output is larger than its magnitude in `sizes`.
template <std::size_t Outputs>
constexpr linear_constraint<Outputs> combined(linear_constraint<Outputs> const* constraints,
                                              unsigned const* shares, std::size_t count,
                                              double const* sizes) {
    linear_constraint<Outputs> sum{};
    double const error = static_cast<double>(count + 2) * std::numeric_limits<double>::epsilon();
    double const lost = static_cast<double>(count + 2) * (std::numeric_limits<double>::min)();
    double magnitude = 0, off = 0;
    for (std::size_t c = 0; c < count; ++c) {
        double const share = static_cast<double>(shares[c]) / whole_share;
        sum.constant += share * constraints[c].constant;
        magnitude += share * magnitude_of(constraints[c].constant, 0);
    }
    off = error * magnitude + lost;
    for (std::size_t j = 0; j < Outputs; ++j) {
        magnitude = 0;
        for (std::size_t c = 0; c < count; ++c) {
            double const share = static_cast<double>(shares[c]) / whole_share;
            double const term = share * constraints[c].coefficients[j];
            sum.coefficients[j] += term;
            magnitude += term < 0 ? -term : term;
        }
        if (magnitude > 0)
            off += (error * magnitude + lost) * sizes[j];
    }
    sum.constant -= 2 * off;
    return sum;
}

// Functions that are at least bounds[c] over a box, with the coefficients slopes[i * stride + c].
struct functions_of_row {
    double const *bounds, *slopes;
    std::size_t stride, count;
};

// Shares of which the sum of a row's functions seems to be largest where it is least; `radii` are half the widths of the
// box's sides. Says whether they are better than any constraint alone.
template <std::size_t Inputs>
class search_of_shares {
public:
    constexpr search_of_shares(functions_of_row const& row, double const* radii)
        : count_(row.count) {
        std::size_t best = 0;
        for (std::size_t c = 0; c < count_; ++c) {
            middle_[c] = row.bounds[c];
            for (std::size_t i = 0; i < Inputs; ++i) {
                double const fall = row.slopes[i * row.stride + c] * radii[i];
                falls_[c * Inputs + i] = fall;
                middle_[c] += fall < 0 ? -fall : fall;
            }
            best = row.bounds[c] > row.bounds[best] ? c : best;
        }
        alone_ = value_ = row.bounds[best];
        weights_[best] = 1;
        sum_middle_ = middle_[best];
        for (std::size_t i = 0; i < Inputs; ++i)
            sum_[i] = falls_[best * Inputs + i];
    }

    constexpr bool find(unsigned* shares) {
        constexpr int turns = 12;
        for (int turn = 0; turn < turns && improve(); ++turn)
            ;
        if (!(value_ > alone_ + 0x1p-6 * magnitude_of(alone_, 0)))
            return false;
        unsigned all = 0;
        std::size_t largest = 0;
        for (std::size_t c = 0; c < count_; ++c) {
            shares[c] = static_cast<unsigned>(weights_[c] * whole_share);
            all += shares[c];
            largest = weights_[c] > weights_[largest] ? c : largest;
        }
        if (all > whole_share)
            return false;
        shares[largest] += whole_share - all; // (each was rounded down)
        return shares[largest] < whole_share;
    }

private:
    constexpr bool improve() {
        // The constraint that is largest in the corner where the sum is least.
        std::size_t to = 0;
        double most = -std::numeric_limits<double>::infinity();
        for (std::size_t c = 0; c < count_; ++c) {
            double at_corner = middle_[c];
            for (std::size_t i = 0; i < Inputs; ++i)
                at_corner += sum_[i] < 0 ? falls_[c * Inputs + i] : -falls_[c * Inputs + i];
            if (at_corner > most)
                most = at_corner, to = c;
        }
        double best = value_, step = 0;
        for (double s = 0.5; s > 0.02; s *= 0.5) {
            double value = (1 - s) * sum_middle_ + s * middle_[to];
            for (std::size_t i = 0; i < Inputs; ++i)
                value -= magnitude_of((1 - s) * sum_[i] + s * falls_[to * Inputs + i], 0);
            if (value > best)
                best = value, step = s;
        }
        if (!(step > 0))
            return false;
        value_ = best;
        for (std::size_t c = 0; c < count_; ++c)
            weights_[c] = (1 - step) * weights_[c] + (c == to ? step : 0);
        sum_middle_ = (1 - step) * sum_middle_ + step * middle_[to];
        for (std::size_t i = 0; i < Inputs; ++i)
            sum_[i] = (1 - step) * sum_[i] + step * falls_[to * Inputs + i];
        return true;
    }

    std::size_t count_;
    double middle_[most_in_a_combination]{}, falls_[most_in_a_combination * Inputs]{};
    double weights_[most_in_a_combination]{};
    double sum_middle_ = 0, sum_[Inputs]{};
    double alone_ = 0, value_ = 0;
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
