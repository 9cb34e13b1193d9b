#pragma once

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/gradient_bounds.hpp>

#include "real_network.hpp"
#include "try_network.hpp"

namespace soundness {

// Derivatives at random points, and quotients of differences between two of them, against their bounds.
template <class Network>
void try_gradients(char const* name, draw& random, std::uint64_t count, tally& total) {
    using scalar = typename Network::scalar;
    constexpr std::size_t inputs = Network::input_size, outputs = Network::output_size;
    std::uint64_t done = 0, outside = 0, unknown = 0;
    while (done < count) {
        auto const net = network<Network>(random);
        auto const in = box<scalar, inputs>(random);
        auto const g = ctnn::gradient_bounds(net, in);
        unknown += !is_finite(g[0][0]);
        for (int points = 0; points < 10; ++points, ++done) {
            auto const a = point(random, in), b = point(random, in);
            auto const at_a = real_network(net, a), at_b = real_network(net, b);
            for (std::size_t j = 0; j < outputs; ++j) {
                real least = 0, most = 0;
                for (std::size_t i = 0; i < inputs; ++i) {
                    real const low = static_cast<real>(g[j][i].lower);
                    real const high = static_cast<real>(g[j][i].upper);
                    real const step = static_cast<real>(b[i]) - static_cast<real>(a[i]);
                    outside += !(low <= at_a.slopes[j][i] && at_a.slopes[j][i] <= high);
                    least += step < 0 ? step * high : step * low;
                    most += step < 0 ? step * low : step * high;
                }
                real const change = at_b.y[j] - at_a.y[j];
                real const room = 1e-17l * (1 + std::abs(at_a.y[j]) + std::abs(at_b.y[j]));
                outside += !(least - room <= change && change <= most + room);
            }
        }
    }
    if (*name != '\0')
        std::printf("%-24s %10llu points, %llu outside, %llu boxes unknown\n", name,
                    static_cast<unsigned long long>(done), static_cast<unsigned long long>(outside),
                    static_cast<unsigned long long>(unknown));
    total.points += done, total.outside += outside, total.unknown += unknown;
}

} // namespace soundness
