#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <ctnn/concept/trainable_network.hpp>

namespace ctnn::concepts {

/// Turns inputs into outputs, layer by layer: a `ctnn::network`, or a network that can only infer, such
/// as a `quantized` one. Calls, batches, metrics and costs accept both.
///
/// Shape:    net(x) maps an `input_type`, input_size scalars, to an `output_type`, output_size scalars.
///           `stage<I>` and `depth` say which layers it computes.
/// Gradient: none; see `trainable_network`.
/// Example:  tests/concept/network.cpp
template <class T>
concept network = trainable_network<T> || requires(T const& net, typename T::input_type const& x) {
    requires std::same_as<typename T::input_type, std::array<typename T::scalar, T::input_size>>;
    requires std::same_as<typename T::output_type, std::array<typename T::scalar, T::output_size>>;
    typename T::last_stage::layer;
    { net(x) } -> std::same_as<typename T::output_type>;
};

} // namespace ctnn::concepts

#include <ctnn/config/epilogue.hpp>
