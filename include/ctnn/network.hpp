#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <boost/hana/at.hpp>
#include <boost/hana/fold_left.hpp>
#include <boost/hana/tuple.hpp>
#include <concepts>
#include <cstddef>
#include <ctnn/batch/infer.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/detail/apply_activation.hpp>
#include <ctnn/detail/braces.hpp>
#include <ctnn/detail/given.hpp>
#include <ctnn/detail/infer_in_place.hpp>
#include <ctnn/detail/members.hpp>
#include <ctnn/detail/stage.hpp>
#include <ctnn/detail/sum_of.hpp>
#include <ctnn/detail/verdict.hpp>
#include <type_traits>
#include <utility>

namespace ctnn {
namespace detail {

template <class Topology, class Indices = std::make_index_sequence<Topology::depth>>
struct stages_of;

template <class Topology, std::size_t... Index>
struct stages_of<Topology, std::index_sequence<Index...>> {
    using stages = hana::tuple<stage<Topology, Index>...>;
    template <std::size_t Place>
    struct record {
        typename stage<Topology, Place>::record value;
    };
    // Not a tuple of Hana's, which would be filled with zeros for every sample first.
    struct records : record<Index>... {
        template <std::size_t Place>
        constexpr auto& at() {
            return record<Place>::value;
        }
        template <std::size_t Place>
        constexpr auto const& at() const {
            return record<Place>::value;
        }
    };

    static constexpr std::array<std::size_t, sizeof...(Index)> counts{
        count_scalars<typename Topology::scalar, typename stage<Topology, Index>::parameters>()...};
    static constexpr std::size_t parameter_count = sum_of(
        count_scalars<typename Topology::scalar, typename stage<Topology, Index>::parameters>()...);
    // Layers without parameters take no place: two empty objects of one type would need two bytes.
    static constexpr std::size_t slot_count = sum_of(std::size_t{counts[Index] > 0}...);

    static constexpr std::size_t slot_of(std::size_t index) {
        std::size_t slot = 0;
        for (std::size_t i = 0; i < index; ++i)
            slot += std::size_t{counts[i] > 0};
        return slot;
    }
    static constexpr std::size_t index_of(std::size_t slot) {
        std::size_t index = 0;
        while (counts[index] == 0 || slot-- > 0)
            ++index;
        return index;
    }
};

template <std::size_t Count, std::size_t Needed>
using layers_verdict =
    typename error::network_gets_parameters_of_layers<Count>::template but_needs_those_of<Needed>;

// The parameters of all layers, and the constructor that takes one pair of braces for each.
template <class Topology, class Slots, class AllButOne>
struct storage;

template <class Topology, std::size_t... Slot, std::size_t... ButOne>
struct storage<Topology, std::index_sequence<Slot...>, std::index_sequence<ButOne...>> {
    using shape = stages_of<Topology>;
    template <std::size_t S>
    using stage_in = stage<Topology, shape::index_of(S)>;
    template <std::size_t S>
    using given_in = typename given_for<
        stage_in<S>,
        std::make_index_sequence<count_members<typename stage_in<S>::parameters>()>>::type;

    static constexpr std::size_t slot_count = sizeof...(Slot);
    using braces_of_layer = given_to_no_layer<typename Topology::scalar>;

    hana::tuple<typename stage_in<Slot>::parameters...> parameters{};

    constexpr storage() = default;
    constexpr storage(given_in<Slot> const&... layers) requires(sizeof...(Slot) > 0)
        : parameters{layers.parameters...} {}

    template <class... Numbers,
              class Verdict = typename error::network_gets_numbers_without_braces<sizeof...(
                  Numbers)>::template but_needs_braces_for_layers<sizeof...(Slot)>>
        requires(sizeof...(Slot) > 0 && are_numbers<typename Topology::scalar, Numbers...>)
    constexpr storage(Numbers const&...) = delete;

    // One pair of braces too few, one too many.
    template <class Verdict = layers_verdict<sizeof...(ButOne), sizeof...(Slot)>>
    constexpr storage(repeated<ButOne, braces_of_layer const&>...) requires(sizeof...(ButOne) >
                                                                            0) = delete;
    template <class Verdict = layers_verdict<sizeof...(Slot) + 1, sizeof...(Slot)>>
    constexpr storage(repeated<Slot, braces_of_layer const&>..., braces_of_layer const&) = delete;
};

template <class Topology, std::size_t Slots = stages_of<Topology>::slot_count>
using storage_for = storage<Topology, std::make_index_sequence<Slots>,
                            std::make_index_sequence<(Slots > 0 ? Slots - 1 : 0)>>;

template <class T, class Scalar>
constexpr bool is_array_of = false;
template <class Scalar, std::size_t Size>
constexpr bool is_array_of<std::array<Scalar, Size>, Scalar> = true;

template <class Network, class Input>
constexpr auto input_verdict() {
    using first = typename Network::template stage<0>;
    using layer = error::layer<0, typename first::layer>;
    if constexpr (std::is_same_v<Input, typename Network::input_type> || is_braces<Input>)
        return error::none{};
    else if constexpr (is_array_of<Input, typename Network::scalar>)
        return typename layer::template gets_an_input_of_size<
            std::tuple_size<Input>::value>::template but_needs_size<Network::input_size>{};
    else
        return typename layer::template gets_an_input_of_type<Input>::template but_needs_type<
            typename Network::input_type>{};
}

template <class Network>
struct input_role {
    template <class Input>
    using verdict = decltype(input_verdict<Network, Input>());
};
template <class Network>
using input_braces = braces<input_role<Network>, typename Network::scalar, Network::input_size>;

// An array of arrays is a batch.
template <class T>
constexpr bool is_batch = false;
template <class T, std::size_t Size, std::size_t Count>
constexpr bool is_batch<std::array<std::array<T, Size>, Count>> = true;

// What one call takes, where a sample or a batch is made of std::arrays only.
template <class Network, class Input>
constexpr auto call_input_verdict() {
    constexpr std::size_t size = size_of_other_array<Input, typename Network::scalar>;
    if constexpr (size == Network::input_size)
        return error::none{};
    else if constexpr (size > 0)
        return input_verdict<Network, std::array<typename Network::scalar, size>>();
    else
        return input_verdict<Network, Input>();
}

template <class Network, class Input>
constexpr auto input_or_batch_verdict() {
    if constexpr (is_batch<Input>)
        return input_verdict<Network, typename Input::value_type>();
    else
        return call_input_verdict<Network, Input>();
}

template <class Range>
concept contiguous_range = requires(Range&& range) {
    { std::size(range) } -> std::convertible_to<std::size_t>;
    *std::data(range);
};

// A batch of inputs, and room for a batch of outputs.
template <class Network, class Inputs, class Outputs>
constexpr auto batch_verdict() {
    if constexpr (!contiguous_range<Inputs>) {
        return typename error::batch_of_type<Inputs>::is_not_a_contiguous_range_of_inputs{};
    } else if constexpr (!contiguous_range<Outputs>) {
        return typename error::batch_of_type<Outputs>::is_not_a_contiguous_range_of_outputs{};
    } else {
        using input = std::remove_cvref_t<decltype(*std::data(std::declval<Inputs&>()))>;
        using room = std::remove_reference_t<decltype(*std::data(std::declval<Outputs&>()))>;
        using verdict = decltype(input_verdict<Network, input>());
        using last = error::layer<Network::depth - 1, typename Network::last_stage::layer>;
        if constexpr (!fits<verdict>)
            return verdict{};
        else if constexpr (!std::is_same_v<room, typename Network::output_type>)
            return typename last::template gives_an_output_of_type<
                typename Network::output_type>::template but_gets_room_for_type<room>{};
        else
            return error::none{};
    }
}

template <std::size_t Index, std::size_t Depth>
using index_verdict = std::conditional_t<
    (Index < Depth), error::none,
    typename error::layer_index<Index>::template is_beyond_a_network_of_layers<Depth>>;

} // namespace detail
} // namespace ctnn

CTNN_NAMESPACE(ctnn) {

/// A neural network: its topology is this type, its parameters are its value.
/// `network<float, input<4>, dense<8, relu>, dense<3, softmax>>` maps 4 numbers to 3. Each layer's
/// input size is the output size of the layer before it.
///
/// `net(x)` is the forward pass; `net(batch)` is that of each input in an array of them, and
/// `net(inputs, outputs)` that of each in a range, into the room of another, bit for bit the same
/// but several times faster where the machine has vectors. `net.layer<I>()` is layer I's
/// parameters, readable and writable, for example `.weights[input][output]` and `.biases[output]`.
/// `model{}` is all zeros; `model{{weights, biases}, ...}` takes one pair of braces for each layer
/// that has parameters.
///
/// Shape:    std::array<Scalar, input_size> -> std::array<Scalar, output_size>; an array of N of
///           these to N of those; of two ranges, as many as the shorter one holds: their number is
///           what the call gives.
/// Gradient: `backpropagate` gives it, as a network of the same type.
/// Cost:     sizeof is parameter_count * sizeof(Scalar); trivially copyable, a structural type.
/// Errors:   a topology, input or parameters that do not fit do not compile; the message names the
///           layer, what it got and what it needs.
/// Source:   this library.
/// Example:  docs/examples/notebook_step.cpp
template <class Scalar, class... Parts>
    requires detail::fits<typename detail::network_verdict<Scalar, Parts...>::type>
struct network : detail::storage_for<detail::topology<Scalar, Parts...>> {
    using topology = detail::topology<Scalar, Parts...>;
    using detail::storage_for<topology>::storage_for;
    using detail::storage_for<topology>::parameters;

    template <std::size_t Index>
    using stage = detail::stage<topology, Index>;
    using stages = typename detail::stages_of<topology>::stages;
    using records = typename detail::stages_of<topology>::records;

    static constexpr std::size_t depth = topology::depth;
    using last_stage = stage<depth - 1>;
    using input_shape = typename topology::input_shape;
    using output_shape = typename last_stage::output_shape;
    static constexpr std::size_t input_size = input_shape::size;
    static constexpr std::size_t output_size = output_shape::size;
    static constexpr std::size_t parameter_count = detail::stages_of<topology>::parameter_count;

    using scalar = Scalar;
    using input_type = std::array<Scalar, input_size>;
    using output_type = std::array<Scalar, output_size>;

    template <std::size_t Index>
    constexpr decltype(auto) layer() {
        return layer_of<Index>(parameters);
    }
    template <std::size_t Index>
    constexpr decltype(auto) layer() const {
        return layer_of<Index>(parameters);
    }

    template <class Input = detail::input_braces<network>,
              class Verdict = decltype(detail::input_or_batch_verdict<network, Input>())>
    [[gnu::flatten]] constexpr auto operator()(Input const& x) const {
        if constexpr (detail::is_batch<Input>) {
            std::array<output_type, std::tuple_size<Input>::value> outputs{};
            batch::infer_all(*this, x.data(), outputs.data(), outputs.size());
            return outputs;
        } else if constexpr (kernel::goes_in_registers<Scalar> || kernel::sums_exactly<Scalar>) {
            if (std::is_constant_evaluated())
                return infer_in_compiler(detail::array_of<input_type>(x));
            detail::two_places<network> places;
            return detail::copy_of(
                detail::infer_in_place(*this, detail::array_of<input_type>(x), places));
        } else {
            // Written here and not in a function of its own, of which g++ inlines less.
            return output_type{boost::hana::fold_left(stages{}, detail::array_of<input_type>(x),
                                                      through_layer{*this})};
        }
    }

    // Chosen for an input that does not fit. It is deleted, not absent, and the verdict is a
    // parameter, because that is what compilers print at once.
    template <class Input,
              class Verdict = decltype(detail::input_or_batch_verdict<network, Input>())>
        requires(!detail::is_none<Verdict>)
    constexpr output_type operator()(Input const& x) const = delete;

    // No deleted twin here: where an input does not fit, clang would tell of that one as well.
    template <class Inputs, class Outputs>
    constexpr std::size_t operator()(Inputs const& inputs, Outputs&& outputs) const {
        using verdict = decltype(detail::batch_verdict<network, Inputs, Outputs>());
        static_assert(detail::fits<verdict>);
        std::size_t both = 0;
        if constexpr (detail::fits<verdict>) {
            std::size_t const count = std::size(inputs), room = std::size(outputs);
            both = count < room ? count : room;
            batch::infer_all(*this, std::data(inputs), std::data(outputs), both);
        }
        return both;
    }

    friend constexpr bool operator==(network const& a, network const& b) {
        return detail::have_equal_blocks(a, b);
    }

private:
    struct through_layer {
        network const& net;

        template <class Input, class Stage>
        constexpr auto operator()(Input const& x, Stage) const {
            return detail::apply_activation<typename Stage::activation>(
                Stage::bound::forward(net.template layer<Stage::index>(), x));
        }
    };

    // (Always inlined: otherwise g++ keeps room for it on a board's stack, where it is never called.)
    [[gnu::always_inline]] constexpr output_type infer_in_compiler(input_type const& x) const {
        return output_type{boost::hana::fold_left(stages{}, x, through_layer{*this})};
    }

    template <std::size_t Index, class Parameters>
    static constexpr decltype(auto) layer_of(Parameters& all) {
        using verdict = detail::index_verdict<Index, depth>;
        if constexpr (!detail::fits<verdict>) {
            static_assert(detail::fits<verdict>);
            return layer_of<0>(all); // so that compilers do not go on about its members
        } else if constexpr (!stage<Index>::has_parameters)
            return typename stage<Index>::parameters{};
        else
            return boost::hana::at_c<detail::stages_of<topology>::slot_of(Index)>(all);
    }
};

} // CTNN_NAMESPACE(ctnn)

#include <ctnn/config/epilogue.hpp>
