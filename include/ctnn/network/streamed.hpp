#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <boost/hana/at.hpp>
#include <cstddef>
#include <ctnn/network/stream_of.hpp>
#include <ctnn/tensor/detail/for_each_index.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <type_traits>

namespace ctnn {
namespace detail {

// Layers without parameters may be elsewhere, or missing: those with parameters have the same order in both.
template <class From, class To>
constexpr void copy_parameters(From const& from, To& to) {
    if constexpr (holds_layers<From>) {
        static_assert(From::slot_count == To::slot_count);
        for_each_index<From::slot_count>(
            [&]<std::size_t Slot>(std::integral_constant<std::size_t, Slot>) {
                copy_parameters(boost::hana::at_c<Slot>(from.parameters),
                                boost::hana::at_c<Slot>(to.parameters));
            });
    } else {
        for_each_block(
            [](auto out_of, auto into) {
                static_assert(decltype(out_of)::size == decltype(into)::size);
                for (std::size_t i = 0; i < decltype(into)::size; ++i)
                    into.data[i] = out_of.data[i];
            },
            from, to);
    }
}

} // namespace detail

/// Turns a network over sequences into its twin that takes one step at a time, `stream_of`, with the same parameters.
///
/// Shape:    a Network -> a stream_of<Network>.
/// Cost:     a copy of the parameters.
/// Errors:   as `stream_of`.
/// Example:  tests/network/streamed.cpp
template <class Network, class Diagnosis = decltype(detail::stream_diagnosis<Network>())>
    requires detail::is_none<Diagnosis>
constexpr auto streamed(Network const& net) {
    stream_of<Network> result{};
    detail::copy_parameters(net, result);
    return result;
}

// Chosen for a network that has no such twin. Deleted functions are what compilers print the sentence of at once.
template <class Network, class Diagnosis = decltype(detail::stream_diagnosis<Network>())>
    requires(!detail::is_none<Diagnosis>)
void streamed(Network const&) = delete;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
