#pragma once

#include <array>
#include <cstddef>
#include <ctnn/export/onnx/detail/written_layer.hpp>
#include <ctnn/tensor/detail/for_each_index.hpp>
#include <type_traits>

namespace ctnn::onnx::detail {

template <class Network>
constexpr void write_layers(graph_writer& to, Network const& net);

// Branches that begin at one value, and the node that joins them.
template <class Stage>
constexpr auto write_branches(graph_writer& to, typename Stage::parameters const& p) {
    using bound = typename Stage::bound;
    written_value const input = to.value;
    std::array<written_value, bound::branch_count> ends{};
    ctnn::detail::for_each_index<bound::branch_count>(
        [&]<std::size_t K>(std::integral_constant<std::size_t, K>) {
            to.value = input;
            write_layers(to, bound::template part<K>(p));
            if (K > 0 || to.value.form == forms::flat)
                to.become(K > 0 ? ends[0].form : forms::as_network);
            ends[K] = to.value;
        });
    return ends;
}

// Add and Mul take two values each.
struct written_product : written_in_any_form {
    template <class Stage>
    static constexpr void write_in_pairs(graph_writer& to, typename Stage::parameters const& p,
                                         text_view operator_name) {
        auto const ends = write_branches<Stage>(to, p);
        to.value = ends[0];
        for (std::size_t k = 1; k < ends.size(); ++k)
            to.node(operator_name, {to.value.name, ends[k].name});
    }
};
template <>
struct written_layer<imported_layers::added> : written_product {
    template <class Stage>
    static constexpr void write(graph_writer& to, typename Stage::parameters const& p) {
        write_in_pairs<Stage>(to, p, "Add");
    }
};
template <>
struct written_layer<imported_layers::multiplied> : written_product {
    template <class Stage>
    static constexpr void write(graph_writer& to, typename Stage::parameters const& p) {
        write_in_pairs<Stage>(to, p, "Mul");
    }
};

// Side by side, along the channels.
template <>
struct written_layer<imported_layers::concatenated> : written_in_any_form {
    template <class Stage>
    static constexpr void write(graph_writer& to, typename Stage::parameters const& p) {
        auto const ends = write_branches<Stage>(to, p);
        label names[Stage::bound::branch_count];
        for (std::size_t k = 0; k < ends.size(); ++k)
            names[k] = ends[k].name;
        to.value = ends[0];
        to.node("Concat", names, {written_attribute::of("axis", to.value.channels_dimension())});
    }
};

} // namespace ctnn::onnx::detail
