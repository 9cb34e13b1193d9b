#pragma once

#include <ctnn/placed/forward_recorded.hpp>

// The forward pass of layers that are a layer together: what `unwind` then needs stays in the records.

namespace ctnn::placed {

// What the last layer gave, which `unwind` leaves as it is.
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
