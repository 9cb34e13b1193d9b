#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/data/csv_problem.hpp>

namespace ctnn {

/// The samples that `csv` read: a contiguous range of them, which `train`, `accuracy` and `standardization` take.
///
/// Shape:    a range of `size()` samples, in memory with room for Rows of them.
/// Cost:     an array of Rows samples and a few words.
/// Errors:   `ok()` says whether all of the text was read; if not, `problem()` says what is wrong
///           and where, and the samples are those of the rows before.
/// Example:  tests/data/csv.cpp
template <class Sample, std::size_t Rows>
class csv_result {
public:
    // Reads until there are no more rows, or no more room.
    template <class Reader>
    explicit constexpr csv_result(Reader reader) {
        for (auto& one : room_) {
            if (!reader.read(one))
                break;
            ++size_;
        }
        if (Sample extra{}; size_ == Rows && reader.read(extra))
            problem_ = {csv_problem::kinds::rows_do_not_fit_the_array, reader.row() - 1, 1, {}};
        else
            problem_ = reader.problem();
        if (ok() && size_ == 0)
            problem_.kind = csv_problem::kinds::text_has_no_rows;
    }

    constexpr bool ok() const { return problem_.kind == csv_problem::kinds::none; }
    constexpr csv_problem const& problem() const { return problem_; }

    constexpr std::size_t size() const { return size_; }
    constexpr bool empty() const { return size_ == 0; }
    constexpr Sample* data() { return room_.data(); }
    constexpr Sample const* data() const { return room_.data(); }
    constexpr Sample* begin() { return data(); }
    constexpr Sample const* begin() const { return data(); }
    constexpr Sample* end() { return data() + size_; }
    constexpr Sample const* end() const { return data() + size_; }
    constexpr Sample& operator[](std::size_t row) { return data()[row]; }
    constexpr Sample const& operator[](std::size_t row) const { return data()[row]; }

private:
    std::array<Sample, Rows> room_{}; // of which the first size_ were read
    std::size_t size_ = 0;
    csv_problem problem_{};
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
