#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/interval.hpp>
#include <limits>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// A sum of intervals with the size of all that was added up.
struct difference_sum {
    double lower = 0, upper = 0, size = 0;

    constexpr void add(double a, double b) {
        double const low = a < b ? a : b, high = a < b ? b : a;
        lower += low;
        upper += high;
        size += (low < 0 ? -low : low) + (high < 0 ? -high : high);
    }
    // Terms: of which each was made with two roundings at most.
    constexpr interval<double> widened(std::size_t terms, double by) const {
        double const roundings = static_cast<double>(terms + 4) * size * epsilon + 1e-300;
        return {lower - by - roundings, upper + by + roundings};
    }
    static constexpr double epsilon = std::numeric_limits<double>::epsilon();
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
