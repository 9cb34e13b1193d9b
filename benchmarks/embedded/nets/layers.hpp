#pragma once

#include "net.hpp"

namespace nets {

// Networks of a single layer, as it is in a larger one, and two that take one step at a time.

template <class Network>
struct untrained {
    using network = Network;
    static constexpr network initial = ctnn::initialize<network>(ctnn::glorot_uniform{}, 1);
};

using conv = untrained<ctnn::network<float, ctnn::input<10, 10, 8>,
                                     ctnn::conv2d<8, ctnn::kernel_size<3, 3>, ctnn::relu>>>;
using depthwise =
    untrained<ctnn::network<float, ctnn::input<10, 10, 8>,
                            ctnn::depthwise_conv2d<ctnn::kernel_size<3, 3>, ctnn::relu>>>;

using lstm = untrained<ctnn::network<float, ctnn::input<1>, ctnn::lstm<20>>>;
using policy = untrained<ctnn::network<float, ctnn::input<22>, ctnn::dense<16, ctnn::relu>,
                                       ctnn::gru<16>, ctnn::dense<4>>>;

} // namespace nets
