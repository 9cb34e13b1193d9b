#pragma once

#include <ctnn/placed/detail/forward_recorded.hpp>

// The forward pass of layers that together form a layer. The records keep what `unwind` needs later.

namespace ctnn::placed {

// The last layer's output, which `unwind` does not change.
template <class Network>
constexpr typename Network::output_type const& output_of(typename Network::records const& records) {
    return records.template at<Network::depth - 1>().value;
}

template <class Network>
constexpr typename Network::output_type const& forward(Network const& net,
                                                       typename Network::input_type const& x,
                                                       typename Network::records& records) {
    detail::forward_recorded(net, x, records);
    return output_of<Network>(records);
}

} // namespace ctnn::placed
