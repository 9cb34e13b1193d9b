#pragma once

#include "networks.hpp"

#include <ctnn/optimizer/adam.hpp>
#include <ctnn/optimizer/adamw.hpp>
#include <ctnn/optimizer/sgd_momentum.hpp>
#include <ctnn/schedule/cosine_decay.hpp>

namespace bits {

template <>
inline constexpr char const* part_name<ctnn::sgd> = "sgd";
template <>
inline constexpr char const* part_name<ctnn::sgd_momentum> = "sgd_momentum";
template <>
inline constexpr char const* part_name<ctnn::adam> = "adam";
template <>
inline constexpr char const* part_name<ctnn::cosine_decay<ctnn::adamw>> = "cosine_decay adamw";

enum class orders { as_given, shuffled };

template <class Network, class Loss, class Optimizer>
[[gnu::noinline]] constexpr void add_training(digest& to, std::size_t piece, std::uint64_t nothing,
                                              ctnn::training_options const& options) {
    using scalar = typename Network::scalar;
    inputs from(piece, nothing);
    auto const net = random_network<Network>(from);
    std::array<ctnn::sample<typename Network::input_type, typename Network::output_type>, 10>
        samples{};
    for (auto& one : samples) {
        one.input = from.weights<scalar, Network::input_size>();
        if (std::is_same_v<Loss, ctnn::cross_entropy>)
            one.target[static_cast<std::size_t>(from.random_bits() % Network::output_size)] =
                scalar(1);
        else
            one.target = random_target<scalar, Network::output_size>(from);
    }
    auto const result = ctnn::train(net, Loss{}, Optimizer{}, samples, options);
    to.add(result.network);
    to.add(result.loss);
    to.add(static_cast<std::uint64_t>(result.epochs));
}

// Five epochs on ten samples; batches of three leave one of one.
template <class Network, class Loss, class Optimizer, std::size_t BatchSize, orders Order>
struct training {
    using scalar = typename Network::scalar;
    static std::string name() {
        std::string text = "train ";
        text.append(std::to_string(Network::input_size)).append("-");
        text.append(std::to_string(Network::output_size)).append(" ").append(part_name<Loss>);
        text.append(" ").append(part_name<Optimizer>);
        text.append(" batch_size ").append(std::to_string(BatchSize));
        text.append(Order == orders::shuffled ? " shuffled" : "");
        return text + scalar_name<scalar>;
    }
    static constexpr std::size_t pieces = 1;

    static constexpr void add(digest& to, std::size_t piece, std::uint64_t nothing) {
        // At run time one function for all options, which would be compiled for each otherwise.
        add_training<Network, Loss, Optimizer>(to, piece, nothing,
                                               {.epochs = 5,
                                                .batch_size = BatchSize,
                                                .shuffle = Order == orders::shuffled,
                                                .seed = 7});
    }
};

template <class Scalar>
void check_training() {
    using classes = net<Scalar, input<4>, dense<8, ctnn::tanh>, dense<3, ctnn::softmax>>;
    using numbers = net<Scalar, input<5>, dense<7, ctnn::relu>, dense<2>>;
    using ctnn::sgd;
    using entropy = ctnn::cross_entropy;
    using squares = ctnn::mean_squared_error;
    check_all<training<classes, entropy, sgd, 1, orders::as_given>,
              training<classes, entropy, sgd, 1, orders::shuffled>,
              training<classes, entropy, sgd, 3, orders::as_given>,
              training<classes, entropy, sgd, 3, orders::shuffled>,
              training<numbers, squares, sgd, 1, orders::as_given>,
              training<numbers, squares, sgd, 1, orders::shuffled>,
              training<numbers, squares, sgd, 3, orders::as_given>,
              training<numbers, squares, sgd, 3, orders::shuffled>,
              training<numbers, squares, ctnn::sgd_momentum, 3, orders::shuffled>,
              training<classes, entropy, ctnn::adam, 1, orders::as_given>,
              training<classes, entropy, ctnn::cosine_decay<ctnn::adamw>, 3, orders::shuffled>>();
}

} // namespace bits
