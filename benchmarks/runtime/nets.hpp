#pragma once

// The five networks that are the yardstick, all of float, and samples for them.

#include <cstddef>
#include <cstdint>
#include <ctnn/activation/identity.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/tensor/input.hpp>
#include <vector>

namespace benchmark {

template <class Network, class Loss>
struct net {
    using network = Network;
    using loss = Loss;
    using sample = ctnn::sample<typename Network::input_type, typename Network::output_type>;

    char const* letter;
    char const* shape;

    static Network initial() { return ctnn::initialize<Network>(ctnn::glorot_uniform{}, 1); }
    // Inputs between -1 and 1, the classes in turn.
    static std::vector<sample> samples(std::size_t count) {
        std::vector<sample> all(count);
        std::uint32_t state = 1;
        for (sample& one : all) {
            for (float& x : one.input) {
                state = state * 1664525 + 1013904223;
                x = static_cast<float>(state >> 8) / float(1 << 23) - 1;
            }
            one.target = {};
            one.target[(state >> 9) % Network::output_size] = 1;
        }
        return all;
    }
};

inline constexpr float learning_rate = 0.01F;
inline constexpr std::size_t batch_size = 32;

template <class Loss, std::size_t Inputs, class... Layers>
using net_of = net<ctnn::network<float, ctnn::input<Inputs>, Layers...>, Loss>;

using net_a =
    net_of<ctnn::cross_entropy, 2, ctnn::dense<3, ctnn::relu>, ctnn::dense<2, ctnn::softmax>>;
using net_b = net_of<ctnn::cross_entropy, 4, ctnn::dense<16, ctnn::relu>,
                     ctnn::dense<16, ctnn::relu>, ctnn::dense<3, ctnn::softmax>>;
using net_c = net_of<ctnn::mean_squared_error, 16, ctnn::dense<64, ctnn::tanh>,
                     ctnn::dense<64, ctnn::tanh>, ctnn::dense<10>>;
using net_d =
    net_of<ctnn::cross_entropy, 64, ctnn::dense<32, ctnn::relu>, ctnn::dense<10, ctnn::softmax>>;
using net_e =
    net_of<ctnn::cross_entropy, 784, ctnn::dense<128, ctnn::relu>, ctnn::dense<10, ctnn::softmax>>;

// Calls action(net) for each of them.
template <class Action>
void for_each_net(Action const& action) {
    action(net_a{"A", "2-3-2"});
    action(net_b{"B", "4-16-16-3"});
    action(net_c{"C", "16-64-64-10"});
    action(net_d{"D", "64-32-10"});
    action(net_e{"E", "784-128-10"});
}

} // namespace benchmark
