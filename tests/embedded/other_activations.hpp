#pragma once

#include "../../benchmarks/embedded/nets/net.hpp"

namespace nets {

// The activations without a branch that the measured networks do not have.
struct gates {
    static constexpr char const* name = "gates";
    using network = ctnn::network<float, ctnn::input<4>, ctnn::dense<8, ctnn::sigmoid>,
                                  ctnn::dense<8, ctnn::silu>, ctnn::dense<3, ctnn::sigmoid>>;
    static constexpr ctnn::binary_cross_entropy loss{};
    static constexpr network initial = ctnn::initialize<network>(ctnn::glorot_uniform{}, 1);
};

struct hard {
    static constexpr char const* name = "hard";
    using network =
        ctnn::network<float, ctnn::input<4>, ctnn::dense<8, ctnn::leaky_relu>,
                      ctnn::dense<8, ctnn::hard_tanh>, ctnn::dense<3, ctnn::hard_sigmoid>>;
    static constexpr ctnn::mean_squared_error loss{};
    static constexpr network initial = ctnn::initialize<network>(ctnn::glorot_uniform{}, 1);
};

} // namespace nets
