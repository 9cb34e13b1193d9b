#pragma once

#include <cstdint>
#include <cstdio>

#include "nets.hpp"

namespace soundness {

struct tally {
    std::uint64_t points = 0;
    std::uint64_t outside = 0;
    std::uint64_t unknown = 0;
};

// Bounds::of(net, box) gives the intervals; the points go through the program, and through real(net, x),
// if there is one, which computes (almost) without rounding.
template <class Bounds, class Network>
void try_network(char const* name, draw& random, std::uint64_t count, tally& total) {
    using scalar = typename Network::scalar;
    std::uint64_t done = 0, outside = 0, unknown = 0;
    while (done < count) {
        auto const net = network<Network>(random);
        for (int boxes = 0; boxes < 8; ++boxes) {
            auto const in = box<scalar, Network::input_size>(random);
            auto const bounds = Bounds::of(net, in);
            unknown += !is_finite(bounds[0]);
            for (int points = 0; points < 50; ++points, ++done) {
                auto const x = point(random, in);
                auto const y = net(x);
                for (std::size_t j = 0; j < y.size(); ++j)
                    outside += !bounds[j].contains(y[j]);
                if constexpr (requires { Bounds::real(net, x); }) {
                    auto const z = Bounds::real(net, x);
                    for (std::size_t j = 0; j < y.size(); ++j)
                        outside += z[j] < static_cast<long double>(bounds[j].lower) ||
                                   z[j] > static_cast<long double>(bounds[j].upper);
                }
            }
        }
    }
    std::printf("%-24s %10llu points, %llu outside, %llu boxes unknown\n", name,
                static_cast<unsigned long long>(done), static_cast<unsigned long long>(outside),
                static_cast<unsigned long long>(unknown));
    total.points += done, total.outside += outside, total.unknown += unknown;
}

// Whether nothing was outside, and not because nothing was known.
inline bool is_sound(tally const& total) {
    std::printf("%llu points, %llu outside\n", static_cast<unsigned long long>(total.points),
                static_cast<unsigned long long>(total.outside));
    return total.points > 0 && total.outside == 0 && total.unknown * 1000 < total.points;
}

} // namespace soundness
