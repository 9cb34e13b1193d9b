#pragma once

#include <concepts>

namespace ctnn::number::detail {

template <class T>
concept floats = std::same_as<T, float> || std::same_as<T, double>;

// A number in even steps from a first to a last one, at which it saturates: fixed_point.
template <class T>
concept goes_in_steps = requires(typename T::storage steps) {
    { T::from_raw(steps) } -> std::same_as<T>;
    { T::lowest() } -> std::same_as<T>;
    { T::largest() } -> std::same_as<T>;
    T::fraction_bits;
    requires T::saturates;
};

// What an interval and a box can be of.
template <class T>
concept interval_end = floats<T> || goes_in_steps<T>;

} // namespace ctnn::number::detail
