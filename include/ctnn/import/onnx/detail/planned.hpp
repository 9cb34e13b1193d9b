#pragma once

#include <ctnn/import/onnx/detail/plan.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::onnx::detail {

// A file that is a constant, as constants and types.

template <auto const& File>
inline constexpr contents contents_of = read_contents(text_view(File).data(),
                                                      text_view(File).size());

template <auto const& File>
inline constexpr auto
    plan_of = read_plan<contents_of<File>.tensor_count + contents_of<File>.node_count + 1,
                        contents_of<File>.node_count + 1, 4 * contents_of<File>.node_count + 16>(
        text_view(File).data(), text_view(File).size());

template <auto const& File>
inline constexpr problem problem_of = plan_of<File>.found;

} // namespace ctnn::onnx::detail
