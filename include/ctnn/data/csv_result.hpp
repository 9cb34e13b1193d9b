#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/data/csv_problem.hpp>

namespace ctnn {

/// What `csv` gives: the samples that it read, themselves a range that `train` and `accuracy` take.
///
/// Shape:    samples: an array of Rows samples, `size()` of which were read.
/// Gradient: none.
/// Cost:     the array and a few words.
/// Errors:   `ok()` says whether all of the text was read; if not, `problem()` says what is wrong
///           and where, and the samples are those of the rows before.
/// Source:   this library.
/// Example:  tests/data/csv.cpp
template <class Sample, std::size_t Rows>
struct csv_result {
    std::array<Sample, Rows> samples{};
    std::size_t count = 0;
    csv_problem stopped_by{};

    constexpr bool ok() const { return stopped_by.kind == csv_problem::kinds::none; }
    constexpr csv_problem const& problem() const { return stopped_by; }

    constexpr std::size_t size() const { return count; }
    constexpr Sample const* data() const { return samples.data(); }
    constexpr Sample const* begin() const { return samples.data(); }
    constexpr Sample const* end() const { return samples.data() + count; }
    constexpr Sample const& operator[](std::size_t row) const { return samples[row]; }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
