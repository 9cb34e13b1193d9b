#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/identity.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/tensor/depth_multiplier.hpp>
#include <ctnn/tensor/detail/grouped_windows.hpp>
#include <ctnn/tensor/detail/transposed_grid.hpp>
#include <ctnn/tensor/detail/window_axis.hpp>
#include <ctnn/tensor/detail/window_grid.hpp>
#include <ctnn/tensor/dilation.hpp>
#include <ctnn/tensor/groups.hpp>
#include <ctnn/tensor/kernel_size.hpp>
#include <ctnn/tensor/padding.hpp>
#include <ctnn/tensor/padding_causal.hpp>
#include <ctnn/tensor/padding_same.hpp>
#include <ctnn/tensor/shape.hpp>
#include <ctnn/tensor/strides.hpp>
#include <type_traits>
#include <utility>

// The options of a layer with windows, in any order: kernel_size<...>, strides<...>, dilation<...>, one for the
// padding, groups<...>, depth_multiplier<...>, and an activation; anything else counts as an activation.

namespace ctnn::placed {

enum class option { kernel_size, strides, dilation, padding, groups, depth_multiplier, activation };

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
template <>
inline constexpr option kind_of<padding_causal> = option::padding;
template <std::size_t Count>
constexpr option kind_of<groups<Count>> = option::groups;
template <std::size_t Count>
constexpr option kind_of<depth_multiplier<Count>> = option::depth_multiplier;

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
    using in_groups = typename option_or<option::groups, groups<1>, Options...>::type;
    using multiplier =
        typename option_or<option::depth_multiplier, depth_multiplier<1>, Options...>::type;

    // By these a report tells layers apart: kernel, strides, dilation, padding (-1 for padding_same, -2 for
    // padding_causal), and groups if there are some.
    static constexpr auto settings = [] {
        std::array<double, 4 * Rank + (in_groups::count > 1)> all{};
        if constexpr (in_groups::count > 1)
            all[4 * Rank] = static_cast<double>(in_groups::count);
        if constexpr (!std::is_void_v<kernel>)
            for (std::size_t a = 0; a < Rank; ++a) {
                all[a] = number_of<kernel>(a), all[Rank + a] = number_of<stride>(a);
                all[2 * Rank + a] = number_of<dilations>(a);
                all[3 * Rank + a] = std::is_same_v<padded, padding_same>     ? -1
                                    : std::is_same_v<padded, padding_causal> ? -2
                                                                             : number_of<padded>(a);
            }
        return all;
    }();

    template <class Shape>
    using grid = tensor::window_grid<Shape, kernel, stride, dilations, padded>;
    // The same, with the channels in groups.
    template <class Shape>
    using windows = typename tensor::windows_in_groups<grid<Shape>, in_groups::count>::type;
    // How many of the outputs each group has. (A wrong option is not looked at before it has its sentence.)
    template <std::size_t Outputs>
    static constexpr std::size_t outputs_of_group = Outputs /
                                                    (in_groups::count > 0 ? in_groups::count : 1);
    // Each channel is a group.
    template <class Shape>
    using windows_of_channels =
        typename tensor::windows_in_groups<grid<Shape>, Shape::extents[Rank]>::type;

    // Those of a transposed convolution.
    template <class Shape>
    using transposed_windows = typename tensor::windows_in_groups<
        tensor::transposed_grid<Shape, kernel, stride, dilations, padded>, in_groups::count>::type;

    // What is wrong with these options, or with the shape of the input, of a layer At, or error::none.
    template <class At, class Shape>
    static constexpr auto diagnosis() {
        using found = decltype(rank_diagnosis<At, Shape>());
        if constexpr (!detail::is_none<found>)
            return found{};
        else
            return of_shape<At, Shape>(std::make_index_sequence<Rank>{});
    }

    // The same for a convolution of so many outputs, whose channels may be in groups,
    template <class At, class Shape, std::size_t Outputs>
    static constexpr auto grouped_diagnosis() {
        using found = decltype(first_diagnosis(diagnosis<At, Shape>(),
                                               takes_no<At, option::depth_multiplier>()));
        if constexpr (!detail::is_none<found>)
            return found{};
        else
            return of_groups<At, Shape::extents[Rank], Outputs>();
    }
    // for a transposed one,
    template <class At, class Shape, std::size_t Outputs>
    static constexpr auto transposed_diagnosis() {
        using found = decltype(first_diagnosis(rank_diagnosis<At, Shape>(),
                                               takes_no<At, option::depth_multiplier>()));
        if constexpr (!detail::is_none<found>) {
            return found{};
        } else {
            using of_shared = decltype(of_groups<At, Shape::extents[Rank], Outputs>());
            if constexpr (!detail::is_none<of_shared>)
                return of_shared{};
            else if constexpr (transposed_windows<Shape>::count == 0)
                return typename At::template has_option<padded>::leaves_no_output{};
            else
                return error::none{};
        }
    }
    // for one of each channel alone,
    template <class At, class Shape>
    static constexpr auto depthwise_diagnosis() {
        using found =
            decltype(first_diagnosis(diagnosis<At, Shape>(), takes_no<At, option::groups>()));
        if constexpr (!detail::is_none<found>)
            return found{};
        else if constexpr (multiplier::count == 0)
            return typename At::template has_option<multiplier>::but_needs_at_least_one{};
        else
            return error::none{};
    }
    // and for a layer that needs a place of the input in each window.
    template <class At, class Shape>
    static constexpr auto pool_diagnosis() {
        using found =
            decltype(first_diagnosis(diagnosis<At, Shape>(), takes_no<At, option::groups>(),
                                     takes_no<At, option::depth_multiplier>()));
        if constexpr (!detail::is_none<found>)
            return found{};
        else if constexpr (grid<Shape>::has_a_window_outside)
            return typename At::template has_option<padded>::leaves_a_window_without_a_place{};
        else
            return error::none{};
    }

private:
    // What is wrong with the options, or with the number of axes.
    template <class At, class Shape>
    static constexpr auto rank_diagnosis() {
        using of_options = decltype(first_diagnosis(
            once_diagnosis<At, option::kernel_size, Options...>(),
            once_diagnosis<At, option::strides, Options...>(),
            once_diagnosis<At, option::dilation, Options...>(),
            once_diagnosis<At, option::padding, Options...>(),
            once_diagnosis<At, option::groups, Options...>(),
            once_diagnosis<At, option::depth_multiplier, Options...>(),
            once_diagnosis<At, option::activation, Options...>(), of_sizes<At>()));
        if constexpr (!detail::is_none<of_options>)
            return of_options{};
        else if constexpr (Shape::rank != Rank + 1)
            return
                typename At::template gets_an_input_of_shape<Shape>::template but_needs_rank<Rank +
                                                                                             1>{};
        else
            return error::none{};
    }

    template <class At, option Kind>
    static constexpr auto takes_no() {
        using given = typename option_or<Kind, void, Options...>::type;
        if constexpr (std::is_void_v<given>)
            return error::none{};
        else
            return typename At::template has_option<given>::but_takes_none_of_its_kind{};
    }
    template <class At, std::size_t Channels, std::size_t Outputs>
    static constexpr auto of_groups() {
        using wrong = typename At::template has_option<in_groups>;
        constexpr std::size_t count = in_groups::count;
        if constexpr (count == 0)
            return typename wrong::but_needs_at_least_one{};
        else if constexpr (Channels % count != 0)
            return typename wrong::template but_has_channels<Channels>{};
        else if constexpr (Outputs % count != 0)
            return typename wrong::template but_has_outputs<Outputs>{};
        else
            return error::none{};
    }

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
        else if constexpr (std::is_same_v<padded, padding_causal> && Rank != 1)
            return typename At::template has_option<padded>::but_needs_a_sequence_of_steps{};
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

#include <ctnn/config/epilogue.hpp>
