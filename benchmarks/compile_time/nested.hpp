#pragma once

#include <ctnn/ctnn.hpp>

// A network of layers in layers, one inside the other, DEPTH deep: its forward pass, its gradient and its intervals.

template <int Depth>
struct nested {
    using type = ctnn::parallel<ctnn::added, ctnn::identity,
                                ctnn::sequential<ctnn::dense<2>, typename nested<Depth - 1>::type>>;
};
template <>
struct nested<0> {
    using type = ctnn::dense<2, ctnn::relu>;
};

using model = ctnn::network<double, ctnn::input<2>, nested<DEPTH>::type>;

model::output_type run(model const& net, model::input_type const& x) {
    return net(x);
}
auto differentiate(model const& net, model::input_type const& x, model::output_type const& target) {
    return ctnn::backpropagate(net, ctnn::mean_squared_error{}, x, target);
}
auto enclose(model const& net, ctnn::verify::box<double, 2> const& box) {
    return ctnn::bounds(net, box);
}

int main() {}
