#pragma once

#include "net.hpp"

namespace nets {

struct a {
    static constexpr char const* name = "a";
    using network = ctnn::network<float, ctnn::input<4>, ctnn::dense<16, ctnn::relu>,
                                  ctnn::dense<16, ctnn::relu>, ctnn::dense<3, ctnn::softmax>>;
    static constexpr ctnn::cross_entropy loss{};
    static constexpr network initial = ctnn::initialize<network>(ctnn::glorot_uniform{}, 1);
};

} // namespace nets
