#pragma once

#include <array>
#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/tensor/matrix.hpp>
#include <type_traits>
#include <utility>

// What a call takes where braces stand for an array, net({0.1, 0.7}). A std::array would fill up
// braces that are too short with zeros; this one counts them, and Role::diagnosis<array that was
// meant> says what is wrong.

namespace ctnn::detail {

template <class Role, class Scalar, class Indices>
struct braces_of;

template <class Role, class Scalar, std::size_t... Index>
struct braces_of<Role, Scalar, std::index_sequence<Index...>> {
    std::array<Scalar, sizeof...(Index)> values;

    constexpr braces_of(std::array<Scalar, sizeof...(Index)> const& whole) : values(whole) {}
    // (By value: no reference to a double is bound to one that is volatile, as registers of hardware are.)
    constexpr braces_of(repeated<Index, Scalar>... numbers) : values{numbers...} {}

    template <class... Numbers,
              class Diagnosis =
                  typename Role::template diagnosis<std::array<Scalar, sizeof...(Numbers)>>>
        requires(sizeof...(Numbers) != sizeof...(Index))
    constexpr braces_of(Numbers const&...) = delete;
};

template <class Role, class Scalar, std::size_t Size>
using braces = braces_of<Role, Scalar, std::make_index_sequence<Size>>;

template <class T>
constexpr bool is_braces = false;
template <class Role, class Scalar, class Indices>
constexpr bool is_braces<braces_of<Role, Scalar, Indices>> = true;

// How many of these scalars another array holds that has its size in its type, one of C or a span of fixed
// extent; else 0.
template <class T, class Scalar>
constexpr std::size_t size_of_other_array = 0;
template <class Element, std::size_t Size, class Scalar>
    requires std::is_same_v<std::remove_cv_t<Element>, Scalar>
constexpr std::size_t size_of_other_array<Element[Size], Scalar> = Size;
template <class Span, class Scalar>
    requires requires(Span const& span) {
        requires std::is_same_v<std::remove_cv_t<typename Span::element_type>, Scalar>;
        requires Span::extent + std::size_t{1} != 0; // which is that of a span of any size
        span[std::size_t{0}];
    }
constexpr std::size_t size_of_other_array<Span, Scalar> = Span::extent;

// The std::array that a call means: its argument, that of its braces, or a copy of another array.
template <class Array, class T>
constexpr decltype(auto) array_of(T const& given) {
    if constexpr (is_braces<T>) {
        return (given.values);
    } else if constexpr (std::is_same_v<T, Array>) {
        return (given);
    } else {
        Array copy;
        for (std::size_t i = 0; i < copy.size(); ++i)
            copy[i] = given[i];
        return copy;
    }
}

} // namespace ctnn::detail
