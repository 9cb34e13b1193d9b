#pragma once

#include <array>
#include <cstddef>
#include <limits>

namespace ctnn::verify::detail {

enum class box_state { open, holds, violated };

// What was found of a condition on one box.
template <class T, std::size_t Inputs>
struct box_finding {
    box_state state = box_state::open;
    double margin = -std::numeric_limits<double>::infinity();
    std::array<T, Inputs>
        suspect{};            // an input that may violate the condition; if it does, it is known
    std::size_t cut = Inputs; // the input along which to cut, if any can be cut
};

} // namespace ctnn::verify::detail
