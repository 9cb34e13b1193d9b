#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/detail/memory.hpp>
#include <ctnn/kernel/vector.hpp>
#include <utility>

namespace ctnn {

/// What an optimizer remembers from step to step: one network for each number of its `memory`, so that these lie as the
/// parameters do.
///
/// Shape:    Memory: the optimizer's `memory<scalar>`. Zeros before the first step.
/// Cost:     as many networks as Memory has numbers.
/// Example:  docs/examples/own_optimizer.cpp
template <class Network, class Memory>
struct optimizer_memory {
    static constexpr std::size_t size = detail::memory_size<Memory, typename Network::scalar>;

    // Where there are vectors, none of them lies across two cache lines.
    struct entry {
        alignas(kernel::vector_bytes > 0 ? 64 : alignof(Network)) Network network;

        friend constexpr bool operator==(entry const&, entry const&) = default;
    };
    entry entries[size];

    constexpr optimizer_memory() : optimizer_memory(std::make_index_sequence<size>{}) {}

    friend constexpr bool operator==(optimizer_memory const&, optimizer_memory const&) = default;

private:
    // (One by one: in a constant, g++ 12 cannot read an element of an array that is initialized as a whole.)
    template <std::size_t... Index>
    constexpr explicit optimizer_memory(std::index_sequence<Index...>)
        : entries{(static_cast<void>(Index), entry{Network{}})...} {}
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
