#pragma once

#include <cstddef>
#include <ctnn/import/detail/layers.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/tensor/input.hpp>
#include <utility>

namespace ctnn::detail {

// The network that a plan says, a constant with the axes of an input and with steps.
template <auto const& Plan, class Scalar,
          class Axes = std::make_index_sequence<Plan.input.axis_count>>
struct planned_network;

template <auto const& Plan, class Scalar, std::size_t... Axis>
struct planned_network<Plan, Scalar, std::index_sequence<Axis...>> {
    template <class... Layers>
    using of = network<Scalar, input<Plan.input.axes[Axis].extent...>, Layers...>;
    using type = typename layers_as<of, Plan, 0, Plan.count>::type;
};

} // namespace ctnn::detail
