#pragma once

#include <ctnn/activation/relu.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/box.hpp>

// A network by hand, of which everything is known: a tent over [-1, 1], of height 1 at `peak` and 0 from
// `width` beside it on, in one input.

namespace by_hand {

using tent = ctnn::network<float, ctnn::input<1>, ctnn::dense<3, ctnn::relu>, ctnn::dense<1>>;

constexpr tent tent_at(float peak, float width) {
    return {{{{1, 1, 1}}, {-peak + width, -peak, -peak - width}},
            {{{1 / width}, {-2 / width}, {1 / width}}, {0}}};
}

inline constexpr ctnn::box<float, 1> unit{{-1}, {1}};

} // namespace by_hand
