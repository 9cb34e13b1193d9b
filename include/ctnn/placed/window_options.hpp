#pragma once

#include <array>
#include <cstddef>
#include <ctnn/activation/identity.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/tensor/detail/window_axis.hpp>
#include <ctnn/tensor/detail/window_grid.hpp>
#include <ctnn/tensor/dilation.hpp>
#include <ctnn/tensor/kernel_size.hpp>
#include <ctnn/tensor/padding.hpp>
#include <ctnn/tensor/padding_same.hpp>
#include <ctnn/tensor/shape.hpp>
#include <ctnn/tensor/strides.hpp>
#include <type_traits>
#include <utility>

// The options of a layer with windows, in any order: kernel_size<...>, strides<...>, dilation<...>, one for the
// padding, and an activation; anything else counts as an activation.

namespace ctnn::placed {

enum class option { kernel_size, strides, dilation, padding, activation };

template <class Option>
constexpr option kind_of = option::activation;
template <std::size_t... Places>
constexpr option kind_of<kernel_size<Places...>> = option::kernel_size;
template <std::size_t... Places>
constexpr option kind_of<strides<Places...>> = option::strides;
template <std::size_t... Places>
constexpr option kind_of<dilation<Places...>> = option::dilation;
template <std::size_t... Places>
constexpr option kind_of<padding<Places...>> = option::padding;
template <>
inline constexpr option kind_of<padding_same> = option::padding;

// The first option of a kind, else Default.
template <option Kind, class Default, class... Options>
struct option_or {
    using type = Default;
};
template <option Kind, class Default, class First, class... Rest>
struct option_or<Kind, Default, First, Rest...> : option_or<Kind, Default, Rest...> {};
template <option Kind, class Default, class First, class... Rest>
    requires(kind_of<First> == Kind)
struct option_or<Kind, Default, First, Rest...> {
    using type = First;
};

template <template <std::size_t...> class Option, class Axes>
struct ones;
template <template <std::size_t...> class Option, std::size_t... Axis>
struct ones<Option, std::index_sequence<Axis...>> {
    using type = Option<(Axis - Axis + 1)...>;
};

// What is wrong with an option for Rank axes, or error::none.
template <class At, class Option, std::size_t Rank, bool MayBeZero>
constexpr auto option_diagnosis() {
    if constexpr (Option::rank != Rank) {
        return typename At::template has_option<Option>::template but_needs_numbers<Rank>{};
    } else {
        constexpr bool any_zero = Option::size == 0;
        if constexpr (any_zero && !MayBeZero)
            return
                typename At::template has_option<Option>::but_needs_at_least_one_along_each_axis{};
        else
            return error::none{};
    }
}

// The option of a kind, unless it occurs more than once.
template <class At, option Kind, class... Options>
constexpr auto once_diagnosis() {
    constexpr std::size_t count = (std::size_t{0} + ... + (kind_of<Options> == Kind));
    if constexpr (count > 1)
        return typename At::template has_option<
            typename option_or<Kind, void, Options...>::type>::and_another_one_of_its_kind{};
    else
        return error::none{};
}

template <class Kernel>
struct strides_of {
    using type = strides<1>;
};
template <std::size_t... Places>
struct strides_of<kernel_size<Places...>> {
    using type = strides<Places...>;
};

// How many axes a kernel has, or one if there is no kernel.
template <class... Options>
inline constexpr std::size_t rank_of_kernel =
    option_or<option::kernel_size, kernel_size<1>, Options...>::type::rank;

// The first diagnosis that is one.
template <class First, class... Rest>
constexpr auto first_diagnosis(First, Rest... rest) {
    if constexpr (sizeof...(Rest) == 0 || !detail::is_none<First>)
        return First{};
    else
        return first_diagnosis(rest...);
}

// An option's number for an axis, or 0.
template <class Option>
constexpr double number_of(std::size_t axis) {
    if constexpr (requires { Option::rank; }) {
        if (axis < Option::rank)
            return static_cast<double>(Option::extents[axis]);
    }
    return 0;
}

// Rank is the number of axes besides the channels. By default, strides are 1, or as long as the kernel.
template <std::size_t Rank, bool StridesAreKernel, class... Options>
struct window_options {
    template <template <std::size_t...> class Option>
    using ones_of = typename ones<Option, std::make_index_sequence<Rank>>::type;

    using kernel = typename option_or<option::kernel_size, void, Options...>::type;
    using default_strides =
        std::conditional_t<StridesAreKernel, typename strides_of<kernel>::type, ones_of<strides>>;
    using stride = typename option_or<option::strides, default_strides, Options...>::type;
    using dilations = typename option_or<option::dilation, ones_of<dilation>, Options...>::type;
    using padded = typename option_or<option::padding, tensor::no_padding, Options...>::type;
    using activation = typename option_or<option::activation, identity, Options...>::type;

    // By these a report tells layers apart: kernel, strides, dilation, padding (-1 for padding_same).
    static constexpr auto settings = [] {
        std::array<double, 4 * Rank> all{};
        if constexpr (!std::is_void_v<kernel>)
            for (std::size_t a = 0; a < Rank; ++a) {
                all[a] = number_of<kernel>(a), all[Rank + a] = number_of<stride>(a);
                all[2 * Rank + a] = number_of<dilations>(a);
                all[3 * Rank + a] =
                    std::is_same_v<padded, padding_same> ? -1 : number_of<padded>(a);
            }
        return all;
    }();

    template <class Shape>
    using grid = tensor::window_grid<Shape, kernel, stride, dilations, padded>;

    // What is wrong with these options, or with the shape of the input, of a layer At, or error::none.
    template <class At, class Shape>
    static constexpr auto diagnosis() {
        using of_options = decltype(first_diagnosis(
            once_diagnosis<At, option::kernel_size, Options...>(),
            once_diagnosis<At, option::strides, Options...>(),
            once_diagnosis<At, option::dilation, Options...>(),
            once_diagnosis<At, option::padding, Options...>(),
            once_diagnosis<At, option::activation, Options...>(), of_sizes<At>()));
        if constexpr (!detail::is_none<of_options>)
            return of_options{};
        else if constexpr (Shape::rank != Rank + 1)
            return
                typename At::template gets_an_input_of_shape<Shape>::template but_needs_rank<Rank +
                                                                                             1>{};
        else
            return of_shape<At, Shape>(std::make_index_sequence<Rank>{});
    }

    // The same for a layer that needs a place of the input in each window.
    template <class At, class Shape>
    static constexpr auto pool_diagnosis() {
        using found = decltype(diagnosis<At, Shape>());
        if constexpr (!detail::is_none<found>)
            return found{};
        else if constexpr (grid<Shape>::has_a_window_outside)
            return typename At::template has_option<padded>::leaves_a_window_without_a_place{};
        else
            return error::none{};
    }

private:
    template <class At>
    static constexpr auto of_sizes() {
        if constexpr (std::is_void_v<kernel> || Rank == 0)
            return typename At::lacks_a_kernel_size{};
        else
            return first_diagnosis(option_diagnosis<At, kernel, Rank, false>(),
                                   option_diagnosis<At, stride, Rank, false>(),
                                   option_diagnosis<At, dilations, Rank, false>(),
                                   of_padding<At>());
    }
    template <class At>
    static constexpr auto of_padding() {
        if constexpr (requires { padded::rank; })
            return option_diagnosis<At, padded, Rank, true>();
        else
            return error::none{};
    }

    template <std::size_t Axis>
    static constexpr std::size_t least() {
        std::size_t const reach =
            tensor::window_axis::reach(kernel::extents[Axis], dilations::extents[Axis]);
        if constexpr (requires { padded::rank; }) {
            std::size_t const around = 2 * padded::extents[Axis];
            return reach > around ? reach - around : 1;
        }
        return reach;
    }
    template <class At, class Shape, std::size_t... Axis>
    static constexpr auto of_shape(std::index_sequence<Axis...>) {
        if constexpr (grid<Shape>::count == 0)
            return typename At::template gets_an_input_of_shape<Shape>::template but_needs_at_least<
                shape<least<Axis>()..., Shape::extents[Rank]>>{};
        else
            return error::none{};
    }
};

} // namespace ctnn::placed
