#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace soundness {

// A sum of doubles without rounding, as doubles that do not overlap, the least first (J. R. Shewchuk, Adaptive
// precision floating-point arithmetic, 1997). Nothing of the library computes here. For numbers so far from
// both ends of double that no product is lost.
class exact_sum {
public:
    void add(double x) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < count_; ++i) {
            double const y = parts_[i], sum = x + y, of_y = sum - x;
            double const lost = (x - (sum - of_y)) + (y - of_y);
            if (lost != 0)
                parts_[kept++] = lost;
            x = sum;
        }
        if (x != 0) // (the rest may be what is left when all above it cancels)
            parts_[kept++] = x;
        count_ = kept;
    }
    void add_product(double a, double b) {
        double const p = a * b;
        add(std::fma(a, b, -p)), add(p);
    }
    int sign() const {
        double const most = count_ == 0 ? 0 : parts_[count_ - 1];
        return most > 0 ? 1 : most < 0 ? -1 : 0;
    }

private:
    std::array<double, 128> parts_{};
    std::size_t count_ = 0;
};

} // namespace soundness
