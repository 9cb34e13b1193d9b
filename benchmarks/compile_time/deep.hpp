#pragma once

#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <utility>

// A network of `Depth` layers of 2 to 4 neurons: its forward pass and its gradient, by the compiler
// and as code for the machine.

template <class Indices>
struct deep;
template <std::size_t... Index>
struct deep<std::index_sequence<Index...>> {
    using network = ctnn::network<double, ctnn::input<2>, ctnn::dense<2 + Index % 3, ctnn::relu>...,
                                  ctnn::dense<2, ctnn::softmax>>;
};

using model = deep<std::make_index_sequence<DEPTH - 1>>::network;
using pair = std::array<double, 2>;

constexpr pair output = model{}({1.0, 2.0});
constexpr auto back = ctnn::backpropagate(model{}, ctnn::cross_entropy{}, {1.0, 2.0}, {1.0, 0.0});
static_assert(output[0] == 0.5 && back.output == output);

pair run(model const& net, pair const& x) {
    return net(x);
}
ctnn::backpropagation<model> differentiate(model const& net, pair const& x, pair const& target) {
    return ctnn::backpropagate(net, ctnn::cross_entropy{}, x, target);
}

int main() {}
