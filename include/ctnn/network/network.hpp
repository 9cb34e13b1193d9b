#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/face/batch/infer.hpp>
#include <ctnn/network/detail/going_on_diagnosis.hpp>
#include <ctnn/network/detail/input_diagnosis.hpp>
#include <ctnn/network/detail/step_diagnosis.hpp>
#include <ctnn/placed/chain.hpp>
#include <type_traits>
#include <utility>

namespace ctnn {
namespace detail {

template <class Range>
concept contiguous_range = requires(Range&& range) {
    { std::size(range) } -> std::convertible_to<std::size_t>;
    *std::data(range);
};

// A batch of inputs, and room for a batch of outputs.
template <class Network, class Inputs, class Outputs>
constexpr auto batch_diagnosis() {
    if constexpr (!contiguous_range<Inputs>) {
        return typename error::batch_of_type<Inputs>::is_not_a_contiguous_range_of_inputs{};
    } else if constexpr (!contiguous_range<Outputs>) {
        return typename error::batch_of_type<Outputs>::is_not_a_contiguous_range_of_outputs{};
    } else {
        using input = std::remove_cvref_t<decltype(*std::data(std::declval<Inputs&>()))>;
        using element = std::remove_reference_t<decltype(*std::data(std::declval<Outputs&>()))>;
        using diagnosis = decltype(input_diagnosis<Network, input>());
        using last = error::layer<Network::depth - 1, typename Network::last_stage::layer>;
        if constexpr (!fits<diagnosis>)
            return diagnosis{};
        else if constexpr (!std::is_same_v<element, typename Network::output_type>)
            return typename last::template gives_an_output_of_type<
                typename Network::output_type>::template but_gets_room_for_type<element>{};
        else
            return error::none{};
    }
}

} // namespace detail
} // namespace ctnn

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// A neural network: its topology is this type, its parameters are its value.
/// `network<float, input<4>, dense<8, relu>, dense<3, softmax>>` maps 4 numbers to 3. Each layer's
/// input size is the output size of the layer before it.
///
/// `net(x)` is the forward pass; `net(batch)` is that of each input in an array of them, and
/// `net(inputs, outputs)` that of each in a range, into the room of another, bit for bit the same
/// but several times faster where the machine has vectors. `net.layer<I>()` is layer I's
/// parameters, readable and writable, for example `.weights[input][output]` and `.biases[output]`.
/// `net.step(state, x)` goes on by one step of a sequence, where layers remember something in a `model::state`
/// (`stream_of`), `net.steps(state, x)` by all steps of one sequence, where the next one is its continuation. `model{}` is all zeros; `model{{weights, biases}, ...}` takes one pair of braces for each layer
/// that has parameters.
///
/// Shape:    std::array<Scalar, input_size> -> std::array<Scalar, output_size>; an array of N of
///           these to N of those; of two ranges, as many as the shorter one holds: their number is
///           what the call gives.
/// Gradient: `backpropagate` gives it, as a network of the same type.
/// Cost:     sizeof is parameter_count * sizeof(Scalar); trivially copyable, a structural type.
/// Errors:   a topology, input or parameters that do not fit do not compile; the message names the
///           layer, what it got and what it needs.
/// Example:  docs/examples/notebook_step.cpp
template <class Scalar, class... Parts>
    requires detail::fits<typename detail::network_diagnosis<Scalar, Parts...>::type>
struct network : placed::chain<Scalar, Parts...> {
    using layers_in_order = placed::chain<Scalar, Parts...>;
    using layers_in_order::layers_in_order;
    using typename layers_in_order::input_type;
    using typename layers_in_order::output_type;

    template <class Input = detail::input_braces<network>,
              class Diagnosis = decltype(detail::input_or_batch_diagnosis<network, Input>())>
    [[gnu::flatten]] constexpr auto operator()(Input const& x) const {
        if constexpr (detail::is_batch<Input>) {
            std::array<output_type, std::tuple_size<Input>::value> outputs{};
            batch::infer_all(*this, x.data(), outputs.data(), outputs.size());
            return outputs;
        } else {
            return layers_in_order::operator()(detail::array_of<input_type>(x));
        }
    }

    // Chosen for an input that does not fit. It is deleted, not absent, and the diagnosis is a
    // parameter, because that is what compilers print at once.
    template <class Input,
              class Diagnosis = decltype(detail::input_or_batch_diagnosis<network, Input>())>
        requires(!detail::is_none<Diagnosis>)
    constexpr output_type operator()(Input const& x) const = delete;

    // No deleted twin here: where an input does not fit, clang would tell of that one as well.
    template <class Inputs, class Outputs>
    constexpr std::size_t operator()(Inputs const& inputs, Outputs&& outputs) const {
        using diagnosis = decltype(detail::batch_diagnosis<network, Inputs, Outputs>());
        static_assert(detail::fits<diagnosis>);
        std::size_t both = 0;
        if constexpr (detail::fits<diagnosis>) {
            std::size_t const count = std::size(inputs), space = std::size(outputs);
            both = count < space ? count : space;
            batch::infer_all(*this, std::data(inputs), std::data(outputs), both);
        }
        return both;
    }

    template <class State, class Input = detail::input_braces<network>,
              class Diagnosis = decltype(detail::step_diagnosis<network, State, Input>())>
        requires detail::is_none<Diagnosis>
    constexpr output_type step(State&& remembered, Input const& x) const {
        return layers_in_order::step(remembered, detail::array_of<input_type>(x));
    }
    // (deleted as the call of an input that does not fit)
    template <class State, class Input = detail::input_braces<network>,
              class Diagnosis = decltype(detail::step_diagnosis<network, State, Input>())>
        requires(!detail::is_none<Diagnosis>)
    constexpr output_type step(State&& remembered, Input const& x) const = delete;

    template <class State, class Input = detail::input_braces<network>,
              class Diagnosis = decltype(detail::going_on_diagnosis<network, State, Input>())>
        requires detail::is_none<Diagnosis>
    constexpr output_type steps(State&& remembered, Input const& x) const {
        return layers_in_order::step(remembered, detail::array_of<input_type>(x));
    }
    template <class State, class Input = detail::input_braces<network>,
              class Diagnosis = decltype(detail::going_on_diagnosis<network, State, Input>())>
        requires(!detail::is_none<Diagnosis>)
    constexpr output_type steps(State&& remembered, Input const& x) const = delete;
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
