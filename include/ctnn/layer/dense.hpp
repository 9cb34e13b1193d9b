#pragma once

#include <array>
#include <cstddef>
#include <ctnn/activation/identity.hpp>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/matrix.hpp>

namespace ctnn {

/// A fully connected layer: y = activation(x W + b).
///
/// Shape:    Inputs -> Outputs; weights[input][output], biases[output]. Inputs is inferred.
/// Gradient: dL/dW = x^T dL/dv, dL/db = dL/dv, dL/dx = dL/dv W^T, with v = x W + b.
/// Cost:     Inputs * Outputs multiply-adds forward, twice that backward; (Inputs + 1) * Outputs
///           parameters.
/// Errors:   dense<0> does not make a network, and the message names the layer.
/// Source:   D. E. Rumelhart, G. E. Hinton, R. J. Williams, "Learning representations by
///           back-propagating errors", Nature 323, 1986.
/// Example:  docs/examples/notebook_step.cpp
template <std::size_t Outputs, class Activation = identity>
struct dense {
    using activation = Activation;

    template <concepts::scalar Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Outputs;
        using input_type = std::array<Scalar, Inputs>;
        using output_type = std::array<Scalar, Outputs>;

        struct parameters {
            matrix<Scalar, Inputs, Outputs> weights{};
            std::array<Scalar, Outputs> biases{};

            friend constexpr bool operator==(parameters const&, parameters const&) = default;
        };

        static constexpr output_type forward(parameters const& p, input_type const& x) {
            output_type v = p.biases;
            Scalar const* weight = p.weights.values.data();
            Scalar const* in = x.data();
            Scalar* out = v.data();
            for (std::size_t i = 0; i < Inputs; ++i, weight += Outputs)
                for (std::size_t j = 0; j < Outputs; ++j)
                    out[j] += in[i] * weight[j];
            return v;
        }

        static constexpr input_type backward(parameters const& p, input_type const&,
                                             output_type const& dv) {
            input_type dx{};
            Scalar const* weight = p.weights.values.data();
            Scalar const* from = dv.data();
            Scalar* to = dx.data();
            for (std::size_t i = 0; i < Inputs; ++i, weight += Outputs) {
                Scalar sum = weight[0] * from[0];
                for (std::size_t j = 1; j < Outputs; ++j)
                    sum += weight[j] * from[j];
                to[i] = sum;
            }
            return dx;
        }

        static constexpr void accumulate_gradient(parameters const&, input_type const& x,
                                                  output_type const& dv, parameters& gradient) {
            Scalar* weight = gradient.weights.values.data();
            Scalar* bias = gradient.biases.data();
            Scalar const* in = x.data();
            Scalar const* from = dv.data();
            for (std::size_t i = 0; i < Inputs; ++i, weight += Outputs)
                for (std::size_t j = 0; j < Outputs; ++j)
                    weight[j] += in[i] * from[j];
            for (std::size_t j = 0; j < Outputs; ++j)
                bias[j] += from[j];
        }

        template <class Draw>
        static constexpr void initialize(parameters& p, Draw&& draw) {
            for (Scalar& weight : p.weights.values)
                weight = draw(Inputs, Outputs);
        }
    };
};

} // namespace ctnn
