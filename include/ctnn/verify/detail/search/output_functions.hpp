#pragma once

#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/concept/detail/curve_of.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/condition.hpp>
#include <ctnn/verify/detail/linear/follow.hpp>
#include <ctnn/verify/detail/linear/linear_chain.hpp>
#include <limits>
#include <type_traits>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// Bounds from below of linear functions of the outputs. After softmax only orders are looked at. There
// y_k > y_j takes a difference of the logits that no rounding levels. Let k be the largest: its
// numerator is exp(0) = 1, and where x_k - x_j > 8 epsilon that of j is below 1 - 6 epsilon, so that
// the quotients differ. Where the largest is unknown, the differences to it are off by half an epsilon
// of D, the furthest apart that two logits are, and must not be cut off.
//
// log_softmax takes ln S off the differences to the largest, S being at most N. Of the largest that is -ln S, which is
// off by half an epsilon of itself, as the other's difference is, and so is all that has 16 epsilon and ln N below
// 16. Where the largest is unknown, both have a difference of at most D.
template <class Network>
class output_functions {
public:
    using scalar = typename Network::scalar;
    using activation = typename Network::last_stage::activation;
    static constexpr std::size_t inputs = Network::input_size, outputs = Network::output_size;
    static constexpr bool is_elementwise = concepts::elementwise_activation<activation, scalar>;
    static constexpr bool gives_logarithms = customization::gives_log_probabilities<activation>;
    static_assert(is_elementwise || gives_logarithms ||
                  customization::normalizes_exponentials<activation>);
    using chain_type = linear_chain<Network, static_cast<int>(Network::depth) - 1>;

    constexpr output_functions(Network const& net, box<scalar, inputs> const& in,
                               bool finds_largest, neuron_phases<Network> const& phases,
                               chain_bounds<Network> const* known)
        : chain_(net, in,
                 ctnn::detail::is_line<activation> || finds_largest ? refined::none : refined::all,
                 known, phases.any() ? &phases : nullptr) {
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
    constexpr bool empty() const { return chain_.empty; }
    constexpr auto const& chain() const { return chain_; }
    constexpr void save(chain_bounds<Network>& to) const { chain_.save(to); }

    // A magnitude that output j does not pass.
    constexpr double largest_output(std::size_t j) const requires is_elementwise {
        return magnitude_of(chain_.y_low[j], chain_.y_high[j]);
    }

    // Of `count` constraints; with `minimum`, at most as many as that has lanes.
    constexpr void bound(linear_constraint<outputs> const* constraints, std::size_t count,
                         double* results, double* at_inputs,
                         minimum_rows const* minimum = nullptr) const {
        constexpr std::size_t at_once = functionals_of<chain_type::widest>;
        for (std::size_t first = 0; first < count; first += at_once)
            bound_at_once(constraints + first, count - first < at_once ? count - first : at_once,
                          results + first, at_inputs + first, minimum);
    }

    // y_k > y_j
    static constexpr bool is_order(linear_constraint<outputs> const& constraint) {
        std::size_t plus = 0, minus = 0, others = constraint.constant == 0 ? 0 : 1;
        for (double const c : constraint.coefficients)
            (c == 1 ? plus : c == -1 ? minus : others) += c == 0 ? 0 : 1;
        return plus == 1 && minus == 1 && others == 0;
    }

private:
    constexpr void bound_at_once(linear_constraint<outputs> const* constraints, std::size_t count,
                                 double* results, double* at_inputs,
                                 minimum_rows const* minimum) const {
        double constants[functionals_at_once]{}, squares[functionals_at_once]{};
        for (std::size_t k = 0; k < count; ++k) {
            constants[k] = constraints[k].constant;
            double const error = 16 * unit * constants[k];
            squares[k] = error * error;
        }
        bound_functionals<outputs, chain_type::widest>(
            count, constants, squares,
            [&](std::size_t j, double* row) {
                for (std::size_t k = 0; k < count; ++k)
                    row[k] = constraints[k].coefficients[j];
            },
            [&](auto&&... rows) {
                if constexpr (is_elementwise)
                    chain_.bound(rows..., results);
                else
                    chain_.bound_before(rows..., results);
            },
            at_inputs, minimum);
        if (minimum != nullptr)
            follow_from_inputs(*minimum);
        if constexpr (!is_elementwise)
            for (std::size_t k = 0; k < count; ++k)
                results[k] = is_order(constraints[k]) ? results[k] - least_difference_
                                                      : -std::numeric_limits<double>::infinity();
    }

    // (what is after the last bend is of no use)
    constexpr void follow_from_inputs(minimum_rows const& minimum) const {
        if constexpr (ctnn::detail::rectifies_at_zero<activation>) {
            double y[outputs * minimum_lanes]{};
            follow(chain_, minimum, y);
        } else {
            double y[decltype(chain_.before)::outputs * minimum_lanes]{};
            follow(chain_.before, minimum, y);
        }
    }

    chain_type chain_;
    double least_difference_ =
        (gives_logarithms ? 16 : 8) * static_cast<double>(std::numeric_limits<scalar>::epsilon());
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

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
