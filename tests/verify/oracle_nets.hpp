#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/box.hpp>

#include "../support/random_numbers.hpp"

// The networks and boxes that tests/oracles/linear_bounds.py draws, with an activation that is relu.

namespace oracle_nets {

using ctnn::dense, ctnn::input, ctnn::network;

template <class A>
using net_0 = network<double, input<2>, dense<8, A>, dense<8, A>, dense<2>>;
template <class A>
using net_1 = network<double, input<4>, dense<10, A>, dense<10, A>, dense<10, A>, dense<3>>;
template <class A>
using net_2 =
    network<double, input<5>, dense<12, A>, dense<12, A>, dense<12, A>, dense<12, A>, dense<1>>;

// The network of one seed, and with each row of numbers the box that it is of.
template <class Model, std::size_t Rows, std::size_t Columns, class Action>
void for_each_box(double const (&rows)[Rows][Columns], std::uint32_t seed, Action const& action) {
    seeded::random_numbers random(seed);
    auto const one = random.network<Model>();
    for (auto const& row : rows) {
        auto const center = random.array<double, Model::input_size>();
        auto const radius = random.array<double, Model::input_size>(0, 0.5);
        ctnn::box<double, Model::input_size> in{center, center};
        for (std::size_t i = 0; i < Model::input_size; ++i) {
            in.lower[i] -= radius[i];
            in.upper[i] += radius[i];
        }
        action(one, in, row);
    }
}

} // namespace oracle_nets
