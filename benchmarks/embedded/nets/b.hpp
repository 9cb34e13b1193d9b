#pragma once

#include "net.hpp"

namespace nets {

struct b {
    static constexpr char const* name = "b";
    using network = ctnn::network<float, ctnn::input<16>, ctnn::dense<32, ctnn::tanh>,
                                  ctnn::dense<32, ctnn::tanh>, ctnn::dense<4>>;
    static constexpr ctnn::mean_squared_error loss{};
    static constexpr network initial = ctnn::initialize<network>(ctnn::glorot_uniform{}, 1);
};

} // namespace nets
