#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/detail/linear/lines.hpp>
#include <ctnn/verify/detail/linear/rounding_errors.hpp>

// The products of branches' numbers, between two parallel planes. For x around m by at most r, and y around n by at most s,
//
//     x y = n x + m y - m n + (x - m) (y - n),   and the last product lies between -r s and r s.
//
// With another branch, x is the product so far: its planes take the place of x, and so on.
//
// Roundings: let S be the product of the branches' largest magnitudes. Each of the terms above is at most S in size, the
// planes so far are at most k S, and those of a step with branch k take 2 k + 3 roundings of S or less. That the ends of x
// are rounded moves r s by k / 2 more.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

template <class Scalar, std::size_t Branches, std::size_t Size>
struct product_planes {
    double slopes[Branches][Size]{}, low[Size]{}, high[Size]{};

    // Takes in number j of branch k, which lies between l and u. `least`, `most` and `size` are of the product so far.
    constexpr void multiply(std::size_t k, std::size_t j, double l, double u, double& least,
                            double& most, double& size) {
        double const largest = magnitude_of(l, u);
        if (k == 0) {
            slopes[0][j] = 1;
            least = l, most = u, size = largest;
            return;
        }
        double const m = 0.5 * least + 0.5 * most, n = 0.5 * l + 0.5 * u;
        double const r = larger(most - m, m - least), s = larger(u - n, n - l);
        for (std::size_t b = 0; b < k; ++b)
            slopes[b][j] *= n;
        slopes[k][j] = m;
        // (a program's product may become 0 where it is not, and be multiplied again)
        size = size * largest + magnitude_of_nothing<Scalar>;
        double const off = r * s + 16 * unit * static_cast<double>(k + 1) * size;
        double const a = n * low[j], b = n * high[j];
        low[j] = smaller(a, b) - m * n - off;
        high[j] = larger(a, b) - m * n + off;
        double const products[]{least * l, least * u, most * l, most * u};
        least = most = products[0];
        for (double const x : products)
            least = smaller(least, x), most = larger(most, x);
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
