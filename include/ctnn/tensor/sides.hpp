#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>

namespace ctnn {

/// How many places there are before and after the input along an axis: `zero_padding<sides{0, 1}, sides{0, 1}>`. A plain
/// number is the same on both sides.
///
/// Shape:    of one axis.
/// Cost:     none; it only names sizes.
/// Source:   as the pairs of Keras' ZeroPadding2D.
/// Example:  tests/layer/moving.cpp
struct sides {
    std::size_t before = 0, after = 0;

    constexpr sides(std::size_t both) : before(both), after(both) {}
    constexpr sides(std::size_t the_before, std::size_t the_after)
        : before(the_before), after(the_after) {}
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
