#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/metric/output_error.hpp>
#include <ctnn/verify/detail/search/search.hpp>
#include <ctnn/verify/detail/search/sides.hpp>
#include <ctnn/verify/difference_bounds.hpp>
#include <ctnn/verify/verdict.hpp>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// What is to be shown of a network, as the search takes it.
template <class Approximation>
struct equivalence {
    Approximation const& approximation;
    double tolerance;

    constexpr question_problem problem() const {
        return tolerance >= 0 && math::is_finite(tolerance)
                   ? question_problem::none
                   : question_problem::the_tolerance_is_below_0_or_not_finite;
    }
};

template <concepts::network Network, class Approximation>
constexpr auto check_box(Network const& net, box_of<Network> const& in,
                         equivalence<Approximation> const& wanted) {
    box_finding<typename Network::scalar, Network::input_size> found;
    auto const apart = difference_bounds(net, wanted.approximation, in);
    double most = 0;
    for (auto const& d : apart) {
        // (a NaN would be none)
        most = d.upper <= most ? most : d.upper;
        most = -d.lower <= most ? most : -d.lower;
    }
    if (most <= wanted.tolerance) {
        found.margin = wanted.tolerance - most;
        found.state = box_state::holds;
        return found;
    }
    found.cut = widest_side(in);
    for (auto const& suspect : {middle_of_box(in), in.lower, in.upper}) {
        auto const y = net(suspect);
        auto const z =
            wanted.approximation(ctnn::detail::input_for<Network, Approximation>(suspect));
        for (std::size_t j = 0; j < Network::output_size; ++j) {
            double const d = static_cast<double>(y[j]) - static_cast<double>(z[j]);
            if (d > wanted.tolerance || d < -wanted.tolerance) {
                found.state = box_state::violated;
                found.suspect = suspect;
                return found;
            }
        }
    }
    return found;
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail

namespace ctnn::verify {
CTNN_ARITHMETIC_BEGIN

/// Tries to prove that an approximation of a network, the same one in fixed point or in integers of 8
/// bits, gives outputs within a tolerance of the network's for every input in a box: of both *programs*,
/// every rounding and the conversion of the input included. Then what was proven of one holds of the
/// other within the tolerance.
///
/// Shape:    a network of float or double, an approximation of it as `output_error` takes it, a box of
///           the network's inputs, a tolerance; a verdict, whose margin is what the tolerance could be
///           less.
/// Cost:     for each box that of `difference_bounds`.
/// Errors:   those of `difference_bounds`; of a tolerance below 0 nothing is known.
/// Source:   B. Paulsen, J. Wang, C. Wang, "ReluDiff: differential verification of deep neural
///           networks", ICSE 2020: differences carried through both networks at once.
/// Example:  docs/examples/no_overflow.cpp
template <concepts::network Network, class Approximation, class Box = detail::box_of<Network>,
          class Diagnosis = detail::difference_diagnosis<Network, Approximation, Box>>
    requires ctnn::detail::is_none<Diagnosis>
constexpr verdict<typename Network::scalar, Network::input_size>
equivalent(Network const& net, Approximation const& approximation, Box const& inputs,
           double tolerance, std::size_t boxes = 1) {
    detail::equivalence<Approximation> const wanted{approximation, tolerance};
    detail::search<Network> search(inputs, wanted);
    search.go_on(net, wanted, boxes);
    return search.verdict_now();
}

// Chosen for arguments that do not fit, so that the compiler prints the diagnosis.
template <concepts::network Network, class Approximation, class Box = detail::box_of<Network>,
          class Diagnosis = detail::difference_diagnosis<Network, Approximation, Box>>
    requires(!ctnn::detail::is_none<Diagnosis>)
void equivalent(Network const&, Approximation const&, Box const&, double, std::size_t = 1) = delete;

CTNN_ARITHMETIC_END
} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
