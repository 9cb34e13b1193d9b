#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/verify/activation_range.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/condition.hpp>
#include <ctnn/verify/detail/linear/linear_chain.hpp>
#include <ctnn/verify/detail/linear/lines.hpp>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// The outputs where a constraint is least over their intervals.
template <class T, std::size_t Outputs>
constexpr std::array<T, Outputs> least_of(linear_constraint<Outputs> const& constraint,
                                          std::array<interval<T>, Outputs> const& y) {
    std::array<T, Outputs> least{};
    for (std::size_t j = 0; j < Outputs; ++j)
        least[j] = constraint.coefficients[j] < 0 ? y[j].upper : y[j].lower;
    return least;
}

// Intervals in which a network's outputs lie, computed once somebody asks. Linear bounds are less by
// their roundings, so of what never goes below 0 they say that it may be -1e-130; the ends of intervals
// are numbers that the program can compute: 0 is 0.
template <class Network>
class output_intervals {
public:
    using scalar = typename Network::scalar;
    using chain_type = linear_chain<Network, static_cast<int>(Network::depth) - 1>;
    static constexpr std::size_t outputs = Network::output_size;

    constexpr output_intervals(chain_type const& chain, Network const& net,
                               box<scalar, Network::input_size> const& in)
        : chain_(chain), net_(net), in_(in) {}

    constexpr bool satisfy(linear_constraint<outputs> const& constraint) {
        find();
        return constraint.is_satisfied_by(least_of(constraint, y_));
    }
    constexpr double margin_of(linear_constraint<outputs> const& constraint) {
        find();
        return constraint.certain(least_of(constraint, y_));
    }

private:
    // Of both kinds of bounds the tighter one: of the program from the box, and through the chain, which
    // knows the phases.
    constexpr void find() {
        if (found_)
            return;
        found_ = true;
        y_ = bounds(net_, in_);
        std::array<interval<scalar>, outputs> v{};
        for (std::size_t j = 0; j < outputs; ++j)
            v[j] = outward<scalar>(chain_.low[j], chain_.high[j]);
        take(v);
    }
    constexpr void take(std::array<interval<scalar>, outputs> const& v) {
        using activation = typename chain_type::activation;
        if constexpr (concepts::elementwise_activation<activation, scalar>)
            for (std::size_t j = 0; j < outputs; ++j)
                take(j, activation_range<activation>::of(v[j]));
        else {
            auto const y = activation_range<activation>::of(v);
            for (std::size_t j = 0; j < outputs; ++j)
                take(j, y[j]);
        }
    }
    constexpr void take(std::size_t j, interval<scalar> const& y) {
        if (y.lower > y_[j].lower)
            y_[j].lower = y.lower;
        if (y.upper < y_[j].upper)
            y_[j].upper = y.upper;
    }

    chain_type const& chain_;
    Network const& net_;
    box<scalar, Network::input_size> const& in_;
    std::array<interval<scalar>, outputs> y_{};
    bool found_ = false;
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
