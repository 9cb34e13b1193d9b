#pragma once

#include <concepts>
#include <cstddef>

namespace ctnn::placed {

// What a layer does to a number: factor x + offset.
struct factor_and_offset {
    double factor = 1, offset = 0;
};

// A bound layer that normalizes: number i has the statistics i % `statistics`. `set_statistics(p, k, mean, variance)` sets
// them from samples, and `in_one_product(p, k)` says what the layer does to such a number.
template <class Bound>
concept normalizes = requires(typename Bound::parameters& p, std::size_t k) {
    { Bound::statistics } -> std::convertible_to<std::size_t>;
    Bound::set_statistics(p, k, 0.0, 1.0);
    { Bound::in_one_product(p, k) } -> std::same_as<factor_and_offset>;
};

} // namespace ctnn::placed
