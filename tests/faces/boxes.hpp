#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/verify/box.hpp>

#include "../support/random_numbers.hpp"

namespace faces {

// A random network, a box of its inputs, and random points in it that try to leave the bounds of its outputs.
template <class Network>
struct boxes {
    using scalar = typename Network::scalar;

    Network net{};
    ctnn::verify::box<scalar, Network::input_size> box{};
    seeded::random_numbers draw;

    constexpr explicit boxes(std::uint32_t seed, double size = 0.5, double weight = 1)
        : draw(seed) {
        net = draw.template network<Network>(-weight, weight);
        for (std::size_t i = 0; i < Network::input_size; ++i) {
            double const middle = draw();
            box.lower[i] = static_cast<scalar>(middle - size);
            box.upper[i] = static_cast<scalar>(middle + size);
        }
    }

    constexpr typename Network::input_type point() {
        typename Network::input_type x{};
        for (std::size_t i = 0; i < x.size(); ++i) {
            double const place = draw(-1, 2); // often one of the ends
            double const lower = static_cast<double>(box.lower[i]),
                         upper = static_cast<double>(box.upper[i]);
            x[i] = place < 0   ? box.lower[i]
                   : place > 1 ? box.upper[i]
                               : static_cast<scalar>(lower + place * (upper - lower));
        }
        return x;
    }

    // How many outputs of 100 points are outside.
    template <class Bounds>
    std::size_t most_that_leave(Bounds const& bounds) {
        std::size_t count = 0;
        for (int k = 0; k < 100; ++k) {
            auto const y = net(point());
            for (std::size_t j = 0; j < y.size(); ++j)
                count += !(bounds[j].lower <= y[j] && y[j] <= bounds[j].upper);
        }
        return count;
    }
    template <class Bounds>
    static double widest(Bounds const& bounds) {
        double width = 0;
        for (auto const& one : bounds) {
            double const w = static_cast<double>(one.upper) - static_cast<double>(one.lower);
            width = w <= width ? width : w; // (a NaN is wider)
        }
        return width;
    }
};

} // namespace faces
