#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/import/detail/layers.hpp>
#include <ctnn/import/detail/made_layer.hpp>
#include <ctnn/import/detail/window_sizes.hpp>
#include <ctnn/import/parameters/detail/needed_layer.hpp>
#include <ctnn/import/parameters/detail/number_order.hpp>
#include <ctnn/placed/is_activate.hpp>
#include <ctnn/tensor/detail/for_each_index.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <type_traits>

namespace ctnn::detail {

enum class unread_layers : unsigned char { none, of_another_kind, of_unknown_order };

// What a network needs of a file, for each layer with parameters, those within layers included. Without a table it only
// counts.
struct layer_needs {
    needed_layer* layers = nullptr;
    std::size_t count = 0;
    std::size_t names = 0; // those that a file names
    unread_layers unread = unread_layers::none;
    std::size_t unread_index = 0;

    constexpr void add(needed_layer const& one) {
        if (layers != nullptr)
            layers[count] = one;
        ++count;
        names += !one.is_backward;
    }
    constexpr void refuse(unread_layers why, std::size_t index) {
        if (unread == unread_layers::none) {
            unread = why;
            unread_index = index;
        }
    }
};

template <imported_layers... Layers>
constexpr bool is_one_of(imported_layers layer) {
    return ((layer == Layers) || ...);
}
constexpr bool has_windows(imported_layers layer) {
    using enum imported_layers;
    return is_one_of<conv1d, conv2d, depthwise_conv2d, max_pool, average_pool, zero_padding>(layer);
}

template <class Stage>
constexpr void add_leaf(layer_needs& to, std::size_t index, number_order const& order) {
    using input_shape = typename Stage::input_shape;
    using output_shape = typename Stage::output_shape;
    using enum imported_layers;
    constexpr imported_signature from = described_layer<typename Stage::layer>::signature;
    constexpr std::size_t channels = input_shape::extents[input_shape::rank - 1];
    needed_layer made;
    made.layer = from.layer;
    made.index = index;
    made.inputs = channels;
    made.outputs = output_shape::extents[output_shape::rank - 1];
    bool takes_a_row = false;
    if constexpr (from.layer == dense) {
        made.inputs = input_shape::size;
        takes_a_row = true;
    } else if constexpr (from.layer == dense_over_time) {
        made.layer = dense;
        made.axes[0] = {channels, 1};
        made.axis_count = 1;
    } else if constexpr (is_one_of<conv1d, conv2d, depthwise_conv2d>(from.layer)) {
        constexpr window_sizes windows{from.sizes};
        made.rank = windows.rank;
        made.kernel = windows.kernel;
        made.inputs = from.layer == depthwise_conv2d ? 1 : channels / windows.groups;
        if (order.is_of_a_reshape && !order.is_same(order_of<input_shape>(true)))
            to.refuse(unread_layers::of_unknown_order, index);
    } else if constexpr (from.layer == batch_norm || from.layer == prelu) {
        made.outputs = channels;
        takes_a_row = input_shape::rank == 1;
        if (order.is_of_a_reshape && !takes_a_row && !order.is_same(order_of<input_shape>(true)))
            to.refuse(unread_layers::of_unknown_order, index);
    } else if constexpr (from.layer == recurrent) {
        constexpr auto layer = imported_recurrent::of(from);
        made.outputs = layer.units;
        made.cell = layer.cell;
        if (layer.cell == imported_recurrent::cells::gru_that_resets_before)
            to.refuse(unread_layers::of_another_kind, index);
        if (order.is_of_a_reshape && !order.is_same(order_of<input_shape>(false)))
            to.refuse(unread_layers::of_unknown_order, index);
    } else {
        to.refuse(unread_layers::of_another_kind, index);
    }
    if (!order.is_known || (takes_a_row && !order.has_known_rows))
        to.refuse(unread_layers::of_unknown_order, index);
    if (takes_a_row) {
        imported_value const row = order.value.merged();
        made.axes = row.axes;
        made.axis_count = row.axis_count;
    }
    to.add(made);
    if constexpr (from.layer == recurrent)
        if (imported_recurrent::of(from).direction != imported_recurrent::directions::forward) {
            made.is_backward = true;
            to.add(made);
        }
}

// Of a layer that is no composite.
template <class Stage>
constexpr number_order order_after(number_order const& before) {
    using enum imported_layers;
    using input_shape = typename Stage::input_shape;
    using output_shape = typename Stage::output_shape;
    constexpr imported_layers kind = described_layer<typename Stage::layer>::signature.layer;
    if constexpr (kind == dense ||
                  (output_shape::rank == 1 && output_shape::size != input_shape::size))
        return order_of<output_shape>(false);
    if constexpr (kind == recurrent || kind == dense_over_time)
        return order_of<output_shape>(false);
    number_order after = before;
    if constexpr ((kind == batch_norm || kind == prelu) && input_shape::rank == 2)
        after.has_known_rows = before.has_known_rows && before.is_with_channels_first;
    if constexpr (kind == permute) {
        after.is_known = false;
    } else if constexpr (has_windows(kind) || output_shape::size != input_shape::size) {
        after = order_of<output_shape>(true);
    } else if constexpr (output_shape::rank > input_shape::rank || kind == reshape) {
        after.is_of_a_reshape = true;
    }
    return after;
}

// (Layers that only move numbers have a branch too.)
template <class Stage>
inline constexpr bool is_made_of_layers = [] {
    using enum imported_layers;
    constexpr imported_layers kind = described_layer<typename Stage::layer>::signature.layer;
    if constexpr (requires { Stage::bound::branch_count; })
        return is_one_of<added, multiplied, concatenated>(kind) ||
               (Stage::has_parameters && kind != recurrent && kind != dense_over_time);
    else
        return false;
}();

template <class Network>
constexpr number_order add_layers(layer_needs& to, number_order order,
                                  std::size_t const* index_of_all);

template <class Stage>
constexpr number_order add_branches(layer_needs& to, number_order const& before,
                                    std::size_t index) {
    using output_shape = typename Stage::output_shape;
    number_order last = before;
    bool are_rows = true;
    for_each_index<Stage::bound::branch_count>(
        [&]<std::size_t K>(std::integral_constant<std::size_t, K>) {
            last = add_layers<typename Stage::bound::template branch<K>>(to, before, &index);
            are_rows = are_rows && last.is_row();
        });
    if constexpr (Stage::bound::branch_count == 1)
        return last;
    number_order after =
        order_of<output_shape>(output_shape::rank == 3 || last.is_with_channels_first);
    after.is_known = last.is_known && (output_shape::rank > 1 || are_rows);
    after.has_known_rows = last.has_known_rows;
    return after;
}

template <class Network>
constexpr number_order add_layers(layer_needs& to, number_order order,
                                  std::size_t const* index_of_all) {
    if constexpr (Network::depth > 0)
        for_each_index<Network::depth>(
            [&]<std::size_t Place>(std::integral_constant<std::size_t, Place>) {
                using stage = typename Network::template stage<Place>;
                std::size_t const index = index_of_all != nullptr ? *index_of_all : Place;
                if constexpr (is_made_of_layers<stage>) {
                    order = add_branches<stage>(to, order, index);
                } else {
                    if constexpr (stage::has_parameters)
                        add_leaf<stage>(to, index, order);
                    order = order_after<stage>(order);
                }
            });
    return order;
}

template <class Network>
constexpr void add_network(layer_needs& to) {
    using shape = typename Network::input_shape;
    add_layers<Network>(to, order_of<shape>(shape::rank == 3), nullptr);
}
template <class Network>
inline constexpr layer_needs layer_needs_of = [] {
    layer_needs counted;
    add_network<Network>(counted);
    return counted;
}();
template <class Network>
inline constexpr auto needed_layers = [] {
    std::array<needed_layer, layer_needs_of<Network>.count + 1> all{};
    layer_needs to;
    to.layers = all.data();
    add_network<Network>(to);
    return all;
}();

} // namespace ctnn::detail
