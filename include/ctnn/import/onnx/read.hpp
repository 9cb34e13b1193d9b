#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/import/detail/is_same_network.hpp>
#include <ctnn/import/detail/is_weight.hpp>
#include <ctnn/import/detail/layer_set.hpp>
#include <ctnn/import/detail/parameter_cursor.hpp>
#include <ctnn/import/onnx/detail/plan.hpp>
#include <ctnn/import/onnx/problem.hpp>
#include <ctnn/import/onnx/read_result.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::onnx {
namespace detail {

// Whether the input of a file is that of a network. To dense layers and functions of each number it is a row, whatever its
// shape.
template <class Network, std::size_t Steps>
constexpr bool is_same_input(plan<Steps> const& from) {
    using input = typename Network::input_shape;
    bool is_row = from.input.has_the_order_of_the_file();
    for (std::size_t i = 0; i < from.count; ++i)
        is_row = is_row && (from.steps[i].layer == imported_layers::dense ||
                            from.steps[i].layer == imported_layers::activation ||
                            from.steps[i].layer == imported_layers::normalization);
    if (is_row)
        return from.input.size() == Network::input_size;
    bool same = from.input.axis_count == input::rank;
    for (std::size_t i = 0; i < input::rank; ++i)
        same = same && from.input.axes[i].extent == input::extents[i];
    return same;
}

// Whether a file's plan is that of a network and its weights are numbers.
template <class Network, std::size_t Steps>
constexpr problem find_misfit(char const* file, plan<Steps> const& from) {
    problem found = from.found;
    if (found)
        return found;
    if (!is_same_input<Network>(from)) {
        found.kind = problem::kinds::graph_has_another_input;
        found.found = from.input.size();
        found.needed = Network::input_size;
        return found;
    }
    found.found = ctnn::detail::find_other_layer<Network>(from.steps.data(), from.count);
    if (found.found <= Network::depth) {
        found.kind = problem::kinds::graph_is_another_network;
        return found;
    }
    found.found = 0;
    for (std::size_t i = 0; i < from.count; ++i)
        for (std::size_t b = 0; b < from.steps[i].block_count; ++b)
            if (from.steps[i].blocks[b].in_another_file) {
                found.kind = problem::kinds::weights_are_in_another_file;
                return found;
            }
    ctnn::detail::parameter_cursor weights(file, from.steps.data(), from.count);
    std::size_t count = 0;
    for (; !weights.at_end(); ++count)
        if (!ctnn::detail::is_weight<typename Network::scalar>(weights.next())) {
            found.kind = problem::kinds::weights_hold_a_nan_or_an_infinity;
            return found;
        }
    if (count != Network::parameter_count)
        found.kind = problem::kinds::graph_is_another_network;
    return found;
}

// How many nodes, tensors and steps a file of this network may have: what frameworks write for its layers, and some more
// for flattening.
struct capacities {
    std::size_t nodes = 8;
    std::size_t tensors = 8;
    std::size_t steps = 1;
};
constexpr capacities capacities_for(activations one) {
    switch (one) {
    case activations::gelu: // of several nodes, as are those that follow
        return {8, 4, 1};
    case activations::silu:
    case activations::mish:
    case activations::hard_swish:
        return {4, 3, 1};
    case activations::relu6: // Max and Min, or Clip
    case activations::hard_tanh:
    case activations::clamp:
        return {2, 2, 1};
    case activations::log_sigmoid:
    case activations::log_softmax:
        return {2, 1, 1};
    default:
        return {1, 1, 1};
    }
}
constexpr capacities capacities_for(layers one) {
    switch (one) {
    case layers::recurrent: // PyTorch fills each state by a dozen nodes and constants.
        return {20, 20, 1};
    case layers::batch_norm:
    case layers::normalization:
        return {3, 4, 1};
    default:
        return {2, 2, 1};
    }
}
template <class Network>
inline constexpr capacities capacity_for = [] {
    capacities capacity;
    auto const& network = ctnn::detail::described_network<Network>;
    for (std::size_t i = 0; i < network.count; ++i) {
        auto const& one = network.all[i];
        bool const is_activation = one.layer == layers::activation;
        capacities const more =
            is_activation ? capacities_for(one.activation.kind) : capacities_for(one.layer);
        capacity.nodes += more.nodes;
        capacity.tensors += more.tensors;
        // An activation is in the step of the layer of weights before it.
        capacity.steps += !(is_activation && i > 0 &&
                            takes_activation(network.all[i - 1].layer, one.activation.kind));
    }
    return capacity;
}();

} // namespace detail

/// Reads an ONNX file into a network whose topology is known: at run time, from flash or a file system, or at compile
/// time. `auto const loaded = ctnn::onnx::read<model>(bytes);`, then `loaded.ok()` and `loaded.network`.
///
/// Shape:    bytes: a text_view of the whole file, with its weights in it.
/// Cost:     the tables of the graph on the stack, some hundred bytes a layer; no heap.
/// Errors:   a file that is broken, or holds another network, gives a problem; nothing is loaded unless all fits.
/// Example:  tests/import/onnx/read.cpp
template <class Network>
constexpr read_result<Network> read(text_view bytes) {
    constexpr detail::capacities capacity = detail::capacity_for<Network>;
    read_result<Network> result;
    auto const plan = detail::read_plan<capacity.tensors, capacity.nodes, capacity.steps>(
        bytes.data(), bytes.size(), detail::vocabulary_of<ctnn::detail::set_of_network<Network>>);
    result.found = detail::find_misfit<Network>(bytes.data(), plan);
    if (result.found)
        return result;
    ctnn::detail::parameter_cursor weights(bytes.data(), plan.steps.data(), plan.count);
    ctnn::detail::for_each_block(
        [&weights](auto block) {
            for (std::size_t i = 0; i < decltype(block)::size; ++i)
                block.data[i] = static_cast<typename Network::scalar>(weights.next());
        },
        result.network);
    return result;
}

} // namespace ctnn::onnx

#include <ctnn/config/epilogue.hpp>
