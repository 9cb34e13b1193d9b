#pragma once

#include <concepts>
#include <cstddef>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/kernel/wide.hpp>
#include <utility>

// The rule of an optimizer that takes only numbers, applied to each lane alone.

namespace ctnn::detail {

template <std::size_t Lanes, class Values, class Scalar>
[[gnu::always_inline]] constexpr void take_numbers(Values const& from, Scalar* to) {
    if constexpr (std::same_as<Values, kernel::wide<Scalar, Lanes>>)
        kernel::unpack<Scalar, Lanes, Lanes>(from, to);
    else
        for (std::size_t i = 0; i < Lanes; ++i)
            to[i] = from[i];
}
template <class Values, class Scalar, std::size_t... Lane>
[[gnu::always_inline]] constexpr void join_numbers(Scalar const* from, Values& to,
                                                   std::index_sequence<Lane...>) {
    to = Values{from[Lane]...};
}

template <class Rule, class Values, class... Memory>
constexpr void number_by_number(Rule const& rule, Values& parameter, Values const& derivative,
                                Memory&... memory) {
    using scalar = kernel::lane<Values>;
    constexpr std::size_t lanes = sizeof(Values) / sizeof(scalar);
    scalar parameters[lanes]{}, derivatives[lanes]{}, remembered[sizeof...(Memory) + 1][lanes]{};
    take_numbers<lanes>(parameter, +parameters);
    take_numbers<lanes>(derivative, +derivatives);
    [&]<std::size_t... Index>(std::index_sequence<Index...>) __attribute__((always_inline)) {
        (take_numbers<lanes>(memory, +remembered[Index]), ...);
        for (std::size_t i = 0; i < lanes; ++i)
            rule(parameters[i], derivatives[i], remembered[Index][i]...);
        constexpr std::make_index_sequence<lanes> all{};
        join_numbers(+parameters, parameter, all);
        (join_numbers(+remembered[Index], memory, all), ...);
    }
    (std::make_index_sequence<sizeof...(Memory)>{});
}

} // namespace ctnn::detail
