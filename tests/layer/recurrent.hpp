#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/network/backpropagate.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/placed/forward.hpp>
#include <ctnn/placed/unwind.hpp>

#include "../support/compare.hpp"
#include "../support/duals.hpp"
#include "../support/random_numbers.hpp"

// What is asked of every layer that remembers.

namespace recurrent {

// The largest error of a gradient, against dual numbers.
template <class Network>
double error_of_gradient(std::uint32_t seed) {
    seeded::random_numbers draw(seed);
    auto const net = draw.network<Network>();
    auto const x = draw.array<double, Network::input_size>();
    auto const target = draw.array<double, Network::output_size>();
    ctnn::mean_squared_error const loss{};
    auto const found = compare::flat(ctnn::backpropagate(net, loss, x, target).gradient);
    auto const expected = duals::gradient(net, loss, x, target);
    double largest = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        double const apart = found[i] - expected[i];
        double const error = apart < 0 ? -apart : apart;
        largest = error <= largest ? largest : error; // (a NaN is larger)
    }
    return largest;
}

// The bits of a gradient that is added to what is there are those of one sum over all steps.
template <class Network>
bool gradient_is_summed_up_before_it_is_added(std::uint32_t seed) {
    seeded::random_numbers draw(seed);
    auto const net = draw.network<Network>();
    auto const x = draw.array<float, Network::input_size>();
    typename Network::records records;
    ctnn::placed::forward(net, x, records);
    ctnn::placed::unwind(net, x, records, draw.array<float, Network::output_size>());
    Network sum{};
    ctnn::placed::accumulate_unwound(net, x, records, sum);
    auto expected = draw.array<float, Network::parameter_count>(-1000, 1000);
    auto gradient = compare::network_of<Network>(expected);
    ctnn::placed::accumulate_unwound(net, x, records, gradient);
    for (std::size_t i = 0; i < expected.size(); ++i)
        expected[i] += compare::flat(sum)[i];
    return compare::same_bits(compare::flat(gradient), expected);
}

// All rows at once, against one row after the other with a state that the caller keeps.
template <class Layer, class Scalar, std::size_t Steps, std::size_t Inputs>
constexpr bool steps_have_the_bits_of_the_sequence(std::uint32_t seed) {
    using all = ctnn::network<Scalar, ctnn::input<Steps, Inputs>, Layer>;
    using single = ctnn::network<Scalar, ctnn::input<Inputs>, Layer>;
    using cell = typename single::template stage<0>::bound;
    seeded::random_numbers draw(seed);
    auto const net = draw.network<all>();
    auto const one = compare::network_of<single>(compare::flat(net));
    auto const x = draw.array<Scalar, all::input_size>();
    auto const v = net(x);
    typename cell::state s{};
    for (std::size_t t = 0; t < Steps; ++t) {
        std::array<Scalar, Inputs> row{};
        for (std::size_t i = 0; i < Inputs; ++i)
            row[i] = x[t * Inputs + i];
        auto const y = cell::step(one.template layer<0>(), s, row);
        if (t == 0 && !compare::same_bits(one(row), y))
            return false;
        for (std::size_t k = 0; k < y.size(); ++k)
            if (!compare::same_bits(y[k], v[t * y.size() + k]))
                return false;
    }
    return true;
}

} // namespace recurrent
