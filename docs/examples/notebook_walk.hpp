#pragma once

// One step of backpropagation with every intermediate value kept, on the lecture's network and
// data: once as in the lecture, once correct. Every number is also a static_assert; the figures
// are those of tests/oracles/notebook.py.

#include "notebook_lecture.hpp"

#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>

namespace notebook {

// 2 inputs, 3 hidden neurons, 2 classes.
template <class Output>
using network =
    ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2, Output>>;

template <class Output>
inline constexpr network<Output> initial{{{{0.1, 0.2, 0.3}, {0.3, 0.2, 0.7}}, {1.0, 1.0, 1.0}},
                                         {{{0.2, 0.3}, {0.3, 0.5}, {0.6, 0.4}}, {1.0, 1.0}}};

inline constexpr std::array<double, 2> x{0.1, 0.7}, target{1.0, 0.0};
inline constexpr double learning_rate = 0.01;

using by_inputs = ctnn::matrix<double, 2, 3>;  // [input][hidden neuron]
using by_hidden = ctnn::matrix<double, 3, 2>;  // [hidden neuron][output]
using by_outputs = ctnn::matrix<double, 2, 2>; // [output][output]

struct walk {
    std::array<double, 3> v0, y0;
    std::array<double, 2> v1, y1, error, dE_dy1;
    by_outputs dy1_dv1;
    std::array<double, 2> dE_dv1;
    by_hidden dv1_dW1, dE_dW1, W1_next;
    std::array<double, 3> dy0_dv0;
    by_inputs dv0_dW0;
    by_hidden dv1_dy0;
    std::array<double, 3> dE_dy0, dE_dv0;
    by_inputs dE_dW0, W0_next;
    std::array<double, 3> b0_next;
    std::array<double, 2> b1_next;
};

// How the lecture's step differs from the correct one, apart from its loss and its softmax.
struct mistakes {
    bool hidden_gradient_uses_updated_weights;
    bool biases_stay;
};

template <class Loss, class Output>
constexpr walk take(Loss const& loss, network<Output> const& net, auto const& error,
                    mistakes made) {
    using hidden = ctnn::dense<3, ctnn::relu>::bound<double, 2>;
    using output = typename ctnn::dense<2, Output>::template bound<double, 3>;
    auto const& p0 = net.template layer<0>();
    auto const& p1 = net.template layer<1>();
    walk w{};

    // Forward.
    w.v0 = hidden::forward(p0, x);
    for (std::size_t j = 0; j < 3; ++j)
        w.y0[j] = ctnn::relu::value(w.v0[j]);
    w.v1 = output::forward(p1, w.y0);
    w.y1 = Output::forward(w.v1);
    for (std::size_t k = 0; k < 2; ++k)
        w.error[k] = error(w.y1[k], target[k]);

    // Backward through the output layer.
    w.dE_dy1 = loss.derivative(w.y1, target);
    for (std::size_t k = 0; k < 2; ++k) {
        std::array<double, 2> one{};
        one[k] = 1;
        auto const row = Output::backward(w.v1, w.y1, one);
        for (std::size_t l = 0; l < 2; ++l)
            w.dy1_dv1[k][l] = row[l];
    }
    w.dE_dv1 = Output::backward(w.v1, w.y1, w.dE_dy1);
    typename output::parameters gradient1{};
    output::accumulate_gradient(p1, w.y0, w.dE_dv1, gradient1);
    w.dE_dW1 = gradient1.weights;
    for (std::size_t j = 0; j < 3; ++j)
        for (std::size_t k = 0; k < 2; ++k) {
            w.dv1_dW1[j][k] = w.y0[j];
            w.W1_next[j][k] = p1.weights[j][k] - learning_rate * w.dE_dW1[j][k];
        }

    // Backward through the hidden layer.
    typename output::parameters const behind{
        made.hidden_gradient_uses_updated_weights ? w.W1_next : p1.weights, p1.biases};
    w.dv1_dy0 = behind.weights;
    w.dE_dy0 = output::backward(behind, w.y0, w.dE_dv1);
    for (std::size_t j = 0; j < 3; ++j) {
        w.dy0_dv0[j] = ctnn::relu::derivative(w.v0[j], w.y0[j]);
        w.dE_dv0[j] = w.dE_dy0[j] * w.dy0_dv0[j];
    }
    typename hidden::parameters gradient0{};
    hidden::accumulate_gradient(p0, x, w.dE_dv0, gradient0);
    w.dE_dW0 = gradient0.weights;
    for (std::size_t i = 0; i < 2; ++i)
        for (std::size_t j = 0; j < 3; ++j) {
            w.dv0_dW0[i][j] = x[i];
            w.W0_next[i][j] = p0.weights[i][j] - learning_rate * w.dE_dW0[i][j];
        }
    double const bias_rate = made.biases_stay ? 0 : learning_rate;
    for (std::size_t j = 0; j < 3; ++j)
        w.b0_next[j] = p0.biases[j] - bias_rate * gradient0.biases[j];
    for (std::size_t k = 0; k < 2; ++k)
        w.b1_next[k] = p1.biases[k] - bias_rate * gradient1.biases[k];
    return w;
}

inline constexpr walk as_in_the_lecture =
    take(lecture::cross_entropy{}, initial<lecture::softmax>,
         [](double y, double t) { return lecture::cross_entropy::error(y, t); }, {true, true});

inline constexpr walk correct =
    take(ctnn::cross_entropy{}, initial<ctnn::softmax>,
         [](double y, double t) { return t == 0 ? 0.0 : -t * ctnn::math::log(y); }, {false, false});

} // namespace notebook
