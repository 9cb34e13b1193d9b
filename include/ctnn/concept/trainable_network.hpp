#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <concepts>
#include <cstddef>
#include <type_traits>

namespace ctnn::concepts {

/// A `ctnn::network` of any topology, whose parameters are numbers of its scalar. You can initialize, train,
/// convert and quantize it, and prove properties of it.
///
/// Example:  tests/concept/trainable_network.cpp
template <class T>
concept trainable_network = requires {
    typename std::remove_const_t<T>::topology;
    typename std::remove_const_t<T>::stages;
    typename std::remove_const_t<T>::records;
    { std::remove_const_t<T>::parameter_count } -> std::convertible_to<std::size_t>;
};

} // namespace ctnn::concepts

#include <ctnn/config/epilogue.hpp>
