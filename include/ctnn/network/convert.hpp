#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/network.hpp>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <type_traits>

namespace ctnn {
namespace detail {

template <class To, class Network>
struct with_scalar;
template <class To, class From, class... Parts>
struct with_scalar<To, network<From, Parts...>> {
    using type = network<To, Parts...>;
};

} // namespace detail

/// The same in another scalar, each number the nearest one: `convert<fixed_point<3, 12>>(net)` is the
/// trained network for a microcontroller without floating point, `convert<float>(y)` its output for
/// the reader.
///
/// Shape:    a number; a std::array of what can be converted; a sample; a network: the same with To
///           in the place of its scalar.
/// Cost:     one conversion for each number.
/// Errors:   as the conversions of the two scalars: a fixed_point is the first or the last number
///           where it cannot be nearer (`output_error` tells what that does to a network).
/// Example:  docs/examples/iris_fixed_point.cpp
template <concepts::scalar To, class From>
    requires(std::is_constructible_v<To, From const&>)
constexpr To convert(From const& number) {
    return static_cast<To>(number);
}

template <concepts::scalar To, class From, std::size_t Size>
constexpr auto convert(std::array<From, Size> const& values) {
    std::array<decltype(convert<To>(values[0])), Size> result{};
    for (std::size_t i = 0; i < Size; ++i)
        result[i] = convert<To>(values[i]);
    return result;
}

template <concepts::scalar To, class Input, class Target>
constexpr auto convert(sample<Input, Target> const& one) {
    auto const input = convert<To>(one.input);
    auto const target = convert<To>(one.target);
    return sample<decltype(convert<To>(one.input)), decltype(convert<To>(one.target))>{input,
                                                                                       target};
}

template <concepts::scalar To, concepts::trainable_network Network>
constexpr typename detail::with_scalar<To, Network>::type convert(Network const& net) {
    typename detail::with_scalar<To, Network>::type result{};
    detail::for_each_block(
        [](auto from, auto to) {
            for (std::size_t i = 0; i < decltype(from)::size; ++i)
                to.data[i] = static_cast<To>(from.data[i]);
        },
        net, result);
    return result;
}

// Chosen for a network without such numbers. Deleted functions are what compilers print the sentence of at once.
template <concepts::scalar To, concepts::network Network,
          class Diagnosis = typename error::network_that_only_infers<
              Network>::cannot_be_converted_so_convert_the_network_that_it_was_made_from>
    requires(!concepts::trainable_network<Network>)
void convert(Network const&) = delete;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
