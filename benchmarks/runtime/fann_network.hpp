#pragma once

// A net in FANN, where it has one like it: FANN 2.2 knows no relu and no softmax. Inference only:
// its training bounds the derivative of tanh, so that it ends elsewhere.

#include "compare.hpp"

#ifdef CTNN_HAS_FANN

#include <floatfann.h>

namespace benchmark::fann {

template <class Activation>
constexpr int activation = -1;
template <>
constexpr int activation<ctnn::tanh> = FANN_SIGMOID_SYMMETRIC;
template <>
constexpr int activation<ctnn::identity> = FANN_LINEAR;

template <class Net, class Network = typename Net::network>
class network;

template <class Net, std::size_t Inputs, std::size_t... Outputs, class... Activations>
class network<Net,
              ctnn::network<float, ctnn::input<Inputs>, ctnn::dense<Outputs, Activations>...>> {
public:
    static constexpr char const* name = "FANN";
    static constexpr bool has_it = ((activation<Activations> >= 0) && ...);
    using input = typename Net::network::input_type;

    explicit network(typename Net::network const& net)
        : ann(fann_create_standard(sizeof...(Outputs) + 1, static_cast<unsigned>(Inputs),
                                   static_cast<unsigned>(Outputs)...)) {
        // tanh(steepness * x)
        fann_set_activation_steepness_hidden(ann, 1);
        fann_set_activation_steepness_output(ann, 1);
        int layer = 1;
        (fann_set_activation_function_layer(
             ann, static_cast<fann_activationfunc_enum>(activation<Activations>), layer++),
         ...);
        assign(net, std::index_sequence_for<Activations...>{});
    }
    network(network const&) = delete;
    ~network() { fann_destroy(ann); }

    static input input_of(input const& x) { return x; }
    float const* operator()(input const& x) const {
        return fann_run(ann, const_cast<float*>(x.data()));
    }

private:
    // Neuron by neuron, the bias after the weights.
    template <std::size_t... Index>
    void assign(typename Net::network const& net, std::index_sequence<Index...>) {
        float* to = ann->weights;
        auto const assign_layer = [&to](auto const& p) {
            for (std::size_t j = 0; j < p.biases.size(); ++j) {
                for (std::size_t i = 0; i < p.weights.values.size() / p.biases.size(); ++i)
                    *to++ = p.weights[i][j];
                *to++ = p.biases[j];
            }
        };
        (assign_layer(net.template layer<Index>()), ...);
    }

    struct ::fann* ann;
};

} // namespace benchmark::fann

#endif

template <class Net>
std::unique_ptr<benchmark::any_comparison> benchmark::against_fann([[maybe_unused]] Net net) {
#ifdef CTNN_HAS_FANN
    if constexpr (fann::network<Net>::has_it)
        return std::make_unique<comparison<Net, fann::network<Net>>>(net);
#endif
    return nullptr;
}
