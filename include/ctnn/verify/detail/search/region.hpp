#pragma once

#include <array>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/detail/linear/neuron_phases.hpp>
#include <ctnn/verify/detail/search/box_finding.hpp>
#include <ctnn/verify/detail/search/sides.hpp>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// What branch and bound looks at: the inputs in a box for which the program's neurons have the phases.
template <class Network>
struct region {
    box_of<Network> in{};
    neuron_phases<Network> phases{};
};

// Both halves of what was left of a region, as was found: of its box, or the phases of one neuron; then the one in which the bound is least is the second, which is looked at first.
template <class Network, class Finding>
constexpr std::array<region<Network>, 2> halves_of(region<Network> const& all,
                                                   Finding const& found) {
    region<Network> const left{found.is_shrunk ? found.part : all.in, all.phases};
    std::array<region<Network>, 2> halves{left, left};
    if (found.split != no_neuron) {
        halves[0].phases.set(found.split, found.suspect_is_on ? phase::off : phase::on);
        halves[1].phases.set(found.split, found.suspect_is_on ? phase::on : phase::off);
    } else {
        auto const boxes = halves_of(left.in, found.cut);
        halves[0].in = boxes[0], halves[1].in = boxes[1];
    }
    return halves;
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
