#pragma once

#include <array>
#include <cstddef>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/placed/detail/all_finite.hpp>
#include <ctnn/training/training_problem.hpp>
#include <type_traits>

// What is wrong with the numbers of the samples.

namespace ctnn::detail {

// Whether samples are nothing but numbers of one type, one after the other.
template <class Sample>
constexpr bool is_row_of_numbers = [] {
    using input = typename decltype(Sample::input)::value_type;
    using target = typename decltype(Sample::target)::value_type;
    constexpr std::size_t numbers = sizeof(Sample::input) + sizeof(Sample::target);
    return kernel::vectorizable<input> && std::is_same_v<input, target> &&
           sizeof(Sample) == numbers;
}();

template <class Samples>
constexpr training_problem samples_problem(Samples const& samples) {
    using kinds = training_problem::kinds;
    using sample = std::remove_cvref_t<decltype(*std::data(samples))>;
    // All at once first, which is several times faster where they are small.
    if constexpr (is_row_of_numbers<sample>)
        if (!std::is_constant_evaluated()) {
            using scalar = typename decltype(sample::input)::value_type;
            if (all_finite_vectors<scalar>(std::data(samples),
                                           std::size(samples) * (sizeof(sample) / sizeof(scalar))))
                return {};
        }
    for (std::size_t i = 0; i < std::size(samples); ++i)
        if (auto const& one = std::data(samples)[i];
            !all_finite(one.input) || !all_finite(one.target))
            return {kinds::sample_is_not_finite, 0, i};
    return {};
}

} // namespace ctnn::detail
