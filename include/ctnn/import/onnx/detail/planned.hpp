#pragma once

#include <cstddef>
#include <ctnn/import/detail/layers.hpp>
#include <ctnn/import/onnx/detail/plan.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/tensor/input.hpp>
#include <ctnn/text/text_view.hpp>
#include <utility>

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

template <auto const& Plan, class Scalar,
          class Axes = std::make_index_sequence<Plan.input.axis_count>>
struct planned_network;

template <auto const& Plan, class Scalar, std::size_t... Axis>
struct planned_network<Plan, Scalar, std::index_sequence<Axis...>> {
    template <class... Layers>
    using of = ctnn::network<Scalar, input<Plan.input.axes[Axis].extent...>, Layers...>;
    using type = typename ctnn::detail::layers_as<of, Plan, 0, Plan.count>::type;
};

} // namespace ctnn::onnx::detail
