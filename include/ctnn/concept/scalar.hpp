#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <concepts>
#include <type_traits>

namespace ctnn::concepts {

/// A number that a network computes with: float, double, ctnn::dual, or a type of the user's.
/// Elementary functions are found by argument-dependent lookup (`using math::exp; exp(x)`), so a
/// scalar needs only those that the activations and losses used with it call.
///
/// Shape:    one value; trivially copyable, so that a network of it is.
/// Errors:   integers do not model it: their division would round every mean to zero.
/// Example:  tests/concept/scalar.cpp
template <class T>
concept scalar = std::regular<T> && std::is_trivially_copyable_v<T> && !std::integral<T> &&
                 requires(T a, T const& b) {
    { b + b } -> std::same_as<T>;
    { b - b } -> std::same_as<T>;
    { b* b } -> std::same_as<T>;
    { b / b } -> std::same_as<T>;
    { -b } -> std::same_as<T>;
    { a += b } -> std::same_as<T&>;
    { a -= b } -> std::same_as<T&>;
    { a *= b } -> std::same_as<T&>;
    { b < b } -> std::convertible_to<bool>;
    { b > b } -> std::convertible_to<bool>;
    static_cast<T>(0.5);
};

} // namespace ctnn::concepts

#include <ctnn/config/epilogue.hpp>
