#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/layer.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/placed/forward.hpp>
#include <ctnn/placed/unwind.hpp>
#include <ctnn/tensor/input.hpp>

#include "../catch.hpp"
#include "../network_example.hpp"
#include "../support/compare.hpp"

// One layer between numbers that an oracle gives.

namespace layers {

template <std::size_t Parameters, std::size_t Inputs, std::size_t Outputs>
struct example {
    std::array<double, Parameters> parameters;
    std::array<double, Inputs> input;
    std::array<double, Outputs> output;
    std::array<double, Outputs> dy;
    std::array<double, Inputs> dx;
    std::array<double, Parameters> gradient;
};

template <class Network>
constexpr std::array<typename Network::scalar, Network::parameter_count> flat(Network const& net) {
    if constexpr (Network::parameter_count > 0)
        return compare::flat(net);
    else
        return {};
}

// A network of the layer alone, with its activation, forward and backward.
template <class Network, std::size_t Parameters, std::size_t Inputs, std::size_t Outputs>
struct run_of {
    typename Network::output_type output{};
    typename Network::input_type dx{};
    Network gradient{};

    static constexpr run_of made_of(example<Parameters, Inputs, Outputs> const& expected) requires(
        Network::parameter_count == Parameters && Network::input_size == Inputs &&
        Network::output_size == Outputs) {
        using scalar = typename Network::scalar;
        auto const net =
            compare::network_of<Network>(compare::converted<scalar>(expected.parameters));
        auto const x = compare::converted<scalar>(expected.input);
        run_of run;
        typename Network::records records;
        run.output = ctnn::placed::forward(net, x, records);
        run.dx = ctnn::placed::unwind(net, x, records, compare::converted<scalar>(expected.dy));
        ctnn::placed::accumulate_unwound(net, x, records, run.gradient);
        return run;
    }
};

template <class Input, class... Layers, std::size_t Parameters, std::size_t Inputs,
          std::size_t Outputs>
void check_example(example<Parameters, Inputs, Outputs> const& expected, double units = 32) {
    auto const check = [&]<class Scalar>(Scalar) {
        using network = ctnn::network<Scalar, Input, Layers...>;
        auto const run =
            run_of<network, Parameters, Inputs, Outputs>::made_of(compare::opaque(expected));
        CAPTURE(sizeof(Scalar));
        CHECK(compare::near(run.output, expected.output, units));
        CHECK(compare::near(run.dx, expected.dx, units));
        CHECK(compare::near(flat(run.gradient), expected.gradient, units));
    };
    check(double());
    check(float());
}

// The same in the compiler.
template <class Input, class... Layers, std::size_t Parameters, std::size_t Inputs,
          std::size_t Outputs>
constexpr bool holds(example<Parameters, Inputs, Outputs> const& expected, double units = 32) {
    using network = ctnn::network<double, Input, Layers...>;
    auto const run = run_of<network, Parameters, Inputs, Outputs>::made_of(expected);
    return compare::near(run.output, expected.output, units) &&
           compare::near(run.dx, expected.dx, units) &&
           compare::near(flat(run.gradient), expected.gradient, units);
}

} // namespace layers
