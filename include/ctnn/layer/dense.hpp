#pragma once

#include <array>
#include <cstddef>
#include <ctnn/activation/identity.hpp>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/kernel/add_outer.hpp>
#include <ctnn/kernel/affine.hpp>
#include <ctnn/kernel/dot_rows.hpp>
#include <ctnn/kernel/subtract_outer.hpp>
#include <ctnn/kernel/subtract_scaled.hpp>
#include <ctnn/kernel/transform.hpp>
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
            output_type v;
            forward_to(p, x.data(), v.data());
            return v;
        }

        static constexpr input_type backward(parameters const& p, input_type const&,
                                             output_type const& dv) {
            input_type dx;
            backward_to(p, dv.data(), dx.data());
            return dx;
        }

        static constexpr void accumulate_gradient(parameters const&, input_type const& x,
                                                  output_type const& dv, parameters& gradient) {
            kernel::add_outer<Inputs, Outputs>(x.data(), dv.data(), gradient.weights.values.data());
            kernel::transform<Outputs>([](auto const& sum, auto const& d) { return sum + d; },
                                       gradient.biases.data(), gradient.biases.data(), dv.data());
        }

        // The same with pointers, which may be roomy; and p -= rate * gradient in one pass, without
        // a gradient in memory. The network calls these where there are any.
        template <class X, class V>
        static constexpr void forward_to(parameters const& p, X x, V v) {
            kernel::affine<Inputs, Outputs>(x, p.weights.values.data(), p.biases.data(), v);
        }
        template <class V, class X>
        static constexpr void backward_to(parameters const& p, V dv, X dx) {
            kernel::dot_rows<Inputs, Outputs>(p.weights.values.data(), dv, dx);
        }
        template <class X, class V>
        static constexpr void descend(parameters& p, X x, V dv, Scalar rate) {
            kernel::subtract_outer<Inputs, Outputs>(rate, x, dv, p.weights.values.data());
            kernel::subtract_scaled<Outputs>(rate, dv, p.biases.data());
        }

        template <class Draw>
        static constexpr void initialize(parameters& p, Draw&& draw) {
            for (Scalar& weight : p.weights.values)
                weight = draw(Inputs, Outputs);
        }
    };
};

} // namespace ctnn
