#pragma once

// The lecture's other branch: parameters drawn at random, for any hidden layers, from numpy's
// legacy generator: all weights of a layer, then its biases, layer after layer.

#include "notebook_figures.hpp"

#include <boost/hana/for_each.hpp>
#include <cstdint>
#include <ctnn/ctnn.hpp>

namespace notebook {

template <class Network>
constexpr Network draw_parameters(std::uint32_t seed) {
    ctnn::random::mt19937 generator(seed);
    Network net{};
    boost::hana::for_each(net.parameters, [&generator](auto& layer) {
        for (double& weight : layer.weights.values)
            weight = ctnn::random::rand(generator);
        for (double& bias : layer.biases)
            bias = ctnn::random::rand(generator);
    });
    return net;
}

inline constexpr auto drawn = draw_parameters<network<ctnn::softmax>>(1234);
static_assert(shows(drawn.layer<0>().weights.values,
                    {0.191519450379, 0.62210877104, 0.437727739007, 0.785358583714, 0.779975808119,
                     0.272592605283}));
static_assert(shows(drawn.layer<0>().biases, {0.276464255143, 0.801872177535, 0.958139353684}));
static_assert(shows(drawn.layer<1>().weights.values,
                    {0.875932634742, 0.357817269958, 0.500995125523, 0.683462935172, 0.712702026983,
                     0.37025075479}));
static_assert(shows(drawn.layer<1>().biases, {0.561196186066, 0.503083165308}));

// Two hidden layers, which the lecture's code could not draw.
inline constexpr auto deeper =
    draw_parameters<ctnn::network<double, ctnn::input<2>, ctnn::dense<4, ctnn::relu>,
                                  ctnn::dense<3, ctnn::relu>, ctnn::dense<2, ctnn::softmax>>>(1234);
static_assert(shows(deeper.layer<1>().biases, {0.933140101983, 0.651378143227, 0.397202577726}));
static_assert(shows(deeper.layer<2>().biases, {0.143766824515, 0.704260971118}));

} // namespace notebook
