#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <cstdint>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/learner_diagnosis.hpp>
#include <ctnn/concept/detail/named_is_valid.hpp>
#include <ctnn/concept/initializer.hpp>
#include <ctnn/concept/network.hpp>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/random/mt19937.hpp>
#include <ctnn/tensor/detail/for_each_index.hpp>
#include <ctnn/tensor/detail/set_to_zero.hpp>
#include <type_traits>
#include <utility>

namespace ctnn {
namespace error {

inline void the_initializer_has_a_setting_that_makes_no_sense() {}

} // namespace error

namespace detail {

template <class Network, class Initializer>
constexpr auto initializer_diagnosis() {
    if constexpr (concepts::network<Network> && !concepts::trainable_network<Network>)
        return learner_diagnosis<Network>();
    else if constexpr (!concepts::network<Network>)
        return typename error::initialization_of_type<Network>::but_needs_a_network{};
    else if constexpr (!concepts::initializer<Initializer>)
        return typename error::initializer_of_type<
            Initializer>::lacks_a_draw_from_generator_fan_in_and_fan_out{};
    else if constexpr (!customization::checks_its_settings<Initializer> &&
                       names_is_valid<Initializer>)
        return typename error::initializer_of_type<
            Initializer>::has_an_is_valid_that_is_no_const_function_giving_a_bool{};
    else
        return error::none{};
}

// Also of the layers that a layer is made of.
template <class Network, class Draw>
constexpr void initialize_layers(Network& net, Draw const& draw) {
    for_each_index<Network::depth>(
        [&]<std::size_t Place>(std::integral_constant<std::size_t, Place>) {
            using bound = typename Network::template stage<Place>::bound;
            if constexpr (!Network::template stage<Place>::has_parameters)
                return;
            else if constexpr (holds_layers<typename bound::parameters>)
                initialize_layers(net.template layer<Place>(), draw);
            else if constexpr (customization::initializes<bound, typename bound::parameters, Draw>)
                bound::initialize(net.template layer<Place>(), draw);
        });
}

template <class Network, class Initializer>
constexpr void draw_weights(Network& net, Initializer const& initializer, std::uint32_t seed) {
    using scalar = typename Network::scalar;
    if constexpr (customization::checks_its_settings<Initializer>)
        if (std::is_constant_evaluated() && !initializer.is_valid())
            error::the_initializer_has_a_setting_that_makes_no_sense();
    random::mt19937 generator(seed);
    auto const draw = [&](std::size_t fan_in, std::size_t fan_out) {
        return static_cast<scalar>(initializer.draw(generator, fan_in, fan_out));
    };
    initialize_layers(net, draw);
}

} // namespace detail

/// A network with the weights that an initializer draws and biases of zero: the same one for the
/// same seed, at compile time and on every target.
///
/// Shape:    an initializer and a seed to a Network. The weights of each layer in turn, row after
///           row, are drawn in double and rounded to the scalar.
/// Cost:     one draw a weight; the generator has 2.5 kB of state while it lasts.
/// Errors:   what is not an initializer does not compile. One whose settings make no sense, as its
///           `is_valid()` says, ends the build in a constant; at run time it gives weights that are
///           NaN, and `train` reports the loss of those.
/// Source:   this library; the generator is numpy's legacy one, so that
///           `initialize<model>(uniform{a, b}, seed)` are numpy.random.uniform's numbers.
/// Example:  docs/examples/iris.cpp
template <concepts::network Network, class Initializer,
          class Diagnosis = decltype(detail::initializer_diagnosis<Network, Initializer>())>
    requires detail::is_none<Diagnosis>
constexpr Network initialize(Initializer const& initializer, std::uint32_t seed) {
    Network net{};
    detail::draw_weights(net, initializer, seed);
    return net;
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Network, class Initializer, class Seed,
          class Diagnosis = decltype(detail::initializer_diagnosis<Network, Initializer>())>
    requires(!detail::is_none<Diagnosis>)
Network initialize(Initializer const&, Seed const&)
= delete;

/// The same in place, for a network that is too large for the stack. Its biases become zero.
template <concepts::network Network, class Initializer,
          class Diagnosis = decltype(detail::initializer_diagnosis<Network, Initializer>())>
    requires detail::is_none<Diagnosis>
constexpr void initialize(Network& net, Initializer const& initializer, std::uint32_t seed) {
    detail::set_to_zero(net);
    detail::draw_weights(net, initializer, seed);
}

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
