#pragma once

#include <array>
#include <limits>

namespace extreme_losses {

inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();
inline constexpr double inf = std::numeric_limits<double>::infinity();

// y is an output, or the logit before the activation with which the loss is one.
struct point {
    std::array<double, 3> y;
    std::array<double, 3> target;
    double value;
};

} // namespace extreme_losses
