#pragma once

#include <array>
#include <cstddef>
#include <ctnn/data/csv_format.hpp>
#include <ctnn/data/csv_problem.hpp>
#include <ctnn/data/csv_reader.hpp>
#include <ctnn/data/detail/csv_piece.hpp>
#include <ctnn/data/detail/csv_row.hpp>
#include <utility>

// A compiler takes only so many steps for one constant, so a long text is read in slices, each a
// constant of its own. A plan says where they begin, from the lengths of the rows alone. Where the
// numbers or names of a slice turn out to be costly, it is read in several pieces.

namespace ctnn::detail {

inline constexpr csv_format default_csv_format{};

struct csv_slice {
    csv_place place{};
    std::size_t rows = 0;
};

// A plan has a fixed number of slices, so that it too is within the limits, and goes on where the
// last plan ended.
struct csv_plan {
    static constexpr std::size_t size = 16;

    csv_rows_walk walk; // after the rows of this plan
    std::array<csv_slice, size> slices{};
    std::size_t count = 0; // of slices
};

constexpr csv_plan plan_csv(csv_rows_walk const& start) {
    csv_plan plan{start};
    plan.walk.skip(0); // past blank rows
    while (plan.count != csv_plan::size && !plan.walk.at_end()) {
        csv_slice& slice = plan.slices[plan.count++];
        slice.place = plan.walk.place();
        slice.rows = plan.walk.skip(static_cast<std::size_t>(-1), csv_slice_work);
    }
    return plan;
}

template <auto const& Text, auto const& Format, std::size_t Index>
inline constexpr csv_plan csv_plan_at = plan_csv(csv_plan_at<Text, Format, Index - 1>.walk);
template <auto const& Text, auto const& Format>
inline constexpr csv_plan csv_plan_at<Text, Format, 0> = plan_csv(csv_rows_walk(Text, Format));

// The number of the last plan.
template <auto const& Text, auto const& Format, std::size_t Index = 0>
constexpr std::size_t last_csv_plan() {
    if constexpr (csv_plan_at<Text, Format, Index>.walk.at_end())
        return Index;
    else
        return last_csv_plan<Text, Format, Index + 1>();
}

template <auto const& Text, class Scalar, std::size_t Inputs, std::size_t Outputs,
          auto const& Format>
struct csv_source {
    using reader = csv_reader<Scalar, Inputs, Outputs>;
    using sample = typename reader::sample;

    static constexpr csv_problem problem_before_the_data() {
        return reader::problem_before_the_data(Text, Format);
    }

    static constexpr std::size_t last_plan = last_csv_plan<Text, Format>();
    static constexpr std::size_t slices =
        last_plan * csv_plan::size + csv_plan_at<Text, Format, last_plan>.count;

    template <std::size_t Slice>
    static constexpr csv_slice slice =
        csv_plan_at<Text, Format, Slice / csv_plan::size>.slices[Slice % csv_plan::size];

    template <std::size_t Capacity>
    static constexpr auto read(csv_place const& from) {
        return read_csv_piece<reader, Capacity>(Text, Format, from);
    }
};

template <class Source, std::size_t Slice, std::size_t Piece>
inline constexpr auto
    csv_piece_at = Source::template read<csv_piece_at<Source, Slice, Piece - 1>.capacity -
                                         csv_piece_at<Source, Slice, Piece - 1>.rows>(
        csv_piece_at<Source, Slice, Piece - 1>.end);
template <class Source, std::size_t Slice>
inline constexpr auto csv_piece_at<Source, Slice, 0> =
    Source::template read<Source::template slice<Slice>.rows>(Source::template slice<Slice>.place);

// The number of the last piece of a slice.
template <class Source, std::size_t Slice, std::size_t Piece = 0>
constexpr std::size_t last_csv_piece() {
    if constexpr (csv_piece_at<Source, Slice, Piece>.is_last())
        return Piece;
    else
        return last_csv_piece<Source, Slice, Piece + 1>();
}

template <class Source, std::size_t Slice, std::size_t Piece>
constexpr csv_part<typename Source::sample> csv_part_of_piece() {
    constexpr auto& piece = csv_piece_at<Source, Slice, Piece>;
    return {piece.samples.data(), piece.rows, piece.problem};
}

// The samples of a slice in one array, copied only where there are several pieces.
template <class Source, std::size_t Slice, class Pieces>
inline constexpr auto csv_joined_pieces = 0;
template <class Source, std::size_t Slice, std::size_t... Piece>
inline constexpr auto csv_joined_pieces<Source, Slice, std::index_sequence<Piece...>> =
    join_csv<Source::template slice<Slice>.rows>(std::array{
        csv_part_of_piece<Source, Slice, Piece>()...});

template <class Source, std::size_t Slice>
constexpr auto const& csv_samples_of_slice() {
    constexpr std::size_t last = last_csv_piece<Source, Slice>();
    if constexpr (last == 0)
        return csv_piece_at<Source, Slice, 0>.samples;
    else
        return csv_joined_pieces<Source, Slice, std::make_index_sequence<last + 1>>;
}

template <class Source, std::size_t Slice>
constexpr csv_part<typename Source::sample> csv_part_of_slice() {
    constexpr auto& samples = csv_samples_of_slice<Source, Slice>();
    return {samples.data(), samples.size(),
            csv_piece_at<Source, Slice, last_csv_piece<Source, Slice>()>.problem};
}

template <class Source, class Slices = std::make_index_sequence<Source::slices>>
inline constexpr int csv_parts = 0;
template <class Source, std::size_t... Slice>
inline constexpr std::array<csv_part<typename Source::sample>, sizeof...(Slice)>
    csv_parts<Source, std::index_sequence<Slice...>>{csv_part_of_slice<Source, Slice>()...};

template <class Source>
inline constexpr csv_problem csv_problem_before_the_data = Source::problem_before_the_data();

template <class Source>
inline constexpr csv_problem csv_problem_in = []() -> csv_problem {
    // (Nothing else is instantiated where there is one.)
    if constexpr (csv_problem_before_the_data<Source>.kind != csv_problem::kinds::none) {
        return csv_problem_before_the_data<Source>;
    } else {
        if (Source::slices == 0)
            return {csv_problem::kinds::text_has_no_rows};
        for (auto const& part : csv_parts<Source>)
            if (part.problem.kind != csv_problem::kinds::none)
                return part.problem;
        return {};
    }
}();

template <class Source>
inline constexpr auto csv_joined_slices = [] {
    constexpr std::size_t rows = [] {
        std::size_t sum = 0;
        for (auto const& part : csv_parts<Source>)
            sum += part.rows;
        return sum;
    }();
    return join_csv<rows>(csv_parts<Source>);
}();

// All samples in one array, copied only where there are several slices.
template <class Source>
constexpr auto const& csv_samples() {
    if constexpr (Source::slices == 1)
        return csv_samples_of_slice<Source, 0>();
    else
        return csv_joined_slices<Source>;
}

} // namespace ctnn::detail
