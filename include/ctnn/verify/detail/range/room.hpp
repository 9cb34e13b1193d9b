#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/concept/curve.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/detail/curve_of.hpp>
#include <ctnn/detail/verdict.hpp>
#include <ctnn/number/detail/interval_end.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/placed/affine_map.hpp>
#include <ctnn/placed/is_activate.hpp>
#include <ctnn/placed/only_compares.hpp>
#include <ctnn/verify/activation_range.hpp>
#include <ctnn/verify/detail/linear/linear_stage.hpp>
#include <ctnn/verify/detail/range/layer_range.hpp>
#include <limits>

// How many steps a network in fixed point is from saturating, over intervals of its inputs: below 0
// where it may saturate, and if each interval is one number, only where it does.

CTNN_NAMESPACE(ctnn::verify::detail) {

inline constexpr std::int64_t much_room = (std::numeric_limits<std::int64_t>::max)();

template <class T>
constexpr bool is_one_number(interval<T> const& x) {
    return x.lower == x.upper;
}

// Before an activation and in it. What most compute never leaves the range of its argument and of -1
// to 1, which every format has; a constant of theirs that has no number saturates as it is converted.
template <class Activation>
struct activation_room {
    template <class X>
    static constexpr bool says_room = requires(X const& x) {
        Activation::fixed_point_room(x);
    };
    template <class T>
    static constexpr bool is_known =
        says_room<interval<T>> || ctnn::detail::curve_of<Activation, T>.keeps_range;

    template <class T>
    static constexpr std::int64_t of(interval<T> const& x) {
        if constexpr (says_room<interval<T>>)
            return Activation::fixed_point_room(x);
        else
            return much_room;
    }
};

// The differences to the largest.
template <>
struct activation_room<softmax> {
    template <class>
    static constexpr bool is_known = true;
    template <class T, std::size_t Size>
    static constexpr std::int64_t of(std::array<interval<T>, Size> const& x) {
        std::int64_t room = much_room;
        for (std::size_t i = 0; i < Size; ++i)
            for (std::size_t j = 0; j < Size; ++j) {
                std::int64_t const difference =
                    std::int64_t{x[i].lower.raw} - std::int64_t{x[j].upper.raw};
                if (i != j && difference - T::lowest().raw < room)
                    room = difference - T::lowest().raw;
            }
        return room;
    }
};

template <class Activation, class T, std::size_t Size>
constexpr std::int64_t room_in_activation(std::array<interval<T>, Size> const& v) {
    if constexpr (requires { activation_room<Activation>::of(v); }) {
        return activation_room<Activation>::of(v);
    } else {
        std::int64_t room = much_room;
        for (std::size_t j = 0; j < Size; ++j)
            room = number::detail::smaller(room, activation_room<Activation>::of(v[j]));
        return room;
    }
}

// The layers of which it is known where they saturate.
template <class Stage>
constexpr bool knows_overflow = placed::is_affine<Stage> || placed::only_compares<Stage> ||
                                placed::is_activate<typename Stage::descriptor>;

template <class Network, std::size_t Index = 0>
constexpr auto room_verdict() {
    if constexpr (Index == Network::depth) {
        return error::none{};
    } else {
        using stage = typename Network::template stage<Index>;
        if constexpr (knows_overflow<stage> &&
                      activation_room<typename stage::activation>::template is_known<
                          typename stage::scalar>)
            return room_verdict<Network, Index + 1>();
        else
            return typename error::layer<Index, typename stage::layer>::
                is_not_affine_or_has_an_activation_of_which_overflow_is_not_known{};
    }
}

// Of the layers from Index on.
template <class Network, std::size_t Index = 0, class T, std::size_t Size>
constexpr std::int64_t room_from(Network const& net, std::array<interval<T>, Size> const& x) {
    using stage = typename Network::template stage<Index>;
    using activation = typename stage::activation;
    auto const& p = net.template layer<Index>();
    std::int64_t room = much_room;
    std::array<interval<T>, stage::output_size> v{};
    if constexpr (placed::is_affine<stage>) {
        for (std::size_t j = 0; j < stage::output_size; ++j) {
            auto const sums = neuron_range<stage>(p, x, j);
            v[j] = sums.rounded();
            room = number::detail::smaller(room, sums.lower.room());
            room = number::detail::smaller(room, sums.upper.room());
        }
    } else {
        v = layer_range<stage>(p, x);
    }
    room = number::detail::smaller(room, room_in_activation<activation>(v));
    if constexpr (Index + 1 < Network::depth)
        room = number::detail::smaller(room,
                                       room_from<Network, Index + 1>(net, value_range<stage>(v)));
    return room;
}

} // CTNN_NAMESPACE(ctnn::verify::detail)
