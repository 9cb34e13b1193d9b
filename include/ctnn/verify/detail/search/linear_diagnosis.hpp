#pragma once

#include <array>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/number/detail/interval_end.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/box.hpp>
#include <utility>

// Which networks have linear bounds: those of float and double, whatever their layers (linear_stage.hpp).

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// What is wrong with a network and a box of inputs, where linear bounds are wanted.
template <class Network, class Input>
constexpr auto linear_diagnosis() {
    using bounds = decltype(bounds_diagnosis<Network, Input>());
    if constexpr (!ctnn::detail::is_none<bounds>)
        return bounds{};
    else if constexpr (!number::detail::floats<typename Network::scalar>)
        return typename error::linear_bounds_of_scalar<
            typename Network::scalar>::but_need_float_or_double{};
    else
        return error::none{};
}

// The same where a verdict is wanted, which of other scalars needs no linear bounds.
template <class Network, class Input>
constexpr auto proof_diagnosis() {
    if constexpr (!ctnn::detail::is_none<decltype(bounds_diagnosis<Network, Input>())>)
        return bounds_diagnosis<Network, Input>();
    else if constexpr (number::detail::floats<typename Network::scalar>)
        return linear_diagnosis<Network, Input>();
    else
        return error::none{};
}

template <class Network, class T, std::size_t Size>
auto box_diagnosis_of(box<T, Size> const&)
    -> decltype(proof_diagnosis<Network, std::array<T, Size>>());

template <class Network, class Box>
constexpr auto diagnosis_of_box() {
    if constexpr (!ctnn::detail::is_none<decltype(subject_diagnosis<Network>())>)
        return subject_diagnosis<Network>();
    else if constexpr (requires(Box const& box) { box_diagnosis_of<Network>(box); })
        return decltype(box_diagnosis_of<Network>(std::declval<Box const&>())){};
    else
        return typename error::box_of_type<Box>::is_not_a_box_of_inputs{};
}
template <class Network, class Box>
using box_diagnosis = decltype(diagnosis_of_box<Network, Box>());

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
