#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/network.hpp>
#include <type_traits>

namespace ctnn {
namespace detail {

template <class T>
constexpr bool is_network = false;
template <class Scalar, class... Parts>
constexpr bool is_network<network<Scalar, Parts...>> = true;

} // namespace detail

namespace concepts {

/// A `ctnn::network` of any topology, whose parameters are numbers of its scalar: what can be initialized,
/// trained, converted, quantized and proven about.
///
/// Shape:    none.
/// Gradient: none.
/// Cost:     none.
/// Errors:   none.
/// Source:   this library.
/// Example:  tests/concept/trainable_network.cpp
template <class T>
concept trainable_network = detail::is_network<std::remove_const_t<T>>;

} // namespace concepts
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
