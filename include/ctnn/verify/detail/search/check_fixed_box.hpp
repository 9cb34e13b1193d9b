#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/network/convert.hpp>
#include <ctnn/number/detail/interval_end.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/condition.hpp>
#include <ctnn/verify/detail/difference/real_intervals.hpp>
#include <ctnn/verify/detail/search/box_finding.hpp>
#include <ctnn/verify/detail/search/check_box.hpp>
#include <ctnn/verify/detail/search/difference_diagnosis.hpp>
#include <ctnn/verify/detail/search/output_intervals.hpp>
#include <ctnn/verify/detail/search/sides.hpp>
#include <ctnn/verify/difference_bounds.hpp>
#include <limits>

// A condition on one box of a network in fixed point: by interval arithmetic, whose ends are exact for
// each neuron; where that is not enough, by linear bounds of the same network of real numbers, from which
// the fixed one is not further than difference_bounds tells. A box of one input is computed.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// What a network of double must satisfy for one that is as far from it to satisfy the condition.
template <std::size_t Outputs, std::size_t All, std::size_t Any>
constexpr condition<Outputs, All, Any> tightened(condition<Outputs, All, Any> wanted,
                                                 real_intervals<Outputs> const& apart) {
    for (auto& row : wanted.rows)
        for (auto& constraint : row) {
            double by = 0;
            for (std::size_t j = 0; j < Outputs; ++j) {
                double const c = constraint.coefficients[j];
                by += (c < 0 ? -c : c) * furthest(apart[j]);
            }
            // (more than the sum, the product and the difference are rounded by)
            double const size =
                constraint.constant < 0 ? -constraint.constant : constraint.constant;
            constraint.constant -= by + (by + size) * 1e-14 * static_cast<double>(Outputs + 2);
        }
    return wanted;
}

template <class Network>
using of_real_numbers = typename ctnn::detail::with_scalar<double, Network>::type;

template <class Network>
inline constexpr bool is_comparable = ctnn::detail::is_none<
    decltype(comparison_diagnosis<of_real_numbers<Network>, Network,
                                  typename of_real_numbers<Network>::input_type>())>;

// What linear bounds tell; where they do not prove it, the suspect and the cut are as good as any.
template <class Network, std::size_t All, std::size_t Any>
constexpr auto check_as_real(Network const& net, box_of<Network> const& in,
                             condition<Network::output_size, All, Any> const& wanted) {
    auto const real = convert<double>(net);
    box_of<of_real_numbers<Network>> const inputs{convert<double>(in.lower),
                                                  convert<double>(in.upper)};
    auto const apart = difference_bounds(real, net, inputs);
    if (!all_known(apart))
        return box_finding<double, Network::input_size>{};
    return check_box(real, inputs, tightened(wanted, apart));
}

template <concepts::network Network, std::size_t All, std::size_t Any>
    requires number::detail::goes_in_steps<typename Network::scalar>
constexpr auto check_box(Network const& net,
                         box<typename Network::scalar, Network::input_size> const& in,
                         condition<Network::output_size, All, Any> const& wanted) {
    using scalar = typename Network::scalar;
    constexpr std::size_t inputs = Network::input_size;
    box_finding<scalar, inputs> found;
    if (in.lower == in.upper) {
        auto const y = net(in.lower);
        found.suspect = in.lower;
        found.margin = wanted.margin_of(y);
        if (wanted.is_satisfied_by(y))
            found.state = box_state::holds;
        else if (wanted.is_violated_by(y))
            found.state = box_state::violated;
        return found;
    }
    auto const y = bounds(net, in);
    found.margin = std::numeric_limits<double>::infinity();
    bool all_hold = true;
    for (auto const& row : wanted.rows) {
        double most = -std::numeric_limits<double>::infinity();
        bool one_holds = false;
        for (auto const& constraint : row) {
            auto const least = least_of(constraint, y);
            one_holds = one_holds || constraint.is_satisfied_by(least);
            if (double const by = constraint.certain(least); by > most)
                most = by;
        }
        all_hold = all_hold && one_holds;
        found.margin = most < found.margin ? most : found.margin;
    }
    if (all_hold) {
        found.state = box_state::holds;
        return found;
    }
    std::array<scalar, inputs> corner = in.lower;
    found.cut = widest_side(in);
    if constexpr (is_comparable<Network>) {
        auto const of_real = check_as_real(net, in, wanted);
        if (of_real.state == box_state::holds) {
            found.state = box_state::holds;
            found.margin = of_real.margin;
            return found;
        }
        corner = convert<scalar>(of_real.suspect);
        if (of_real.cut < inputs)
            found.cut = of_real.cut;
    }
    for (auto const& suspect : {corner, middle_of_box(in), in.lower, in.upper})
        if (wanted.is_violated_by(net(suspect))) {
            found.state = box_state::violated;
            found.suspect = suspect;
            break;
        }
    return found;
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
