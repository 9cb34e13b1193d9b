#pragma once

#include <array>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/box.hpp>
#include <limits>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

enum class box_state { open, holds, violated };

inline constexpr std::size_t no_neuron = static_cast<std::size_t>(-1);

// What was found of a condition on one box.
template <class T, std::size_t Inputs>
struct box_finding {
    box_state state = box_state::open;
    double margin = -std::numeric_limits<double>::infinity();
    std::array<T, Inputs>
        suspect{}; // an input that may violate the condition; if it does, it is known
    // What is left of an open box: outside of this part it holds, by a margin.
    bool is_shrunk = false;
    box<T, Inputs> part{};
    double margin_of_rest = std::numeric_limits<double>::infinity();
    std::size_t cut = Inputs; // the input along which to cut that, if any can be cut
    // Instead of a cut, the neuron whose phases are to be told apart, if one is; and on which side it is
    // where the bound is least.
    std::size_t split = no_neuron;
    bool suspect_is_on = false;
    std::size_t passes = 0; // of functions of the outputs with phases

    constexpr bool has_halves() const { return cut != Inputs || split != no_neuron; }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
