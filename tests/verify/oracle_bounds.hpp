#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <ctnn/verify/linear_bounds.hpp>

#include "../catch.hpp"
#include "oracle_nets.hpp"

// linear_bounds against rows of lower and upper bounds that were written down.

namespace oracle_nets {

template <class Model, std::size_t Rows, std::size_t Columns>
void check_bounds(double const (&rows)[Rows][Columns], std::uint32_t seed) {
    double furthest = 0;
    for_each_box<Model>(rows, seed, [&](auto const& one, auto const& in, auto const& row) {
        auto const y = ctnn::linear_bounds(one, in);
        for (std::size_t j = 0; j < Model::output_size; ++j) {
            furthest = std::max(furthest, std::abs(y[j].lower - row[2 * j]));
            furthest = std::max(furthest, std::abs(y[j].upper - row[2 * j + 1]));
        }
    });
    CHECK(furthest > 0); // (the rounding term)
    CHECK(furthest < 1e-9);
}

} // namespace oracle_nets
