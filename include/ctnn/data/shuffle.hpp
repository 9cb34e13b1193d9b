#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/data/detail/samples_range.hpp>
#include <ctnn/random/permutation.hpp>

namespace ctnn {
namespace error {

template <class Range>
struct shuffle_of_type {
    struct needs_what_copies_its_elements_as_an_array_or_a_vector_does {};
};

} // namespace error

/// The same elements in a pseudo-random order, which the seed decides and every platform shares.
///
/// Shape:    what owns samples, or anything else (`std::array`, `std::vector`, the result of `csv`), and a seed to a
///           copy of it.
/// Cost:     a copy of the elements; for each element that of `random::permutation`.
/// Example:  tests/data/shuffle.cpp
template <detail::owns_its_elements Range>
constexpr Range shuffle(Range const& elements, std::uint64_t seed) {
    std::size_t const size = std::size(elements);
    random::permutation const order(size, seed, 0);
    Range shuffled = elements;
    auto const* const from = std::data(elements);
    auto* const to = std::data(shuffled);
    for (std::size_t i = 0; i != size; ++i)
        to[i] = from[order(i)];
    return shuffled;
}

template <class Range, class Diagnosis = typename error::shuffle_of_type<
                           Range>::needs_what_copies_its_elements_as_an_array_or_a_vector_does>
    requires(!detail::owns_its_elements<Range>)
void shuffle(Range const&, std::uint64_t) = delete;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
