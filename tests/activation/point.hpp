#pragma once

namespace activation_oracle {

// An elementwise activation at x, and its derivative there.
struct point {
    double x;
    double value;
    double derivative;
};

} // namespace activation_oracle
