#pragma once

#include <boost/hana/fold_right.hpp>
#include <cstddef>
#include <ctnn/placed/detail/apply_activation.hpp>
#include <ctnn/placed/detail/layer_calls.hpp>
#include <ctnn/tensor/detail/for_each_index.hpp>
#include <type_traits>

// The reverse pass of layers that together form a layer: first all derivatives, then, perhaps after other calls, the
// gradient. A layer's dv replaces its preactivation.

namespace ctnn::placed {

// A layer's input: that of the chain for the first layer, else the value of the layer before.
template <std::size_t Index, class Records, class Input>
constexpr auto const& input_of_layer(Records const& records, Input const& x) {
    if constexpr (Index == 0)
        return x;
    else
        return records.template at<Index - 1>().value;
}

// Returns the derivative by x, from that by the last layer's value.
template <class Network>
constexpr typename Network::input_type
unwind(Network const& net, typename Network::input_type const& x,
       typename Network::records& records, typename Network::output_type const& dy) {
    return boost::hana::fold_right(
        typename Network::stages{}, dy, [&](auto stage, auto const& derivative) {
            using here = decltype(stage);
            auto& mine = records.template at<here::index>();
            auto const& p = net.template layer<here::index>();
            auto const& in = input_of_layer<here::index>(records, x);
            mine.preactivation = detail::apply_activation_backward<typename here::activation>(
                mine.preactivation, mine.value, derivative);
            detail::unwind_layer<here>(p, in, mine, mine.preactivation);
            return detail::backward_layer<here>(p, in, mine, mine.preactivation);
        });
}

template <class Network>
constexpr void accumulate_unwound(Network const& net, typename Network::input_type const& x,
                                  typename Network::records const& records, Network& gradient) {
    detail::for_each_index<Network::depth>([&]<std::size_t Place>(
                                               std::integral_constant<std::size_t, Place>) {
        using here = typename Network::template stage<Place>;
        auto const& mine = records.template at<Place>();
        if constexpr (here::has_parameters)
            detail::accumulate_layer<here>(net.template layer<Place>(),
                                           input_of_layer<Place>(records, x), mine,
                                           mine.preactivation, gradient.template layer<Place>());
    });
}

} // namespace ctnn::placed
