#pragma once

#include <array>
#include <cstddef>
#include <ctnn/placed/branch.hpp>
#include <ctnn/placed/composite.hpp>
#include <ctnn/placed/concatenation.hpp>
#include <ctnn/placed/shortcut.hpp>
#include <ctnn/placed/sum.hpp>

// Layers of layers as a user would write them.

namespace own {

using ctnn::placed::branch;
using ctnn::placed::shortcut;

// What branches give, one after the other: channels, or the numbers of rows.
template <class... Branches>
struct beside : ctnn::placed::composite<ctnn::placed::concatenation, Branches...> {
    static constexpr char const* name = "beside";
};

template <class... Branches>
struct added : ctnn::placed::composite<ctnn::placed::sum, Branches...> {
    static constexpr char const* name = "added";
};

// Two branches multiplied: no sum of what they give.
template <class Shape, class>
struct product {
    using output_shape = Shape;

    template <class Number, std::size_t Size>
    static constexpr auto joined(std::array<Number, Size> const& a,
                                 std::array<Number, Size> const& b) {
        std::array<Number, Size> v{};
        for (std::size_t i = 0; i < Size; ++i)
            v[i] = a[i] * b[i];
        return v;
    }
    template <std::size_t Branch, class Values>
    static constexpr auto derivative(Values const& dv, Values const& a, Values const& b) {
        return joined(dv, Branch == 0 ? b : a);
    }
};
template <class One, class Other>
struct multiplied : ctnn::placed::composite<product, One, Other> {};

} // namespace own
