#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/parameters/detail/needed_layers.hpp>
#include <ctnn/import/parameters/detail/parameter_options.hpp>
#include <ctnn/import/parameters/detail/placed_tensors.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// Where a constant file has the parameters of a network.
template <std::size_t Layers>
struct parameter_plan {
    std::array<imported_step, Layers> steps{};
    std::size_t count = Layers;
    parameter_file_problem found{};
};

template <auto const& File, class Options>
inline constexpr std::size_t tensor_count_of = [] {
    tensor_list counted;
    Options::read(text_view(File), counted);
    return counted.found == parameter_file_problem::kinds::none ? counted.count : 0;
}();

template <class Network, auto const& File, class Options>
inline constexpr auto parameter_plan_of = [] {
    constexpr std::size_t count = layer_needs_of<Network>.count;
    parameter_plan<count> plan;
    std::array<stored_tensor, tensor_count_of<File, Options> + 1> tensors{};
    tensor_list list{tensors.data(), tensors.size()};
    Options::read(text_view(File), list);
    placed_tensors placed(list, Options::given_names(), Options::takes_16_bits);
    for (std::size_t i = 0; i < count && !placed.found; ++i)
        placed.next(needed_layers<Network>[i], plan.steps[i]);
    placed.are_all_used();
    plan.found = placed.found;
    return plan;
}();

} // namespace ctnn::detail
