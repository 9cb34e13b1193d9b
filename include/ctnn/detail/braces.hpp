#pragma once

#include <array>
#include <cstddef>
#include <ctnn/detail/verdict.hpp>
#include <ctnn/matrix.hpp>
#include <utility>

// What a call takes where braces stand for an array, net({0.1, 0.7}). A std::array would fill up
// braces that are too short with zeros; this one counts them, and Role::verdict<array that was
// meant> says what is wrong.

namespace ctnn::detail {

template <class Role, class Scalar, class Indices>
struct braces_of;

template <class Role, class Scalar, std::size_t... Index>
struct braces_of<Role, Scalar, std::index_sequence<Index...>> {
    std::array<Scalar, sizeof...(Index)> values;

    constexpr braces_of(std::array<Scalar, sizeof...(Index)> const& whole) : values(whole) {}
    constexpr braces_of(repeated<Index, Scalar const&>... numbers) : values{numbers...} {}

    template <class... Numbers,
              class Verdict =
                  typename Role::template verdict<std::array<Scalar, sizeof...(Numbers)>>>
        requires(sizeof...(Numbers) != sizeof...(Index))
    constexpr braces_of(Numbers const&...) = delete;
};

template <class Role, class Scalar, std::size_t Size>
using braces = braces_of<Role, Scalar, std::make_index_sequence<Size>>;

template <class T>
constexpr bool is_braces = false;
template <class Role, class Scalar, class Indices>
constexpr bool is_braces<braces_of<Role, Scalar, Indices>> = true;

template <class T>
constexpr auto const& array_of(T const& given) {
    if constexpr (is_braces<T>)
        return given.values;
    else
        return given;
}

} // namespace ctnn::detail
