#pragma once

#include <array>
#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/tensor/detail/braces.hpp>
#include <type_traits>

// Whether a network takes an input.

namespace ctnn::detail {

template <class T, class Scalar>
constexpr bool is_array_of = false;
template <class Scalar, std::size_t Size>
constexpr bool is_array_of<std::array<Scalar, Size>, Scalar> = true;

template <class Network, class Input>
constexpr auto input_diagnosis() {
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
    using diagnosis = decltype(input_diagnosis<Network, Input>());
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
constexpr auto call_input_diagnosis() {
    constexpr std::size_t size = size_of_other_array<Input, typename Network::scalar>;
    if constexpr (size == Network::input_size)
        return error::none{};
    else if constexpr (size > 0)
        return input_diagnosis<Network, std::array<typename Network::scalar, size>>();
    else
        return input_diagnosis<Network, Input>();
}

template <class Network, class Input>
constexpr auto input_or_batch_diagnosis() {
    if constexpr (is_batch<Input>)
        return input_diagnosis<Network, typename Input::value_type>();
    else
        return call_input_diagnosis<Network, Input>();
}

} // namespace ctnn::detail
