#pragma once

#include "net.hpp"

namespace nets {

struct digits {
    static constexpr char const* name = "digits";
    using network = ctnn::network<float, ctnn::input<64>, ctnn::dense<32, ctnn::relu>,
                                  ctnn::dense<10, ctnn::softmax>>;
    static constexpr ctnn::cross_entropy loss{};
    static constexpr network initial = ctnn::initialize<network>(ctnn::glorot_uniform{}, 1);
};

} // namespace nets
