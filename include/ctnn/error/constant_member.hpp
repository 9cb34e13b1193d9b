#pragma once

#include <array>
#include <cstddef>
#include <type_traits>

// Whether a member of a recipe or a property can be used in a constant. It is asked before anything else is
// instantiated: deep inside of a chain of constants g++ 12 crashes of one that cannot.

namespace ctnn::detail {

// Constant if the argument is one. It reads the value itself, because the address of a variable may be a
// constant.
template <class Value>
    requires std::is_copy_constructible_v<Value>
constexpr bool is_constant(Value const& given) {
    Value const copy = given;
    return static_cast<void>(copy), true;
}
// The elements of an array are as constant as its first.
template <class Range>
constexpr bool begins_with_a_constant(Range const& range) {
    return std::size(range) == 0 || is_constant(*std::data(range));
}
template <class Member>
constexpr bool is_static(Member const*) {
    return true;
}

template <class T>
constexpr bool is_whole_number =
    std::is_convertible_v<T, std::size_t> && !std::is_floating_point_v<T>;

template <class T>
constexpr bool is_truth =
    std::is_convertible_v<T, bool>&& std::is_integral_v<std::remove_cvref_t<T>>;

template <class Number>
constexpr bool is_negative(Number const& number) {
    if constexpr (std::is_signed_v<Number>)
        return number < 0;
    else
        return false;
}

} // namespace ctnn::detail
