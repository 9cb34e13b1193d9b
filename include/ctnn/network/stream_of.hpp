#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/placed/detail/stage.hpp>
#include <ctnn/placed/step_layers.hpp>
#include <ctnn/tensor/detail/steps.hpp>
#include <ctnn/tensor/input.hpp>
#include <ctnn/tensor/shape.hpp>
#include <type_traits>

namespace ctnn {
namespace error {

template <class Network>
struct stream_of_type {
    struct but_needs_a_network {};
};
template <class Shape>
struct stream_of_an_input_of_shape {
    struct but_needs_a_sequence_of_steps {};
};
template <std::size_t Count>
struct stream_has_layers {
    template <std::size_t Needed>
    struct but_needs_at_least {};
};
template <std::size_t Count>
struct stream_has_parameters {
    template <std::size_t Needed>
    struct but_the_network_has {};
};

} // namespace error

namespace detail {
CTNN_ARITHMETIC_BEGIN

template <class Scalar, class Step, class Layers>
struct stream;
template <class Scalar, std::size_t... Extents, class... Layers>
struct stream<Scalar, shape<Extents...>, placed::layer_list<Layers...>> {
    using diagnosis = typename network_diagnosis<Scalar, input<Extents...>, Layers...>::type;
    static constexpr std::size_t depth = sizeof...(Layers);
    template <class Number = Scalar> // (not looked at before it is asked for)
    using type = network<Number, input<Extents...>, Layers...>;
};
template <class Network>
using stream_for =
    stream<typename Network::scalar, typename tensor::steps_of<typename Network::input_shape>::step,
           typename decltype(placed::step_layers<Network>())::layer>;

template <class Network>
constexpr auto stream_diagnosis() {
    if constexpr (!concepts::trainable_network<Network>) {
        return typename error::stream_of_type<Network>::but_needs_a_network{};
    } else if constexpr (Network::input_shape::rank < 2) {
        return typename error::stream_of_an_input_of_shape<
            typename Network::input_shape>::but_needs_a_sequence_of_steps{};
    } else {
        using of_layers = typename decltype(placed::step_layers<Network>())::diagnosis;
        if constexpr (!is_none<of_layers>) {
            return of_layers{};
        } else {
            using found = stream_for<Network>;
            if constexpr (found::depth == 0) {
                return typename error::stream_has_layers<0>::template but_needs_at_least<1>{};
            } else if constexpr (!is_none<typename found::diagnosis>) {
                return typename found::diagnosis{};
            } else {
                constexpr std::size_t count = found::template type<>::parameter_count;
                if constexpr (count != Network::parameter_count)
                    return typename error::stream_has_parameters<
                        count>::template but_the_network_has<Network::parameter_count>{};
                else
                    return error::none{};
            }
        }
    }
}

CTNN_ARITHMETIC_END
} // namespace detail

CTNN_ARITHMETIC_BEGIN

/// The twin of a network over sequences that takes one step at a time: `input<20, 3>` becomes `input<3>`,
/// `over_time<L>` becomes L, `last_step` is left out, and layers that remember go on from a state that you keep:
/// `using live = stream_of<model>; live::state state; auto y = net.step(state, x);` `streamed(net)` copies a trained
/// network's parameters. After step t the output has the bits of step t of the network. The number of steps has no
/// limit.
///
/// Shape:    network<Scalar, input<Steps, Step...>, Layers...> -> a network<Scalar, input<Step...>, ...> of as many
///           parameters.
/// Cost:     that of a step; a state, which holds what the layers remember and which `footprint` counts.
/// Errors:   a layer that mixes steps, as `dense` does, has no such twin; nor has a layer that keeps a state after
///           `last_step`. The message names the layer.
/// Example:  tests/network/stream_of.cpp
template <class Network>
    requires detail::fits<decltype(detail::stream_diagnosis<std::remove_const_t<Network>>())>
using stream_of = typename detail::stream_for<std::remove_const_t<Network>>::template type<>;

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
