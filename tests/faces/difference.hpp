#pragma once

#include <cstddef>
#include <ctnn/metric/output_error.hpp>
#include <ctnn/verify/difference_bounds.hpp>

#include "../catch.hpp"
#include "boxes.hpp"

namespace faces {

// How often a network and what it became leave the bounds of their difference.
template <class Given, class Approximation>
std::size_t that_leave(Given given, Approximation const& approximation) {
    auto const found = ctnn::verify::difference_bounds(given.net, approximation, given.box);
    std::size_t count = 0;
    for (int k = 0; k < 100; ++k) {
        auto const x = given.point();
        auto const y = given.net(x);
        auto const z =
            approximation(ctnn::detail::input_for<decltype(given.net), Approximation>(x));
        for (std::size_t j = 0; j < y.size(); ++j) {
            double const apart = static_cast<double>(y[j]) - static_cast<double>(z[j]);
            count += !(found[j].lower <= apart && apart <= found[j].upper);
        }
    }
    CHECK(Given::widest(found) < 1);
    return count;
}

} // namespace faces
