#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <type_traits>
#include <utility>

// What is wrong with a composite layer: the first branch that does not fit, or else the join of the branches.

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

template <class Join, class Scalar, class... Shapes>
concept joins = requires(std::array<Scalar, Shapes::size> const&... y) {
    Join::joined(y...);
};
template <class Join, class Output, std::size_t Branch, class Shape, class... Outputs>
concept derives = requires {
    { Join::template place<Branch>(std::size_t{}) } -> std::same_as<std::size_t>;
}
|| requires(Output const& dv, Outputs const&... y) {
    {
        Join::template derivative<Branch>(dv, y...)
        } -> std::convertible_to<std::array<typename Output::value_type, Shape::size>>;
};

template <class At, class Scalar, class Join, class... Shapes>
constexpr auto join_diagnosis() {
    if constexpr (!requires { typename Join::output_shape; }) {
        return typename At::has_a_join_that_lacks_an_output_shape{};
    } else if constexpr (!joins<Join, Scalar, Shapes...>) {
        return typename At::has_a_join_that_lacks_joined_of_what_its_branches_give{};
    } else {
        using output = std::array<Scalar, Join::output_shape::size>;
        using given = std::remove_cvref_t<decltype(Join::joined(
            std::declval<std::array<Scalar, Shapes::size> const&>()...))>;
        constexpr bool is_derivable = []<std::size_t... Index>(std::index_sequence<Index...>) {
            return (derives<Join, output, Index, Shapes, std::array<Scalar, Shapes::size>...> &&
                    ...);
        }
        (std::index_sequence_for<Shapes...>{});
        if constexpr (!std::is_same_v<given, output>)
            return typename At::template has_a_join_that_gives_type<given>::template but_needs_type<
                output>{};
        else if constexpr (!is_derivable)
            return typename At::has_a_join_that_lacks_a_place_or_a_derivative_for_each_branch{};
        else
            return error::none{};
    }
}

template <class At, class Scalar, class Shape, template <class...> class Join, class... Branches>
constexpr auto joined_diagnosis() {
    using join = Join<typename Branches::template on<Scalar, Shape>::output_shape...>;
    if constexpr (requires { typename join::template diagnosis<At>; }) {
        using of_shapes = typename join::template diagnosis<At>;
        if constexpr (!ctnn::detail::is_none<of_shapes>)
            return of_shapes{};
        else
            return join_diagnosis<At, Scalar, join,
                                  typename Branches::template on<Scalar, Shape>::output_shape...>();
    } else {
        return join_diagnosis<At, Scalar, join,
                              typename Branches::template on<Scalar, Shape>::output_shape...>();
    }
}

// (Only whether there is such a member: the network of a branch that does not fit must not be named.)
template <template <class Scalar, class Shape> class>
struct template_of_scalar_and_shape;
template <class Part>
concept is_branch = requires {
    typename template_of_scalar_and_shape<Part::template on>;
};

template <class At, class Scalar, class Shape>
constexpr auto branches_diagnosis() {
    return error::none{};
}
template <class At, class Scalar, class Shape, class Branch, class... Rest>
constexpr auto branches_diagnosis() {
    if constexpr (!is_branch<Branch>) {
        return typename At::template has_a_branch_of_type<
            Branch>::but_needs_placed_branch_or_placed_shortcut{};
    } else {
        using inside = typename Branch::template diagnosis<Scalar, Shape>;
        if constexpr (!ctnn::detail::is_none<inside>)
            return typename At::template has_layers_of_which<inside>{};
        else
            return branches_diagnosis<At, Scalar, Shape, Rest...>();
    }
}

template <class At, class Scalar, class Shape, template <class...> class Join, class... Branches>
constexpr auto composite_diagnosis() {
    using of_branches = decltype(branches_diagnosis<At, Scalar, Shape, Branches...>());
    if constexpr (sizeof...(Branches) == 0)
        return typename At::has_no_branches_but_needs_at_least_one{};
    else if constexpr (!ctnn::detail::is_none<of_branches>)
        return of_branches{};
    else
        return joined_diagnosis<At, Scalar, Shape, Join, Branches...>();
}

CTNN_ARITHMETIC_END
} // namespace ctnn::placed
