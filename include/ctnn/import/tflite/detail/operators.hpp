#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/import/detail/layer_set.hpp>
#include <ctnn/import/tflite/detail/operators/activations.hpp>
#include <ctnn/import/tflite/detail/operators/arithmetic.hpp>
#include <ctnn/import/tflite/detail/operators/fully_connected.hpp>
#include <ctnn/import/tflite/detail/operators/shapes.hpp>
#include <ctnn/import/tflite/detail/operators/windows.hpp>
#include <ctnn/import/tflite/detail/reader.hpp>
#include <ctnn/import/tflite/detail/schema.hpp>

namespace ctnn::tflite::detail {

using layers = imported_layers;
using activations = imported_activations;
using codes = operator_codes;
using ctnn::detail::set_of;
using ctnn::detail::set_of_all;

// An operator, and the layers and activations that it can give: a network without them does not have it.
struct operator_reader {
    vocabulary::word word;
    std::uint64_t gives;
};

// All operators. A new one is a function in a file of operators/ and a line here.
inline constexpr std::array all_operators{
    operator_reader{{codes::add, read_add}, set_of(layers::batch_norm)},
    operator_reader{{codes::average_pool_2d, read_average_pool_2d}, set_of(layers::average_pool)},
    operator_reader{{codes::conv_2d, read_conv_2d}, set_of(layers::conv1d, layers::conv2d)},
    operator_reader{{codes::depthwise_conv_2d, read_depthwise_conv_2d},
                    set_of(layers::conv2d, layers::depthwise_conv2d)},
    operator_reader{{codes::elu, read_elu}, set_of(activations::elu)},
    operator_reader{{codes::expand_dims, read_reshape}, set_of_all},
    operator_reader{{codes::fully_connected, read_fully_connected},
                    set_of(layers::dense, layers::dense_over_time)},
    operator_reader{{codes::gelu, read_gelu}, set_of(activations::gelu)},
    operator_reader{{codes::hard_swish, read_hard_swish}, set_of(activations::hard_swish)},
    operator_reader{{codes::leaky_relu, read_leaky_relu}, set_of(activations::leaky_relu)},
    operator_reader{{codes::log_softmax, read_log_softmax}, set_of(activations::log_softmax)},
    operator_reader{{codes::logistic, read_logistic}, set_of(activations::sigmoid)},
    operator_reader{{codes::max_pool_2d, read_max_pool_2d}, set_of(layers::max_pool)},
    operator_reader{{codes::mean, read_mean}, set_of(layers::global_average_pool)},
    operator_reader{{codes::mul, read_mul}, set_of(layers::batch_norm)},
    operator_reader{{codes::pad, read_pad}, set_of(layers::zero_padding)},
    operator_reader{{codes::prelu, read_prelu}, set_of(layers::prelu)},
    operator_reader{{codes::reduce_max, read_reduce_max}, set_of(layers::global_max_pool)},
    operator_reader{{codes::relu, read_relu}, set_of(activations::relu)},
    operator_reader{{codes::relu6, read_relu6}, set_of(activations::relu6)},
    operator_reader{{codes::relu_n1_to_1, read_relu_n1_to_1}, set_of(activations::hard_tanh)},
    operator_reader{{codes::reshape, read_reshape}, set_of_all},
    operator_reader{{codes::softmax, read_softmax}, set_of(activations::softmax)},
    operator_reader{{codes::squeeze, read_reshape}, set_of_all},
    operator_reader{{codes::sub, read_sub}, set_of(layers::batch_norm)},
    operator_reader{{codes::tanh, read_tanh}, set_of(activations::tanh)},
};

template <std::uint64_t Network>
inline constexpr auto operators_of = [] {
    constexpr auto is_needed = [](operator_reader const& one) {
        return (one.gives & Network) != 0;
    };
    constexpr std::size_t count = [is_needed] {
        std::size_t needed = 0;
        for (operator_reader const& one : all_operators)
            needed += is_needed(one);
        return needed;
    }();
    std::array<vocabulary::word, count> made{};
    std::size_t i = 0;
    for (operator_reader const& one : all_operators)
        if (is_needed(one))
            made[i++] = one.word;
    return made;
}();

constexpr bool read_operator(reader& r) {
    if (r.current().output_count != 1)
        return r.refuse(r.operators.otherwise);
    for (std::size_t i = 0; i < r.operators.count; ++i)
        if (r.is_operator(r.node_index, r.operators.words[i].code))
            return r.operators.words[i].read(r);
    return r.refuse(r.operators.otherwise);
}

} // namespace ctnn::tflite::detail
