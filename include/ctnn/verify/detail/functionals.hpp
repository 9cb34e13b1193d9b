#pragma once

#include <cstddef>
#include <ctnn/compiler/wide.hpp>
#include <limits>
#include <utility>

// Linear functions of the numbers of a layer, side by side in the lanes of wide vectors, bounded from
// below: sum over i of a[i] y[i] + constant >= what is sought, less `error`.

namespace ctnn::verify::detail {

inline constexpr std::size_t functionals_at_once = 64;
using lanes = compiler::wide<double, functionals_at_once>;

// The square root, rounded up a little; what overflows is infinite.
constexpr double root_above(double x) {
    if (!(x > 0))
        return x;
    if (!(x <= std::numeric_limits<double>::max()))
        return std::numeric_limits<double>::infinity();
    double scale = 1;
    for (; x >= 0x1p64; x *= 0x1p-64)
        scale *= 0x1p32;
    for (; x < 0x1p-64; x *= 0x1p64)
        scale *= 0x1p-32;
    // Heron's rule comes from above, and doubles or halves what is far away.
    double root = x > 1 ? x : 1;
    for (int i = 0; i < 60; ++i) {
        double const next = 0.5 * (root + x / root);
        if (!(next < root))
            break;
        root = next;
    }
    return root * scale * (1 + 1e-12);
}

template <class Indices>
struct functional_block;

template <std::size_t... I>
struct functional_block<std::index_sequence<I...>> {
    // sum += w[i] a[i], where they are to be taken
    static constexpr void add([[maybe_unused]] double const* w, [[maybe_unused]] bool const* taken,
                              [[maybe_unused]] lanes const* a, [[maybe_unused]] lanes& sum) {
        [[maybe_unused]] double wi{};
        ((wi = w[I], taken[I] ? void(sum = sum + wi * a[I]) : void()), ...);
    }
};

template <std::size_t Size>
constexpr void add_rows(double const* w, bool const* taken, lanes const* a, lanes& sum) {
    constexpr std::size_t block = 64;
    constexpr std::size_t whole = Size / block * block;
    for (std::size_t i = 0; i < whole; i += block)
        functional_block<std::make_index_sequence<block>>::add(w + i, taken + i, a + i, sum);
    functional_block<std::make_index_sequence<Size - whole>>::add(w + whole, taken + whole,
                                                                  a + whole, sum);
}

} // namespace ctnn::verify::detail
