#pragma once

#include <array>
#include <cstddef>
#include <ctnn/data/csv_format.hpp>
#include <ctnn/data/csv_problem.hpp>
#include <ctnn/data/detail/csv_row.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// How much one constant may cost, in steps of clang; g++ counts otherwise.
#if defined(__clang__)
inline constexpr std::size_t csv_slice_work = 600'000; // of 1,048,576
#else
inline constexpr std::size_t csv_slice_work =
    5'000'000; // up to 24 million of 33,554,432 operations
#endif

// What one constant has of at most Capacity samples: all, unless reading them was too costly or there is a problem.
template <class Sample, std::size_t Capacity>
struct csv_piece {
    std::array<Sample, Capacity> samples{};
    std::size_t rows = 0;
    csv_place end{}; // after them
    csv_problem problem{};

    static constexpr std::size_t capacity = Capacity;
    constexpr bool is_last() const {
        return rows == Capacity || rows == 0 || problem.kind != csv_problem::kinds::none;
    }
};

template <class Reader, std::size_t Capacity>
constexpr auto read_csv_piece(text_view const& text, csv_format const& format,
                              csv_place const& from) {
    csv_piece<typename Reader::sample, Capacity> piece;
    Reader reader(text, format, from);
    char const* const begin = reader.place();
    for (auto& one : piece.samples) {
        auto const bytes = static_cast<std::size_t>(reader.place() - begin);
        if (reader.work() + bytes * csv_rows_walk::cost_of_byte > csv_slice_work ||
            !reader.read(one))
            break;
        ++piece.rows;
    }
    piece.end = {static_cast<std::size_t>(reader.place() - text.begin()), reader.row()};
    piece.problem = reader.problem();
    return piece;
}

// Samples that some constant has, and the problem that ended their reading, if there is one.
template <class Sample>
struct csv_part {
    Sample const* samples = nullptr;
    std::size_t rows = 0;
    csv_problem problem{};
};

template <std::size_t Rows, class Sample, std::size_t Count>
constexpr std::array<Sample, Rows> join_csv(std::array<csv_part<Sample>, Count> const& parts) {
    std::array<Sample, Rows> joint{};
    Sample* to = joint.data();
    for (csv_part<Sample> const& part : parts)
        for (std::size_t i = 0; i != part.rows; ++i)
            *to++ = part.samples[i];
    return joint;
}

} // namespace ctnn::detail
