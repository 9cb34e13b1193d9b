#pragma once

#include "training.hpp"
#include <type_traits>

namespace bits {

// Layers with windows and layers in layers: what `pass` computes. A line begins with the layers that it is of.
template <class Network, class... Tried>
struct untrained_layers {
    static constexpr std::size_t pieces = 2;
    static std::string name() {
        return "layer" + (... + (std::string(" ") + Tried::name)) +
               scalar_name<typename Network::scalar>;
    }

    static constexpr void add(digest& to, std::size_t piece, std::uint64_t nothing) {
        pass<Network, ctnn::cross_entropy>::add(to, piece, nothing);
    }
};

// And training in batches, where samples may go side by side.
template <class Network, class... Tried>
struct layers : untrained_layers<Network, Tried...> {
    static constexpr std::size_t pieces = 4;

    static constexpr void add(digest& to, std::size_t piece, std::uint64_t nothing) {
        if (piece < 2)
            untrained_layers<Network, Tried...>::add(to, piece, nothing);
        else
            add_training<Network, ctnn::cross_entropy, ctnn::sgd>(
                to, piece, nothing, {.epochs = 1, .batch_size = piece == 2 ? std::size_t{1} : 3});
    }
};

// Trained in float alone: training takes half of the time that these programs take to compile, and in double kernels only
// have shorter vectors.
template <class Network, class... Tried>
using layers_trained_in_float =
    std::conditional_t<std::is_same_v<typename Network::scalar, float>, layers<Network, Tried...>,
                       untrained_layers<Network, Tried...>>;

// A network step by step: what it gives and what it remembers. The compiler takes one sequence as one constant.
template <class Network>
struct stream {
    using live = ctnn::stream_of<Network>;
    using scalar = typename Network::scalar;
    static constexpr std::size_t pieces = 2;
    static std::string name() { return "stream" + scalar_name<scalar>; }

    static constexpr void add(digest& to, std::size_t piece, std::uint64_t nothing) {
        inputs from(piece, nothing);
        auto const net = ctnn::streamed(random_network<Network>(from));
        typename live::state state;
        for (std::size_t t = 0; t < 9; ++t) {
            to.add(net.step(state, from.weights<scalar, live::input_size>()));
            to.add(state.template layer<0>().hidden);
        }
        to.add(state.template layer<2>().template layer<0>().cell);
    }
};

// Layers without parameters, and one that has few.
template <class Scalar, class Image = ctnn::reshape<2, 2, 2>,
          class Padded = ctnn::zero_padding<1, ctnn::sides{0, 1}>,
          class Larger = ctnn::upsample<1, 2>,
          class Smaller = ctnn::average_pool<ctnn::kernel_size<2, 2>, ctnn::padding_same>,
          class Turned = ctnn::permute<2, 0, 1>>
using without_parameters = layers_trained_in_float<
    net<Scalar, ctnn::input<4>, ctnn::dense<8>, ctnn::prelu, Image, Padded, Larger, Smaller, Turned,
        ctnn::global_max_pool, ctnn::reshape<1, 3>, ctnn::global_average_pool, ctnn::flatten,
        ctnn::dense<3, ctnn::softmax>>,
    ctnn::prelu, Image, Padded, Larger, Smaller, Turned, ctnn::global_average_pool,
    ctnn::global_max_pool, ctnn::flatten>;

template <class Scalar>
void check_layers() {
    using namespace ctnn;
    using windows = conv2d<3, kernel_size<2, 2>, relu>;
    using strided = conv2d<1, kernel_size<2, 3>, padding_same, strides<1, 2>, ctnn::tanh>;
    using around = conv2d<1, kernel_size<3, 1>, padding<1, 0>, sigmoid>;
    using largest = max_pool<kernel_size<2, 1>, strides<1, 1>>;
    using added =
        residual<conv2d<2, kernel_size<2, 2>, dilation<1, 2>, padding_same>, relu, around>;
    using in_groups = conv2d<6, kernel_size<2, 2>, groups<2>, padding_same, relu>;
    using of_channels = depthwise_conv2d<kernel_size<2, 2>, strides<1, 2>, ctnn::tanh>;
    using larger = conv2d_transpose<2, kernel_size<2, 2>, strides<2, 2>>;
    using separable = separable_conv2d<3, kernel_size<2, 2>, ctnn::tanh>;
    using causal = conv1d<2, kernel_size<2>, dilation<2>, padding_causal>;
    using gated = gru<5>;
    using remembered = lstm<3>;
    using simple = simple_rnn<5>;
    using before = gru<3, reset_before, softsign>;
    using twice = bidirectional<before>;
    using each = over_time<dense<5, ctnn::tanh>>;
    using chain = sequential<dense<5, ctnn::tanh>, dense<3>>;
    using beside = parallel<concatenated, chain, identity>;
    using product = parallel<multiplied, dense<5, ctnn::tanh>, dense<5, sigmoid>, dense<5>>;
    // Few networks with many layers: each build compiles every network.
    check_all<
        layers<net<Scalar, input<5, 3, 2>, windows, largest, strided, added, residual<ctnn::tanh>,
                   dense<3, softmax>>,
               windows, largest, added>,
        layers<net<Scalar, input<3, 2>, gated, remembered, each, last_step, dense<3, softmax>>,
               gated, remembered, each, last_step>,
        without_parameters<Scalar>,
        layers_trained_in_float<
            net<Scalar, input<3>, normalization, beside, product, batch_norm, dense<3, softmax>>,
            normalization, beside, product, chain, batch_norm>,
        stream<net<Scalar, input<3, 2>, gru<5>, each, residual<lstm<5>, over_time<dense<5>>>,
                   last_step, dense<3, softmax>>>,
        layers_trained_in_float<net<Scalar, input<3, 2>, simple, twice, dense<3, softmax>>, simple,
                                before, twice, reversed_steps>,
        layers_trained_in_float<net<Scalar, input<3, 3, 2>, in_groups, of_channels, larger,
                                    separable, reshape<3, 3>, causal, dense<3, softmax>>,
                                of_channels, larger, separable, causal>>();
}

} // namespace bits
