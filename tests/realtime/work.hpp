#pragma once

// What the tests of this folder watch: inference, gradients and trainings of one network.

#include <array>
#include <ctnn/ctnn.hpp>

using classifier = ctnn::network<float, ctnn::input<4>, ctnn::dense<16, ctnn::relu>,
                                 ctnn::dense<16, ctnn::tanh>, ctnn::dense<3, ctnn::softmax>>;
using samples = std::array<ctnn::sample<classifier::input_type, classifier::output_type>, 40>;

inline samples some_samples() {
    samples all{};
    for (std::size_t k = 0; k < all.size(); ++k) {
        all[k].input = {float(k % 5) / 4, float(k % 3) / 2, float(k % 7) / 6, 1};
        all[k].target[k % 3] = 1;
    }
    return all;
}

inline void infer(classifier const& net, samples const& all, float& sum) {
    for (auto const& one : all)
        sum += net(one.input)[0];
}

inline bool learn(classifier& net, samples const& all) {
    ctnn::cross_entropy const loss;
    ctnn::sgd const optimizer{.learning_rate = 0.05};
    for (auto const& one : all)
        net = optimizer.update(net, ctnn::backpropagate(net, loss, one.input, one.target).gradient);
    for (std::size_t batch_size : {1U, 32U}) {
        auto const result = ctnn::train(net, loss, optimizer, all,
                                        {.epochs = 3, .batch_size = batch_size, .shuffle = true});
        if (!result.ok())
            return false;
        net = result.network;
    }
    return true;
}
