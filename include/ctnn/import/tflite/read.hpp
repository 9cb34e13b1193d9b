#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/import/detail/is_same_network.hpp>
#include <ctnn/import/detail/is_weight.hpp>
#include <ctnn/import/detail/layer_set.hpp>
#include <ctnn/import/detail/parameter_cursor.hpp>
#include <ctnn/import/tflite/detail/plan.hpp>
#include <ctnn/import/tflite/problem.hpp>
#include <ctnn/import/tflite/read_result.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::tflite {
namespace detail {

// Whether a file's plan is that of a network and its weights are numbers.
template <class Network, std::size_t Steps>
constexpr problem find_misfit(char const* file, plan<Steps> const& from) {
    using input = typename Network::input_shape;
    problem found = from.found;
    if (found)
        return found;
    bool same = from.input.extent_count == input::rank;
    for (std::size_t i = 0; same && i < input::rank; ++i)
        same = from.input.extents[i] == input::extents[i];
    if (!same) {
        found.kind = problems::graph_has_another_input;
        return found;
    }
    ctnn::detail::imported_step const* const steps = from.steps.data();
    found.found = ctnn::detail::find_other_layer<Network>(steps, from.count);
    if (found.found <= Network::depth) {
        found.kind = problems::graph_is_another_network;
        return found;
    }
    found.found = 0;
    ctnn::detail::parameter_cursor weights(file, steps, from.count);
    std::size_t count = 0;
    for (; !weights.at_end(); ++count)
        if (!ctnn::detail::is_weight<typename Network::scalar>(weights.next())) {
            found.kind = problems::weights_hold_a_nan_or_an_infinity;
            return found;
        }
    if (count != Network::parameter_count)
        found.kind = problems::graph_is_another_network;
    return found;
}

// Each layer is an operator or two, and some only give another shape.
template <class Network>
inline constexpr std::size_t operators_for = 2 * ctnn::detail::described_network<Network>.count + 8;

} // namespace detail

/// Reads a .tflite file into a network whose topology is known: at run time, from flash or a file system, or at compile
/// time. `auto const loaded = ctnn::tflite::read<model>(bytes);`, then `loaded.ok()` and `loaded.network`.
///
/// Shape:    bytes: a text_view of the whole file.
/// Cost:     the tables of the graph on the stack, some hundred bytes a layer; no heap.
/// Errors:   a file that is broken, or holds another network, gives a problem; nothing is loaded unless all fits.
/// Example:  tests/import/tflite/models.cpp
template <class Network>
constexpr read_result<Network> read(text_view bytes) {
    constexpr std::size_t capacity = detail::operators_for<Network>;
    read_result<Network> result;
    auto const plan = detail::read_plan<capacity, capacity>(
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

} // namespace ctnn::tflite

#include <ctnn/config/epilogue.hpp>
