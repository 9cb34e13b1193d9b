#pragma once

#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/export/onnx/detail/layers.hpp>
#include <ctnn/export/onnx/detail/written_layer.hpp>
#include <ctnn/import/detail/is_same_network.hpp>
#include <type_traits>

namespace ctnn::onnx::detail {

template <class Stage>
constexpr bool can_be_written() {
    using described = described_stage<Stage>;
    if constexpr (Stage::input_shape::rank > written_value::most_axes ||
                  Stage::output_shape::rank > written_value::most_axes)
        return false;
    else if constexpr (is_only_a_shape<Stage> ||
                       ctnn::detail::is_row_of_layers<typename Stage::layer>)
        return true;
    else if constexpr (!layer_writer<Stage>::template is_written<Stage>)
        return false;
    else
        return ctnn::detail::described_activation<typename described::activation>::is_known;
}

// The first layer of a network, or of a branch, that ONNX does not have.
template <class Network, std::size_t Index = 0>
constexpr auto diagnose_layers();

template <class Network, std::size_t Index, std::size_t K = 0>
constexpr auto diagnose_branches() {
    using stage = typename Network::template stage<Index>;
    if constexpr (K == stage::bound::branch_count) {
        return error::none{};
    } else {
        using found = decltype(diagnose_layers<typename stage::bound::template branch<K>>());
        if constexpr (std::is_same_v<found, error::none>)
            return diagnose_branches<Network, Index, K + 1>();
        else
            return
                typename error::layer<Index,
                                      typename stage::layer>::template has_layers_of_which<found>{};
    }
}

template <class Network, std::size_t Index>
constexpr auto diagnose_layers() {
    if constexpr (Index == Network::depth) {
        return error::none{};
    } else {
        using stage = typename Network::template stage<Index>;
        using layer = typename stage::layer;
        if constexpr (requires { typename stage::bound::state; }) {
            return typename error::layer<
                Index, layer>::keeps_a_state_so_write_the_network_of_sequences_instead{};
        } else if constexpr (!can_be_written<stage>()) {
            return typename error::layer<Index, layer>::cannot_be_written_as_onnx{};
        } else if constexpr (is_made_of_layers<stage>) {
            using found = decltype(diagnose_branches<Network, Index>());
            if constexpr (std::is_same_v<found, error::none>)
                return diagnose_layers<Network, Index + 1>();
            else
                return found{};
        } else {
            return diagnose_layers<Network, Index + 1>();
        }
    }
}

template <class Network>
constexpr auto diagnose_writing() {
    using scalar = typename Network::scalar;
    if constexpr (!std::is_same_v<scalar, float> && !std::is_same_v<scalar, double>)
        return typename error::network_of<
            scalar>::cannot_be_written_as_onnx_so_convert_it_to_float_or_double{};
    else
        return diagnose_layers<Network>();
}
template <class Network>
using writing_diagnosis = decltype(diagnose_writing<Network>());

} // namespace ctnn::onnx::detail
