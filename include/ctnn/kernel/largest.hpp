#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

template <std::size_t Size, class Scalar>
[[gnu::always_inline]] constexpr Scalar largest(Scalar const* x);

namespace detail {

// The halves of a vector against each other, until there is one lane.
template <class Vector>
[[gnu::always_inline]] inline lane<Vector> largest_lane(Vector const& v) {
    constexpr std::size_t lanes = sizeof(Vector) / sizeof(lane<Vector>);
    if constexpr (sizeof(Vector) > 16) {
        auto const low = part<0, lanes / 2>(v);
        auto const high = part<lanes / 2, lanes / 2>(v);
        return largest_lane(high > low ? high : low);
    } else if constexpr (lanes == 4) {
        Vector const swapped = part<2, 4>(v);
        Vector const most = swapped > v ? swapped : v;
        return most[1] > most[0] ? most[1] : most[0];
    } else {
        return v[1] > v[0] ? v[1] : v[0];
    }
}

// The order is free: a maximum is not rounded.
template <std::size_t Size, class Scalar>
[[gnu::always_inline]] inline Scalar largest_of_vectors(Scalar const* x) {
    constexpr std::size_t lanes = lanes_for<Scalar, Size>;
    constexpr std::size_t rest = Size % lanes;
    auto most = load<lanes>(x);
    auto const look = [&most](auto const& v) __attribute__((always_inline)) {
        most = v > most ? v : most;
    };
    for (std::size_t i = lanes; i < Size - rest; i += lanes)
        look(load<lanes>(x + i));
    Scalar const first = largest_lane(most);
    if constexpr (rest > 0) {
        // (Not the last vector, which would wait for what was written in two pieces.)
        Scalar const last = largest<rest>(x + (Size - rest));
        return last > first ? last : first;
    } else {
        return first;
    }
}

} // namespace detail

// The largest of the first Size lanes, which are more than a half of all.
template <std::size_t Size, class Vector>
[[gnu::always_inline]] inline lane<Vector> largest_of_lanes(Vector const& v) {
    constexpr std::size_t lanes = sizeof(Vector) / sizeof(lane<Vector>);
    if constexpr (Size == 2) {
        return v[0] > v[1] ? v[0] : v[1];
    } else if constexpr (Size == 3) {
        auto const most = v[0] > v[1] ? v[0] : v[1];
        return most > v[2] ? most : v[2];
    } else {
        // What is after the Size lanes is beside lanes that are looked at once more.
        auto const wrapped =
            [&v]<std::size_t... K>(std::index_sequence<K...>) __attribute__((always_inline)) {
            return pick(v, v, std::index_sequence<(K < Size ? K : K - lanes / 2)...>{});
        }
        (std::make_index_sequence<lanes>{});
        return detail::largest_lane(wrapped);
    }
}

// The largest of Size numbers. Where one is a NaN, any of them.
template <std::size_t Size, class Scalar>
[[gnu::always_inline]] constexpr Scalar largest(Scalar const* x) {
    if constexpr (vectorizable<Scalar> && Size >= narrowest<Scalar>)
        if (!std::is_constant_evaluated())
            return detail::largest_of_vectors<Size>(x);
    // A few are read in one go, as what computes them writes them.
    if constexpr (vectorizable<Scalar> && Size > 1 && Size < narrowest<Scalar>)
        if (!std::is_constant_evaluated())
            return largest_of_lanes<Size>(load_values<narrowest<Scalar>, Size>(x));
    Scalar most = x[0];
    if constexpr (chooses_by_mask<Scalar>)
        if (!std::is_constant_evaluated()) {
            for (std::size_t i = 1; i < Size; ++i)
                most = choose(x[i] > most, x[i], most);
            return most;
        }
    for (std::size_t i = 1; i < Size; ++i)
        if constexpr (requires { larger(x[i], most); })
            most = larger(x[i], most);
        else
            most = x[i] > most ? x[i] : most;
    return most;
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
