#pragma once

#include <cstddef>
#include <ctnn/import/detail/json/file.hpp>
#include <ctnn/import/rtneural/detail/plan.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::rtneural::detail {

// A file that is a constant, as constants.

template <auto const& File>
using tokens_of = ctnn::detail::json_file<File>;

// A layer is an object, and a skip takes four steps more.
template <auto const& File>
inline constexpr std::size_t most_steps_of = [] {
    std::size_t most = 4;
    for (auto const& token : tokens_of<File>::tokens)
        most += token.kind == ctnn::detail::json_token::kinds::object;
    return most;
}();

template <auto const& File>
inline constexpr auto plan_of =
    read_plan<most_steps_of<File>>(json_reader(text_view(File), tokens_of<File>::tokens.data()));

template <auto const& File>
inline constexpr problem problem_of = plan_of<File>.found;

} // namespace ctnn::rtneural::detail
