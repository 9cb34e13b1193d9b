#pragma once

// Networks as audio effects have them: one number in and one out for each sample of a signal.

#include <cstddef>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/layer/conv1d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/gru.hpp>
#include <ctnn/layer/lstm.hpp>
#include <ctnn/layer/over_time.hpp>
#include <ctnn/network/for_each_parameter.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/network/stream_of.hpp>
#include <ctnn/tensor/input.hpp>
#include <string>
#include <utility>

namespace benchmark {

template <template <std::size_t> class Layer, std::size_t Units>
using recurrent = ctnn::network<float, ctnn::input<1>, Layer<Units>, ctnn::dense<1>>;

// Causal convolutions of 8 channels that see 3 steps each, 1, 2, 4 and 8 apart.
template <class Activation>
using causal = ctnn::stream_of<ctnn::network<
    float, ctnn::input<64, 1>,
    ctnn::conv1d<8, ctnn::kernel_size<3>, ctnn::padding_causal, Activation>,
    ctnn::conv1d<8, ctnn::kernel_size<3>, ctnn::dilation<2>, ctnn::padding_causal, Activation>,
    ctnn::conv1d<8, ctnn::kernel_size<3>, ctnn::dilation<4>, ctnn::padding_causal, Activation>,
    ctnn::conv1d<8, ctnn::kernel_size<3>, ctnn::dilation<8>, ctnn::padding_causal, Activation>,
    ctnn::over_time<ctnn::dense<1>>>>;

// Between -0.25 and 0.25.
class small_numbers {
public:
    float operator()() {
        state = state * 1664525 + 1013904223;
        return static_cast<float>(state >> 8) / float(1 << 25) - 0.25F;
    }

private:
    unsigned state = 1;
};

// Calls action(name, network) for each net.
template <class Action>
void for_each_stream(Action const& action) {
    auto const one = [&]<class Network>(std::string const& name, Network net) {
        ctnn::for_each_parameter([draw = small_numbers{}](float& p) mutable { p = draw(); }, net);
        action(name, net);
    };
    auto const each = [&]<std::size_t... Units>(std::index_sequence<Units...>) {
        (one("gru " + std::to_string(Units), recurrent<ctnn::gru, Units>{}), ...);
        (one("lstm " + std::to_string(Units), recurrent<ctnn::lstm, Units>{}), ...);
    };
    each(std::index_sequence<8, 16, 32, 64>{});
    one("conv1d relu", causal<ctnn::relu>{});
    one("conv1d tanh", causal<ctnn::tanh>{});
}

} // namespace benchmark
