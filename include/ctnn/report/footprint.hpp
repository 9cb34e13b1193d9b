#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/network.hpp>
#include <ctnn/placed/adds_branches.hpp>
#include <ctnn/placed/detail/infer_in_place.hpp>
#include <ctnn/placed/states.hpp>
#include <ctnn/tensor/detail/largest_of.hpp>
#include <ctnn/tensor/detail/sum_of.hpp>
#include <type_traits>
#include <utility>

namespace ctnn {
namespace detail {

template <class Network, class Indices = std::make_index_sequence<Network::depth>>
struct footprint_of;

template <class Network>
constexpr std::size_t multiply_adds_of_all();

// A user-defined layer that does not say how much it multiplies: once by each of its parameters.
template <class Stage>
constexpr std::size_t multiply_adds_of() {
    if constexpr (customization::counts_multiply_adds<typename Stage::bound>)
        return Stage::bound::multiply_adds;
    else if constexpr (customization::has_branches<typename Stage::bound>)
        return []<std::size_t... K>(std::index_sequence<K...>) {
            return sum_of(multiply_adds_of_all<typename Stage::bound::template branch<K>>()...);
        }
    (std::make_index_sequence<Stage::bound::branch_count>{});
    else return sizeof(typename Stage::parameters) / sizeof(typename Stage::scalar) *
        Stage::has_parameters;
}

template <class Network>
constexpr std::size_t multiply_adds_of_all() {
    return []<std::size_t... Index>(std::index_sequence<Index...>) {
        return sum_of(multiply_adds_of<typename Network::template stage<Index>>()...);
    }
    (std::make_index_sequence<Network::depth>{});
}

// The branches of a composite layer go one after the other; what each gives stays until they are joined.
struct branch_bytes {
    std::size_t inference = 0, step = 0;
};
template <class Bound, std::size_t Branch = 0>
constexpr branch_bytes bytes_of_branches(branch_bytes held = {}) {
    if constexpr (Branch == Bound::branch_count) {
        return {};
    } else if constexpr (Bound::template branch<Branch>::depth == 0) {
        return bytes_of_branches<Bound, Branch + 1>(held);
    } else {
        using network = typename Bound::template branch<Branch>;
        footprint_of<network> const own;
        branch_bytes const after = bytes_of_branches<Bound, Branch + 1>(
            {held.inference + sizeof(typename network::output_type),
             held.step + sizeof(typename network::input_type)});
        return {largest_of({held.inference + own.inference_stack_bytes, after.inference}),
                largest_of({held.step + own.step_stack_bytes, after.step})};
    }
}

// What a layer has on the stack while it computes, besides its input and output: in net(x), and in a step.
template <class Stage>
constexpr std::size_t working_bytes() {
    if constexpr (customization::counts_working_scalars<typename Stage::bound>)
        return Stage::bound::working_scalars * sizeof(typename Stage::scalar);
    else if constexpr (customization::has_branches<typename Stage::bound>)
        return bytes_of_branches<typename Stage::bound>().inference +
               sizeof(typename Stage::output);
    else
        return 0;
}
template <class Stage>
constexpr std::size_t working_bytes_of_step() {
    if constexpr (customization::counts_working_scalars_of_step<typename Stage::bound>)
        return Stage::bound::working_scalars_of_step * sizeof(typename Stage::scalar) +
               sizeof(typename Stage::parameters);
    else if constexpr (customization::counts_working_scalars<typename Stage::bound>)
        return working_bytes<Stage>() + Stage::has_parameters * sizeof(typename Stage::parameters);
    else if constexpr (customization::has_branches<typename Stage::bound>)
        return bytes_of_branches<typename Stage::bound>().step +
               2 * sizeof(typename Stage::output) + sizeof(typename Stage::parameters);
    else
        return 0;
}

// What infer_in_place needs besides its two places: a layer that returns its output, and an activation
// that cannot work in its place, have one of their own.
template <class Network, class Stage>
constexpr std::size_t copied_bytes() {
    using bound = typename Stage::bound;
    constexpr bool returns =
        !customization::writes_in_place<bound, typename Stage::parameters, typename Stage::input,
                                        typename Stage::output>;
    constexpr bool is_last = Stage::index + 1 == Network::depth;
    constexpr bool in_place =
        is_last ||
        concepts::elementwise_activation<typename Stage::activation, typename Stage::scalar>;
    return (returns || !in_place) * !customization::passes_on<bound> *
           sizeof(typename Stage::output);
}

template <class Network, std::size_t... Index>
struct footprint_of<Network, std::index_sequence<Index...>> {
    std::size_t parameter_bytes = sizeof(Network);
    std::size_t state_bytes = placed::state_bytes<Network>;
    std::size_t gradient_bytes = sizeof(Network);
    std::size_t inference_activation_bytes = sizeof(two_places<Network>);
    std::size_t training_activation_bytes =
        sum_of(sizeof(typename Network::template stage<Index>::record)...);

    std::size_t multiply_adds = multiply_adds_of_all<Network>();
    // Forward, for the gradient, and for the derivative by its input, which the first layer is not asked.
    std::size_t step_multiply_adds = sum_of(
        (multiply_adds_of<typename Network::template stage<Index>>() * (Index > 0 ? 3 : 2))...);

    std::size_t inference_stack_bytes =
        sizeof(two_places<Network>) + sizeof(typename Network::output_type) +
        largest_of({copied_bytes<Network, typename Network::template stage<Index>>()...}) +
        largest_of({working_bytes<typename Network::template stage<Index>>()...});
    // The records, and of each layer the derivatives by its output and by its input.
    std::size_t step_stack_bytes =
        training_activation_bytes + sizeof(typename Network::output_type) +
        sum_of((Index > 0 ? 2 * sizeof(typename Network::template stage<Index>::input) : 0)...) +
        largest_of({working_bytes_of_step<typename Network::template stage<Index>>()...});

    std::size_t flash = parameter_bytes;
    std::size_t ram = inference_stack_bytes + state_bytes;
    std::size_t training_ram = parameter_bytes + step_stack_bytes;
};

// A network of another kind says what it costs by a type of its own.
template <class Model>
struct footprint_for {
    using type = footprint_of<Model>;
};
template <class Model>
    requires requires {
        typename Model::footprint;
    }
struct footprint_for<Model> {
    using type = typename Model::footprint;
};

template <class Model>
concept has_footprint = concepts::network<Model> || requires {
    typename Model::footprint;
};

} // namespace detail

/// What a network's parameters and arrays take on a machine without vectors, as a microcontroller is
/// one: constants that a `static_assert` can hold, in bytes and multiply-adds. Nothing here is about
/// the program: code and saved registers come on top, and the CMake function `ctnn_budget` measures the
/// linked image with them. Of these
/// `parameter_bytes` and `gradient_bytes` are the parameters', one for each;
/// `state_bytes` is what its layers remember from step to step;
/// `inference_activation_bytes` is what layers hand to each other in `net(x)`, and
/// `training_activation_bytes` what they keep for the way back;
/// `multiply_adds` are those of `net(x)`, `step_multiply_adds` those of one sample's step of training;
/// `inference_stack_bytes` and `step_stack_bytes` are all of our own arrays at the same time, in
/// `net(x)` and in `train_step`.
/// `flash` is the parameters of a constant network; `ram` the arrays of `net(x)` and the state; `training_ram` the
/// arrays of `train_step` and the parameters of the network that it trains.
///
/// Shape:    a `network`; a `quantized` one, whose `ram` is that of `run`, and which has nothing that
///           is about training.
/// Cost:     none at run time.
/// Example:  docs/examples/cost.cpp
template <detail::has_footprint Network>
inline constexpr typename detail::footprint_for<std::remove_const_t<Network>>::type footprint{};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
