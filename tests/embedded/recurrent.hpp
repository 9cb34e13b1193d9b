#pragma once

#include "../../benchmarks/embedded/nets/net.hpp"

namespace nets {

// Layers that remember.
struct recurrent {
    static constexpr char const* name = "recurrent";
    using network = ctnn::network<float, ctnn::input<4, 3>, ctnn::gru<5>, ctnn::lstm<3>,
                                  ctnn::dense<2, ctnn::sigmoid>>;
    static constexpr ctnn::binary_cross_entropy loss{};
    static constexpr network initial = ctnn::initialize<network>(ctnn::glorot_uniform{}, 1);
};

// One that takes one step at a time.
struct streaming {
    static constexpr char const* name = "streaming";
    using network = ctnn::network<float, ctnn::input<4, 3>, ctnn::gru<5>,
                                  ctnn::over_time<ctnn::dense<6, ctnn::relu>>,
                                  ctnn::residual<ctnn::lstm<6>>, ctnn::last_step, ctnn::dense<2>>;
    static constexpr network initial = ctnn::initialize<network>(ctnn::glorot_uniform{}, 1);
};

} // namespace nets
