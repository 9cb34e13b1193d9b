#pragma once

// The players of RTNeural. Each of its backends is compiled in a file of its own, in a namespace of its own.

#include "nets.hpp"
#include "player.hpp"

#include <memory>
#include <vector>

namespace benchmark {

struct stl;
struct eigen;
struct xsimd;

template <class Backend, class Network>
std::unique_ptr<player> rtneural_player(Network const& net);

} // namespace benchmark

#if defined(RTNEURAL_NAMESPACE)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#include <RTNeural/RTNeural.h>
#pragma GCC diagnostic pop

namespace benchmark {

template <class Matrix>
std::vector<std::vector<float>> rows_of(Matrix const& m, std::size_t rows) {
    std::vector<std::vector<float>> all;
    for (std::size_t i = 0; i < rows; ++i)
        all.emplace_back(m[i].begin(), m[i].end());
    return all;
}

// A network whose last layer is dense, with one output.
template <class Model>
class rtneural_model : public player {
public:
    void play(float const* signal, float* to, std::size_t count) final {
        for (std::size_t t = 0; t < count; ++t)
            to[t] = model.forward(signal + t);
    }

protected:
    template <int Index, class Parameters>
    void assign_dense(Parameters const& p) {
        auto& last = model.template get<Index>();
        last.setWeights({{p.weights.values.begin(), p.weights.values.end()}});
        last.setBias(p.biases.data());
    }

    Model model;
};

template <class Layer>
struct rtneural_layer;
template <std::size_t Units>
struct rtneural_layer<ctnn::gru<Units>> {
    using type = RTNEURAL_NAMESPACE::GRULayerT<float, 1, int{Units}>;

    template <class Parameters>
    static void assign_biases(Parameters const& p, type& layer) {
        layer.setBVals({{p.biases.begin(), p.biases.end()},
                        {p.recurrent_biases.begin(), p.recurrent_biases.end()}});
    }
};
template <std::size_t Units>
struct rtneural_layer<ctnn::lstm<Units>> {
    using type = RTNEURAL_NAMESPACE::LSTMLayerT<float, 1, int{Units}>;

    template <class Parameters>
    static void assign_biases(Parameters const& p, type& layer) {
        layer.setBVals({p.biases.begin(), p.biases.end()});
    }
};

template <template <std::size_t> class Layer, std::size_t Units>
using rtneural_recurrent = rtneural_model<
    RTNEURAL_NAMESPACE::ModelT<float, 1, 1, typename rtneural_layer<Layer<Units>>::type,
                               RTNEURAL_NAMESPACE::DenseT<float, int{Units}, 1>>>;

template <class Backend, template <std::size_t> class Layer, std::size_t Units>
class rtneural_network final : public rtneural_recurrent<Layer, Units> {
public:
    explicit rtneural_network(recurrent<Layer, Units> const& net) {
        auto const& p = net.template layer<0>();
        auto& remembering = this->model.template get<0>();
        remembering.setWVals(rows_of(p.weights, 1));
        remembering.setUVals(rows_of(p.recurrent_weights, Units));
        rtneural_layer<Layer<Units>>::assign_biases(p, remembering);
        this->template assign_dense<1>(net.template layer<1>());
        this->model.reset();
    }
};

template <class Activation>
struct rtneural_activation;
template <>
struct rtneural_activation<ctnn::relu> {
    using type = RTNEURAL_NAMESPACE::ReLuActivationT<float, 8>;
};
template <>
struct rtneural_activation<ctnn::tanh> {
    using type = RTNEURAL_NAMESPACE::TanhActivationT<float, 8>;
};

template <int Channels, int Dilation>
using rtneural_convolution = RTNEURAL_NAMESPACE::Conv1DT<float, Channels, 8, 3, Dilation>;
template <class Activation>
using rtneural_causal = rtneural_model<RTNEURAL_NAMESPACE::ModelT<
    float, 1, 1, rtneural_convolution<1, 1>, Activation, rtneural_convolution<8, 2>, Activation,
    rtneural_convolution<8, 4>, Activation, rtneural_convolution<8, 8>, Activation,
    RTNEURAL_NAMESPACE::DenseT<float, 8, 1>>>;

template <class Backend, class Activation>
class rtneural_convolutions final
    : public rtneural_causal<typename rtneural_activation<Activation>::type> {
public:
    explicit rtneural_convolutions(causal<Activation> const& net) {
        assign<0, 1>(net);
        assign<1, 8>(net);
        assign<2, 8>(net);
        assign<3, 8>(net);
        this->template assign_dense<8>(net.template layer<4>());
        this->model.reset();
    }

private:
    // RTNeural's first step is the last one.
    template <std::size_t Index, std::size_t Channels>
    void assign(causal<Activation> const& net) {
        auto const& p = net.template layer<Index>();
        std::vector<std::vector<std::vector<float>>> weights(
            8, std::vector(Channels, std::vector<float>(3)));
        for (std::size_t step = 0; step < 3; ++step)
            for (std::size_t in = 0; in < Channels; ++in)
                for (std::size_t out = 0; out < 8; ++out)
                    weights[out][in][2 - step] = p.weights.values[(step * Channels + in) * 8 + out];
        auto& to = this->model.template get<int{2 * Index}>();
        to.setWeights(weights);
        to.setBias({p.biases.begin(), p.biases.end()});
    }
};

template <class Backend, template <std::size_t> class Layer, std::size_t Units>
std::unique_ptr<player> make_rtneural(recurrent<Layer, Units> const& net) {
    return std::make_unique<rtneural_network<Backend, Layer, Units>>(net);
}

#define CTNN_PLAYER(BACKEND, LAYER, UNITS)                                                         \
    template <>                                                                                    \
    std::unique_ptr<player> rtneural_player<BACKEND>(recurrent<LAYER, UNITS> const& net) {         \
        return make_rtneural<BACKEND, LAYER, UNITS>(net);                                          \
    }
#define CTNN_CONVOLUTIONS_PLAYER(BACKEND, ACTIVATION)                                              \
    template <>                                                                                    \
    std::unique_ptr<player> rtneural_player<BACKEND>(causal<ACTIVATION> const& net) {              \
        return std::make_unique<rtneural_convolutions<BACKEND, ACTIVATION>>(net);                  \
    }
#define CTNN_PLAYERS(BACKEND)                                                                      \
    CTNN_PLAYER(BACKEND, ctnn::gru, 8)                                                             \
    CTNN_PLAYER(BACKEND, ctnn::gru, 16)                                                            \
    CTNN_PLAYER(BACKEND, ctnn::gru, 32)                                                            \
    CTNN_PLAYER(BACKEND, ctnn::gru, 64)                                                            \
    CTNN_PLAYER(BACKEND, ctnn::lstm, 8)                                                            \
    CTNN_PLAYER(BACKEND, ctnn::lstm, 16)                                                           \
    CTNN_PLAYER(BACKEND, ctnn::lstm, 32)                                                           \
    CTNN_PLAYER(BACKEND, ctnn::lstm, 64)                                                           \
    CTNN_CONVOLUTIONS_PLAYER(BACKEND, ctnn::relu)                                                  \
    CTNN_CONVOLUTIONS_PLAYER(BACKEND, ctnn::tanh)

} // namespace benchmark
#endif
