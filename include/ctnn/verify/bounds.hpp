#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/concept/detail/curve_of.hpp>
#include <ctnn/concept/network.hpp>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/placed/diagnose_layers.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/detail/interval/layer_range.hpp>
#include <type_traits>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

template <class T, std::size_t Size>
constexpr std::array<interval<T>, Size> intervals_of(box<T, Size> const& in) {
    std::array<interval<T>, Size> x{};
    for (std::size_t i = 0; i < Size; ++i)
        x[i] = interval<T>::of(in.lower[i], in.upper[i]);
    return x;
}

template <class Activation, class T>
concept has_a_range_over = requires(interval<T> const& x) {
    activation_range<Activation>::of(x);
};
template <class Stage, class T = typename Stage::scalar>
constexpr bool has_range = has_a_range_over<typename Stage::activation, T>;
template <class Stage, class T>
    requires(!concepts::elementwise_activation<typename Stage::activation, T>)
constexpr bool has_range<Stage, T> =
    requires(std::array<interval<T>, Stage::output_size> const& x) {
    activation_range<typename Stage::activation>::of(x);
};

template <class T>
struct ranges_over_intervals {
    template <class Activation>
    using of = std::bool_constant<has_a_range_over<Activation, T>>;
};

// Whether a layer takes intervals, if its code runs on them.
template <class Stage>
constexpr bool takes_intervals() {
    if constexpr (customization::never_falls<typename Stage::bound> || placed::is_affine<Stage> ||
                  customization::has_branches<typename Stage::bound>)
        return true;
    else
        return requires {
            typename ctnn::detail::binding<typename Stage::descriptor,
                                           interval<typename Stage::scalar>,
                                           typename Stage::input_shape>::type;
        };
}

struct ranges_of_activations {
    template <class Stage>
    static constexpr auto of() {
        using facts = decltype(ctnn::detail::facts_diagnosis<typename Stage::activation,
                                                             typename Stage::scalar>());
        if constexpr (!ctnn::detail::is_none<facts>)
            return facts{};
        else if constexpr (!has_range<Stage> ||
                           customization::uses_an_activation_without<
                               typename Stage::descriptor,
                               ranges_over_intervals<typename Stage::scalar>::template of>)
            return typename error::layer<Stage::index, typename Stage::layer>::
                has_an_activation_that_lacks_a_range_of_intervals_or_is_nondecreasing{};
        else if constexpr (!takes_intervals<Stage>())
            return typename error::layer<
                Stage::index, typename Stage::layer>::does_not_take_intervals_as_its_numbers{};
        else
            return error::none{};
    }
};

// What is wrong with what something is to be proven about.
template <class Network>
constexpr auto subject_diagnosis() {
    if constexpr (concepts::trainable_network<Network>)
        return error::none{};
    else if constexpr (concepts::network<Network>)
        return typename error::network_that_only_infers<Network>::
            cannot_be_proven_so_prove_the_network_that_it_was_made_from_and_that_both_are_equivalent{};
    else
        return typename error::first_argument_of_type<Network>::is_not_a_network{};
}

// What is wrong with a network and a box of inputs.
template <class Network, class Input>
constexpr auto bounds_diagnosis() {
    if constexpr (!ctnn::detail::is_none<decltype(subject_diagnosis<Network>())>)
        return subject_diagnosis<Network>();
    else if constexpr (!ctnn::detail::is_none<
                           decltype(ctnn::detail::input_diagnosis<Network, Input>())>)
        return ctnn::detail::input_diagnosis<Network, Input>();
    else
        return placed::diagnose_layers<ranges_of_activations, Network>();
}

// A box in braces is one of the network's inputs.
template <class Network>
using box_of = box<typename Network::scalar, Network::input_size>;

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail

namespace ctnn::verify {
CTNN_ARITHMETIC_BEGIN

/// Bounds of a network's outputs over a box of inputs, by interval arithmetic: for every input in
/// the box, each number of net(x), as the compiler, the host and the target compute it, lies in its
/// interval. Where anything overflows, or the box is not valid, all intervals are `everything`.
///
/// What it covers is *this program*, roundings included, and not a network of real numbers.
///
/// Shape:    a box of input_size to output_size intervals, .lower and .upper.
/// Cost:     two forward passes.
/// Errors:   a box of the wrong size does not compile, and the message names the layer and both
///           sizes; an activation of your own needs what activation_range says. A constant that
///           overflows does not compile with g++.
/// Source:   R. E. Moore, Interval Analysis, 1966; S. Gowal et al., "On the effectiveness of interval
///           bound propagation", arXiv 1810.12715, 2018.
/// Example:  tests/verify/bounds.cpp
template <concepts::network Network, class T, std::size_t Size,
          class Diagnosis = decltype(detail::bounds_diagnosis<Network, std::array<T, Size>>())>
    requires ctnn::detail::is_none<Diagnosis>
constexpr std::array<interval<T>, Network::output_size> bounds(Network const& net,
                                                               box<T, Size> const& inputs) {
    auto y = detail::range_of_layers(net, detail::intervals_of(inputs));
    // (a user-defined activation may have said anything; in fixed point `everything` is an interval like others)
    if (!inputs.is_valid() || !detail::all_known(y))
        detail::forget_all(y);
    return y;
}

// Chosen for a box that does not fit, so that the compiler prints the diagnosis.
template <concepts::network Network, class T, std::size_t Size,
          class Diagnosis = decltype(detail::bounds_diagnosis<Network, std::array<T, Size>>())>
    requires(!ctnn::detail::is_none<Diagnosis>)
constexpr std::array<interval<T>, Network::output_size> bounds(Network const& net,
                                                               box<T, Size> const& inputs) = delete;

CTNN_ARITHMETIC_END
} // namespace ctnn::verify

namespace ctnn {
using verify::bounds;
}

#include <ctnn/config/epilogue.hpp>
