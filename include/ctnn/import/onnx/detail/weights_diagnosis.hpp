#pragma once

#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/import/detail/divisors.hpp>
#include <ctnn/import/detail/infinite_step.hpp>
#include <ctnn/import/onnx/detail/diagnosis.hpp>
#include <ctnn/import/onnx/detail/planned.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::error {

struct onnx_weights {
    struct are_in_another_file_so_make_it_the_second_argument {};
    struct are_all_in_the_first_file_so_leave_out_the_second {};
    template <std::size_t Bytes>
    struct need_another_file_of_bytes {
        template <std::size_t Got>
        struct but_get {};
    };
};

// Counted as the layers of the network, from 0.
template <std::size_t Index>
struct onnx_layer {
    struct has_weights_that_are_nan_or_infinite {};
    struct has_a_divisor_of_0_or_a_variance_below_0 {};
};

} // namespace ctnn::error

namespace ctnn::onnx::detail {

// How many bytes of another file the weights of a plan need.
template <std::size_t Steps>
constexpr std::size_t bytes_of_another_file(plan<Steps> const& from) {
    std::size_t most = 0;
    for (std::size_t i = 0; i < from.count; ++i)
        for (std::size_t b = 0; b < from.steps[i].block_count; ++b) {
            parameter_block const block =
                from.steps[i].blocks[b].of_part(from.steps[i].part_count - 1);
            if (block.in_another_file && block.end() > most)
                most = block.end();
        }
    return most;
}

// The first layer that divides by no number of the other file, or the number of layers. (What is in the first file, read_plan
// looks at.)
template <auto const& File, auto const&... DataFile>
constexpr std::size_t find_layer_of_no_number() {
    if constexpr (sizeof...(DataFile) == 0)
        return plan_of<File>.count;
    else
        return ctnn::detail::find_step_of_no_number((text_view(DataFile).data(), ...), true,
                                                    plan_of<File>.steps.data(),
                                                    plan_of<File>.count);
}

template <auto const& File, auto const&... DataFile>
constexpr auto diagnose_weights() {
    constexpr std::size_t needed = bytes_of_another_file(plan_of<File>);
    constexpr std::size_t got = (std::size_t{0} + ... + text_view(DataFile).size());
    if constexpr (needed > 0 && sizeof...(DataFile) == 0)
        return error::onnx_weights::are_in_another_file_so_make_it_the_second_argument{};
    else if constexpr (needed == 0 && sizeof...(DataFile) > 0)
        return error::onnx_weights::are_all_in_the_first_file_so_leave_out_the_second{};
    else if constexpr (needed > got)
        return typename error::onnx_weights::need_another_file_of_bytes<needed>::template but_get<
            got>{};
    else if constexpr (constexpr std::size_t layer =
                           ctnn::detail::find_infinite_step<plan_of<File>, File, DataFile...>();
                       layer < plan_of<File>.count)
        return typename error::onnx_layer<layer>::has_weights_that_are_nan_or_infinite{};
    else if constexpr (constexpr std::size_t divider = find_layer_of_no_number<File, DataFile...>();
                       divider < plan_of<File>.count)
        return typename error::onnx_layer<divider>::has_a_divisor_of_0_or_a_variance_below_0{};
    else
        return error::none{};
}

template <auto const& File, auto const&... DataFile>
using weights_diagnosis = decltype(diagnose_weights<File, DataFile...>());

} // namespace ctnn::onnx::detail
