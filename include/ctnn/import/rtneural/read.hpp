#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/import/detail/divisors.hpp>
#include <ctnn/import/detail/is_same_network.hpp>
#include <ctnn/import/detail/json/number_walk.hpp>
#include <ctnn/import/detail/parameter_cursor.hpp>
#include <ctnn/import/rtneural/detail/plan.hpp>
#include <ctnn/import/rtneural/problem.hpp>
#include <ctnn/import/rtneural/read_result.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <ctnn/text/text_view.hpp>
#include <type_traits>

namespace ctnn::rtneural {
namespace detail {

using weights_of_text = ctnn::detail::basic_parameter_cursor<ctnn::detail::json_number_walk>;

template <class Network, std::size_t Steps>
constexpr problem find_misfit(text_view bytes, plan<Steps> const& from) {
    problem found = from.found;
    if (found)
        return found;
    found.layer = ctnn::detail::find_other_layer<Network>(from.steps.data(), from.count);
    if (from.input.size() != Network::input_size || found.layer <= Network::depth) {
        found.kind = problem::kinds::network_is_another;
        return found;
    }
    found.layer = 0;
    weights_of_text weights(ctnn::detail::json_number_walk(bytes), from.steps.data(), from.count);
    std::size_t count = 0;
    for (; !weights.at_end(); ++count) {
        double const weight = weights.next();
        bool is_number = math::is_finite(weight);
        if constexpr (std::is_floating_point_v<typename Network::scalar>)
            is_number = is_number && math::is_finite(static_cast<typename Network::scalar>(weight));
        if (!is_number) {
            found.kind = problem::kinds::weights_hold_a_nan_or_an_infinity;
            return found;
        }
    }
    if (count != Network::parameter_count)
        found.kind = problem::kinds::network_is_another;
    else if (ctnn::detail::find_step_of_no_number(ctnn::detail::json_number_walk(bytes), false,
                                                  from.steps.data(), from.count) < from.count)
        found.kind = problem::kinds::weights_hold_a_variance_below_0;
    return found;
}

} // namespace detail

/// Reads a model file of RTNeural into a network whose topology is known: at run time, from flash or a file system, or at
/// compile time. `auto const loaded = ctnn::rtneural::read<model>(bytes);`, then `loaded.ok()` and `loaded.network`.
///
/// Shape:    bytes: a text_view of the whole file.
/// Cost:     goes through the text four times; some hundred bytes of stack a layer; no heap.
/// Errors:   a file that is broken, or holds another network, gives a problem; nothing is loaded unless all fits.
/// Example:  tests/import/rtneural/refusals.cpp
template <class Network>
constexpr read_result<Network> read(text_view bytes) {
    constexpr std::size_t most_steps = ctnn::detail::count_described<Network>() + 1;
    read_result<Network> result;
    auto const plan = detail::read_plan<most_steps>(detail::json_reader(bytes));
    result.found = detail::find_misfit<Network>(bytes, plan);
    if (result.found)
        return result;
    detail::weights_of_text weights(ctnn::detail::json_number_walk(bytes), plan.steps.data(),
                                    plan.count);
    ctnn::detail::for_each_block(
        [&weights](auto block) {
            for (std::size_t i = 0; i < decltype(block)::size; ++i)
                block.data[i] = static_cast<typename Network::scalar>(weights.next());
        },
        result.network);
    return result;
}

} // namespace ctnn::rtneural

#include <ctnn/config/epilogue.hpp>
