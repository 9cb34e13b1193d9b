#pragma once

#include <array>
#include <cstddef>
#include <ctnn/data/csv_format.hpp>
#include <ctnn/data/csv_problem.hpp>
#include <ctnn/data/csv_reader.hpp>
#include <ctnn/data/text_view.hpp>
#include <ctnn/detail/csv_row.hpp>
#include <utility>

// A compiler takes only so many steps for one constant, so a long text is read in stages, each a
// constant of its own.

namespace ctnn::detail {

inline constexpr csv_format default_csv_format{};

struct csv_stage {
    csv_place place{};
    std::size_t rows = 0;
};

// Where the stages begin. A plan has a fixed number of them, so that it too is within the limits,
// and goes on where the last plan ended.
struct csv_plan {
    static constexpr std::size_t size = 16;

    csv_rows_walk walk; // behind the rows of this plan
    std::array<csv_stage, size> stages{};
    std::size_t count = 0; // of stages
    std::size_t rows = 0;
};

constexpr csv_plan plan_csv(csv_rows_walk const& start) {
#if defined(__clang__)
    constexpr std::size_t cost_of_stage = 700'000; // of 1,048,576 steps
#else
    constexpr std::size_t cost_of_stage = 3'000'000; // g++ allows more, and is slower in pieces
#endif
    csv_plan plan{start};
    plan.walk.skip(0); // past blank rows
    while (plan.count != csv_plan::size && !plan.walk.at_end()) {
        csv_stage& stage = plan.stages[plan.count++];
        stage.place = plan.walk.place();
        stage.rows = plan.walk.skip(static_cast<std::size_t>(-1), cost_of_stage);
        plan.rows += stage.rows;
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

template <class Sample, std::size_t Rows>
struct csv_stage_result {
    std::array<Sample, Rows> samples{};
    csv_problem problem{};
};

template <auto const& Text, class Scalar, std::size_t Inputs, std::size_t Outputs,
          auto const& Format>
struct csv_stages {
    using reader = csv_reader<Scalar, Inputs, Outputs>;
    using sample = typename reader::sample;

    static constexpr std::size_t last_plan = last_csv_plan<Text, Format>();
    static constexpr std::size_t count =
        last_plan * csv_plan::size + csv_plan_at<Text, Format, last_plan>.count;
    using indices = std::make_index_sequence<count>;

    template <std::size_t Index>
    static constexpr csv_stage stage =
        csv_plan_at<Text, Format, Index / csv_plan::size>.stages[Index % csv_plan::size];

    template <std::size_t Index>
    static constexpr auto result = [] {
        csv_stage_result<sample, stage<Index>.rows> read;
        reader rows(Text, Format, stage<Index>.place);
        for (sample& one : read.samples)
            if (!rows.read(one))
                break;
        read.problem = rows.problem();
        return read;
    }();

    static constexpr std::size_t rows = []<std::size_t... Index>(std::index_sequence<Index...>) {
        std::size_t sum = 0;
        for (std::size_t const one : {std::size_t{0}, stage<Index>.rows...})
            sum += one;
        return sum;
    }
    (indices{});

    static constexpr csv_problem problem =
        []<std::size_t... Index>(std::index_sequence<Index...>)->csv_problem {
        if (rows == 0)
            return {csv_problem::kinds::text_has_no_rows};
        for (csv_problem const& one : {csv_problem{}, result<Index>.problem...})
            if (one.kind != csv_problem::kinds::none)
                return one;
        return {};
    }
    (indices{});

    static constexpr auto joined() {
        return []<std::size_t... Index>(std::index_sequence<Index...>) {
            std::array<sample, rows> joint{};
            sample const* const pieces[] = {nullptr, result<Index>.samples.data()...};
            std::size_t const sizes[] = {0, stage<Index>.rows...};
            sample* to = joint.data();
            for (std::size_t piece = 1; piece <= count; ++piece)
                for (std::size_t i = 0; i != sizes[piece]; ++i)
                    *to++ = pieces[piece][i];
            return joint;
        }
        (indices{});
    }
};

template <class Stages>
inline constexpr auto csv_joined = Stages::joined();

} // namespace ctnn::detail
