#pragma once

#include <cstddef>
#include <ctnn/export/onnx/detail/graph_writer.hpp>
#include <ctnn/export/onnx/detail/layers.hpp>
#include <ctnn/export/onnx/detail/message_writer.hpp>
#include <ctnn/export/onnx/detail/written_layer.hpp>
#include <ctnn/import/detail/is_same_network.hpp>
#include <ctnn/tensor/detail/for_each_index.hpp>
#include <type_traits>

namespace ctnn::onnx::detail {

// The layers of a network, or of a branch.
template <class Network>
constexpr void write_layers(graph_writer& to, Network const& net) {
    if constexpr (Network::depth > 0)
        ctnn::detail::for_each_index<Network::depth>(
            [&]<std::size_t Index>(std::integral_constant<std::size_t, Index>) {
                using stage = typename Network::template stage<Index>;
                if constexpr (is_only_a_shape<stage>) {
                    if (!std::is_same_v<typename stage::input_shape, typename stage::output_shape>)
                        to.become(forms::flat);
                    to.template take_shape<typename stage::output_shape>();
                } else if constexpr (ctnn::detail::is_row_of_layers<typename stage::layer>) {
                    write_layers(to, stage::bound::template part<0>(net.template layer<Index>()));
                } else {
                    to.become(layer_writer<stage>::takes);
                    layer_writer<stage>::template write<stage>(to, net.template layer<Index>());
                    to.template take_shape<typename stage::output_shape>();
                    ++to.layer;
                    write_activation<typename Network::scalar,
                                     typename described_stage<stage>::activation>(to);
                }
            });
}

// The form that the first layer takes that does not take all, in branches too.
template <class Network, std::size_t Index = 0>
constexpr forms first_taken_form() {
    if constexpr (Index == Network::depth) {
        return forms::any;
    } else {
        using stage = typename Network::template stage<Index>;
        forms found = layer_writer<stage>::takes;
        if constexpr (is_made_of_layers<stage>)
            ctnn::detail::for_each_index<stage::bound::branch_count>(
                [&]<std::size_t K>(std::integral_constant<std::size_t, K>) {
                    if (found == forms::any)
                        found = first_taken_form<typename stage::bound::template branch<K>>();
                });
        return found != forms::any ? found : first_taken_form<Network, Index + 1>();
    }
}
template <class Network>
constexpr forms form_of_input() {
    return Network::input_shape::rank < 2                         ? forms::flat
           : first_taken_form<Network>() == forms::channels_first ? forms::channels_first
                                                                  : forms::as_network;
}

// The graph, and how many values it has.
template <class Network>
constexpr std::size_t write_graph(message_writer& out, Network const& net, std::size_t values) {
    using scalar = typename Network::scalar;
    graph_writer to(out, values);
    to.value.name = label("input");
    to.value.form = form_of_input<Network>();
    to.template take_shape<typename Network::input_shape>();
    out.text(2, "network");
    to.template end<scalar>(11);
    write_layers(to, net);
    if (to.value.form == forms::steps_first)
        to.become(forms::as_network);
    if (to.value_count() == 0)
        to.node("Identity", {to.value.name});
    to.template end<scalar>(12);
    return to.value_count();
}

// The whole file. Operators are those of opset 17, the version of the format is 8.
template <class Network>
constexpr void write_model(message_writer& out, Network const& net) {
    message_writer counted;
    std::size_t const values = write_graph(counted, net, 0);
    out.number(1, 8);
    out.text(2, "ctnn");
    out.message(7, [&](message_writer& graph) { write_graph(graph, net, values); });
    out.message(8, [](message_writer& opset) {
        opset.text(1, "");
        opset.number(2, 17);
    });
}

} // namespace ctnn::onnx::detail
