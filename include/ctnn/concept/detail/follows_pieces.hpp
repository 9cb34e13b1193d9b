#pragma once

#include <cstddef>
#include <ctnn/concept/curve.hpp>
#include <ctnn/math/abs.hpp>

namespace ctnn::detail {

// Whether an activation's value follows its pieces at some places of each: straight pieces have their slopes, and each
// piece begins where the one before it ends. The tolerance is far above roundings and far below mistakes.
template <class Activation>
constexpr bool rises_by(double from, double to, double slope) {
    double const y = static_cast<double>(Activation::value(from));
    double const z = static_cast<double>(Activation::value(to));
    return (math::abs)(z - y - slope * (to - from)) <= 1e-5 * (1 + (math::abs)(y) + (math::abs)(z));
}

template <class Activation>
constexpr bool follows_pieces(curve const& facts) {
    constexpr double reach = 10; // how much of a piece without an end is tried
    for (std::size_t i = 0; i < 4 && facts.pieces[i].is_there(); ++i) {
        curves::piece const& p = facts.pieces[i];
        double const next = facts.end_of_piece(i);
        bool const ends = next < curves::infinity;
        double const from = i > 0 ? p.from : (ends ? next : 0) - reach;
        double const to = ends ? next : from + 2 * reach, step = (to - from) / 4;
        for (int k = 0; k < 4 && p.is_straight(); ++k)
            if (!rises_by<Activation>(from + k * step, k == 3 ? to : from + (k + 1) * step,
                                      p.slope))
                return false;
        // (so near that even the steepest curve is level)
        double const before = from - 1e-15 * (math::abs)(from)-1e-300;
        if (i > 0 && !facts.pieces[i - 1].is_straight() && !rises_by<Activation>(before, from, 0))
            return false;
    }
    return true;
}

} // namespace ctnn::detail
