#pragma once

#include <array>
#include <ctnn/data/detail/samples_range.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/network/detail/call_diagnosis.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::detail {

template <class Network, class Samples>
constexpr auto samples_diagnosis() {
    if constexpr (!concepts::network<Network>) {
        return typename error::first_argument_of_type<Network>::is_not_a_network{};
    } else if constexpr (!contiguous_samples<Samples>) {
        return typename error::samples_of_type<Samples>::are_not_a_contiguous_range_of_sample{};
    } else {
        using sample = std::remove_cvref_t<decltype(*std::data(std::declval<Samples const&>()))>;
        using input = decltype(input_diagnosis<Network, decltype(sample::input)>());
        if constexpr (!fits<input>)
            return input{};
        else
            return target_diagnosis<Network, decltype(sample::target)>();
    }
}

} // namespace ctnn::detail
