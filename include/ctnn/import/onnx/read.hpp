#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/import/detail/is_same_network.hpp>
#include <ctnn/import/detail/parameter_cursor.hpp>
#include <ctnn/import/onnx/detail/plan.hpp>
#include <ctnn/import/onnx/problem.hpp>
#include <ctnn/import/onnx/read_result.hpp>
#include <ctnn/math/is_finite.hpp>
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
    if (!is_same_input<Network>(from) ||
        !ctnn::detail::is_same_network<Network>(from.steps.data(), from.count)) {
        found.kind = problem::kinds::graph_is_another_network;
        return found;
    }
    for (std::size_t i = 0; i < from.count; ++i)
        for (std::size_t b = 0; b < from.steps[i].block_count; ++b)
            if (from.steps[i].blocks[b].in_another_file) {
                found.kind = problem::kinds::weights_are_in_another_file;
                return found;
            }
    ctnn::detail::parameter_cursor weights(file, from.steps.data(), from.count);
    std::size_t count = 0;
    for (; !weights.at_end(); ++count)
        if (!math::is_finite(weights.next())) {
            found.kind = problem::kinds::weights_hold_a_nan_or_an_infinity;
            return found;
        }
    if (count != Network::parameter_count)
        found.kind = problem::kinds::graph_is_another_network;
    return found;
}

// How many nodes and tensors a file of this network may have. An activation can be five nodes and three constants, and PyTorch fills each state of a recurrent layer by a dozen
// nodes and constants.
template <class Network>
inline constexpr std::size_t room_for_tables = [] {
    std::size_t room = 3 * ctnn::detail::count_described<Network>() + 8;
    for (auto const& layer : ctnn::detail::described_network<Network>.all)
        room += layer.layer == imported_layers::recurrent ? 16 : 0;
    return room;
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
    constexpr std::size_t capacity = detail::room_for_tables<Network>;
    constexpr std::size_t layers = ctnn::detail::count_described<Network>();
    read_result<Network> result;
    auto const plan = detail::read_plan<capacity, capacity, layers + 2>(bytes.data(), bytes.size());
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
