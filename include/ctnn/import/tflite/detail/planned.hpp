#pragma once

#include <cstddef>
#include <ctnn/import/detail/layers.hpp>
#include <ctnn/import/tflite/detail/plan.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/tensor/input.hpp>
#include <ctnn/text/text_view.hpp>
#include <utility>

namespace ctnn::tflite::detail {

// A file that is a constant, as constants and types.

constexpr std::size_t count_operators(text_view file) {
    flat_file bytes{file.data(), file.size()};
    std::size_t const count = model_view(bytes).operators.count;
    return bytes.broken || count > most_operators ? 0 : count;
}

template <auto const& File>
inline constexpr auto plan_of =
    read_plan<count_operators(File) + 1, 4 * count_operators(File) + 16>(text_view(File).data(),
                                                                         text_view(File).size());

template <auto const& File>
inline constexpr problem problem_of = plan_of<File>.found;

template <auto const& Plan, class Scalar,
          class Axes = std::make_index_sequence<Plan.input.extent_count>>
struct planned_network;

template <auto const& Plan, class Scalar, std::size_t... Axis>
struct planned_network<Plan, Scalar, std::index_sequence<Axis...>> {
    template <class... Layers>
    using of = ctnn::network<Scalar, input<Plan.input.extents[Axis]...>, Layers...>;
    using type = typename ctnn::detail::layers_as<of, Plan, 0, Plan.count>::type;
};

} // namespace ctnn::tflite::detail
