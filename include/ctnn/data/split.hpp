#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/random/permutation.hpp>

namespace ctnn {
namespace error {

template <std::size_t Training>
struct split_takes {
    template <std::size_t Size>
    struct of_an_array_of {};
};
template <class Range>
struct split_of_type {
    struct has_no_size_that_is_a_constant_so_shuffle_it_and_take_spans {};
};

} // namespace error

namespace detail {

template <std::size_t Training, class Range>
struct split_diagnosis {
    using type = typename error::split_of_type<
        Range>::has_no_size_that_is_a_constant_so_shuffle_it_and_take_spans;
};
template <std::size_t Training, class T, std::size_t Size>
    requires(Training > Size)
struct split_diagnosis<Training, std::array<T, Size>> {
    using type = typename error::split_takes<Training>::template of_an_array_of<Size>;
};

template <class T, std::size_t Training, std::size_t Test>
struct split_parts {
    std::array<T, Training> training{};
    std::array<T, Test> test{};
};

} // namespace detail

/// Samples shuffled and parted in two: `split<120>(flowers, seed)` has 120 of them in `.training`,
/// the others in `.test`. Together they are in the order of `shuffle`.
///
/// Shape:    an array of samples, or of anything, and a seed to two arrays, `training` and `test`.
/// Cost:     a copy of the array; for each element that of `random::permutation`.
/// Errors:   more than there are does not compile, and the message has both numbers.
/// Example:  docs/examples/iris.cpp
template <std::size_t Training, class T, std::size_t Size>
    requires(Training <= Size)
constexpr auto split(std::array<T, Size> const& samples, std::uint64_t seed) {
    random::permutation const order(Size, seed, 0);
    detail::split_parts<T, Training, Size - Training> parts;
    T const* const from = samples.data();
    T* to = parts.training.data();
    for (std::size_t i = 0; i != Training; ++i)
        to[i] = from[order(i)];
    to = parts.test.data();
    for (std::size_t i = Training; i != Size; ++i)
        to[i - Training] = from[order(i)];
    return parts;
}

template <std::size_t Training, class Range,
          class Diagnosis = typename detail::split_diagnosis<Training, Range>::type>
    requires requires(Range const& samples) {
        std::data(samples) + std::size(samples);
    }
void split(Range const&, std::uint64_t) = delete;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
