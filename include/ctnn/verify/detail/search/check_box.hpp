#pragma once

#include <array>
#include <cstddef>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/concept/activation.hpp>
#include <ctnn/detail/arithmetic_in_use.hpp>
#include <ctnn/verify/condition.hpp>
#include <ctnn/verify/detail/linear/linear_chain.hpp>
#include <ctnn/verify/detail/search/box_finding.hpp>
#include <ctnn/verify/detail/search/sides.hpp>
#include <limits>
#include <type_traits>

// A condition on one box: proven, violated at a corner, or where to cut the box.

CTNN_NAMESPACE(ctnn::verify::detail) {

// Bounds from below of linear functions of the outputs. Behind softmax only orders are looked at. There
// y_k > y_j takes a difference of the logits that no rounding levels. Let k be the largest: its
// numerator is exp(0) = 1, and where x_k - x_j > 8 epsilon that of j is below 1 - 6 epsilon, so that
// the quotients differ. Where the largest is unknown, the differences to it are off by half an epsilon
// of D, the furthest apart that two logits are, and must not be cut off.
template <class Network>
class output_functions {
public:
    using scalar = typename Network::scalar;
    using activation = typename Network::last_stage::activation;
    static constexpr std::size_t inputs = Network::input_size, outputs = Network::output_size;
    static constexpr bool is_elementwise = concepts::elementwise_activation<activation, scalar>;
    static_assert(is_elementwise || std::is_same_v<activation, softmax>);

    constexpr output_functions(Network const& net, box<scalar, inputs> const& in,
                               bool finds_largest, chain_bounds<Network> const* known = nullptr)
        : chain_(net, in,
                 std::is_same_v<activation, identity> || finds_largest ? refined::none
                                                                       : refined::all,
                 known) {
        if constexpr (!is_elementwise) {
            if (finds_largest || !chain_.known)
                return;
            double low = chain_.low[0], high = chain_.high[0];
            for (std::size_t j = 1; j < outputs; ++j) {
                low = chain_.low[j] < low ? chain_.low[j] : low;
                high = chain_.high[j] > high ? chain_.high[j] : high;
            }
            double const apart = high - low;
            if (apart < (sizeof(scalar) == 4 ? 70 : 650) && outputs < 1000)
                least_difference_ *= 1 + apart;
            else
                least_difference_ = std::numeric_limits<double>::infinity();
        }
    }

    constexpr bool known() const { return chain_.known; }
    constexpr void save(chain_bounds<Network>& to) const { chain_.save(to); }

    // Of `count` constraints, at most as many as there are lanes.
    constexpr void bound(linear_constraint<outputs> const* constraints, std::size_t count,
                         double* results, double* at_inputs) const {
        double constants[functionals_at_once]{}, squares[functionals_at_once]{};
        for (std::size_t k = 0; k < count; ++k) {
            constants[k] = constraints[k].constant;
            double const error = 16 * unit * constants[k];
            squares[k] = error * error;
        }
        bound_functionals<outputs>(
            count, constants, squares,
            [&](std::size_t j, double* of) {
                for (std::size_t k = 0; k < count; ++k)
                    of[k] = constraints[k].coefficients[j];
            },
            [&](auto* a, auto& f) {
                if constexpr (is_elementwise)
                    chain_.bound(a, f, results);
                else
                    chain_.bound_before(a, f, results);
            },
            at_inputs);
        if constexpr (!is_elementwise)
            for (std::size_t k = 0; k < count; ++k)
                results[k] = is_order(constraints[k]) ? results[k] - least_difference_
                                                      : -std::numeric_limits<double>::infinity();
    }

    // y_k > y_j
    static constexpr bool is_order(linear_constraint<outputs> const& of) {
        std::size_t plus = 0, minus = 0, others = of.constant == 0 ? 0 : 1;
        for (double const c : of.coefficients)
            (c == 1 ? plus : c == -1 ? minus : others) += c == 0 ? 0 : 1;
        return plus == 1 && minus == 1 && others == 0;
    }

private:
    linear_chain<Network, static_cast<int>(Network::depth) - 1> chain_;
    double least_difference_ = 8 * static_cast<double>(std::numeric_limits<scalar>::epsilon());
};

// Whether the rows say together that one output is larger than all others.
template <class Condition>
constexpr bool finds_largest(Condition const& wanted) {
    constexpr std::size_t outputs = Condition::outputs;
    if (outputs == 1 || wanted.rows.size() + 1 != outputs)
        return false;
    bool below[outputs]{};
    std::size_t largest = outputs, count = 0;
    for (auto const& row : wanted.rows) {
        if (row.size() != 1 || row[0].constant != 0)
            return false;
        for (std::size_t j = 0; j < outputs; ++j) {
            double const c = row[0].coefficients[j];
            if (c == 1 && (largest == outputs || largest == j))
                largest = j;
            else if (c == -1 && !below[j])
                below[j] = true, ++count;
            else if (c != 0)
                return false;
        }
    }
    return largest < outputs && !below[largest] && count + 1 == outputs;
}

// `known` are bounds that hold in the box, if there are any; `bounds_found` gets those of this box.
template <class Network, class Condition>
    requires number::detail::floats<typename Network::scalar>
constexpr auto check_box(Network const& net,
                         box<typename Network::scalar, Network::input_size> const& in,
                         Condition const& wanted, chain_bounds<Network> const* known = nullptr,
                         chain_bounds<Network>* bounds_found = nullptr) {
    using scalar = typename Network::scalar;
    constexpr std::size_t inputs = Network::input_size;
    constexpr double infinity = std::numeric_limits<double>::infinity();
    box_finding<scalar, inputs> found;
    found.suspect = in.lower;

    double steepness[inputs]{};
    output_functions<Network> const functions(net, in, finds_largest(wanted), known);
    if (bounds_found != nullptr)
        functions.save(*bounds_found);
    double margin = functions.known() ? infinity : -infinity;
    // As many rows at a time as there are lanes for.
    for (std::size_t first = 0, last = 0; functions.known() && first < wanted.rows.size();
         first = last) {
        linear_constraint<Network::output_size> all[functionals_at_once]{};
        double bounds[functionals_at_once]{};
        double at_inputs[inputs * functionals_at_once]{};
        std::size_t count = 0;
        for (; last < wanted.rows.size() &&
               (last == first || count + wanted.rows[last].size() <= functionals_at_once);
             ++last)
            for (auto const& constraint : wanted.rows[last])
                all[count++] = constraint;
        functions.bound(all, count, bounds, at_inputs);
        for (std::size_t r = first, k = 0; r < last; ++r) {
            std::size_t best = k;
            for (std::size_t const end = k + wanted.rows[r].size(); k < end; ++k)
                if (bounds[k] > bounds[best])
                    best = k;
            // (a NaN is no margin)
            double const of_row = bounds[best] > -infinity ? bounds[best] : -infinity;
            if (of_row < margin || r == 0) {
                margin = of_row;
                for (std::size_t i = 0; i < inputs; ++i) {
                    steepness[i] = at_inputs[i * functionals_at_once + best];
                    found.suspect[i] = steepness[i] < 0 ? in.upper[i] : in.lower[i];
                }
            }
        }
    }
    found.margin = margin;
    if (margin > 0) {
        found.state = box_state::holds;
        return found;
    }
    auto const y = net(found.suspect);
    if (wanted.is_violated_by(y)) {
        found.state = box_state::violated;
        return found;
    }
    auto const middle = middle_of_box(in);
    if (wanted.is_violated_by(net(middle))) {
        found.state = box_state::violated;
        found.suspect = middle;
        return found;
    }
    if (in.lower == in.upper && in.is_valid()) { // the only input in it
        found.margin = wanted.margin_of(y);
        if (found.margin > 0)
            found.state = box_state::holds;
        return found;
    }
    // Where the function falls most over the box; where nothing tells, the widest side.
    found.cut = where_to_cut<sides_to_cut::of_two>(in, steepness);
    return found;
}

} // CTNN_NAMESPACE(ctnn::verify::detail)
