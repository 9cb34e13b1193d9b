#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/identity.hpp>
#include <ctnn/batch/dense_form.hpp>
#include <ctnn/compiler/dense_form.hpp>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/add_outer.hpp>
#include <ctnn/kernel/affine.hpp>
#include <ctnn/kernel/dot_rows.hpp>
#include <ctnn/kernel/subtract_outer.hpp>
#include <ctnn/kernel/subtract_outer_affine.hpp>
#include <ctnn/kernel/subtract_scaled.hpp>
#include <ctnn/matrix.hpp>
#include <ctnn/tensor/detail/whole.hpp>

CTNN_NAMESPACE(ctnn) {

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
    static constexpr char const* name = "dense";

    template <concepts::scalar Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Outputs;
        using windows = tensor::whole<Inputs>;
        static constexpr std::size_t channels = Outputs;
        static constexpr std::size_t multiply_adds = Inputs * Outputs;
        using input_type = std::array<Scalar, Inputs>;
        using output_type = std::array<Scalar, Outputs>;

        struct parameters {
            matrix<Scalar, Inputs, Outputs> weights{};
            std::array<Scalar, Outputs> biases{};

            friend constexpr bool operator==(parameters const&, parameters const&) = default;
        };

        static constexpr output_type forward(parameters const& p, input_type const& x) {
            output_type v;
            kernel::affine<Inputs, Outputs>(x.data(), p.weights.values.data(), p.biases.data(),
                                            v.data());
            return v;
        }
        static constexpr void forward_into(parameters const& p, input_type const& x,
                                           output_type& v) {
            kernel::affine<Inputs, Outputs>(x.data(), p.weights.values.data(), p.biases.data(),
                                            v.data());
        }

        static constexpr input_type backward(parameters const& p, input_type const&,
                                             output_type const& dv) {
            input_type dx;
            kernel::dot_rows<Inputs, Outputs>(p.weights.values.data(), dv.data(), dx.data());
            return dx;
        }

        static constexpr void accumulate_gradient(parameters const&, input_type const& x,
                                                  output_type const& dv, parameters& gradient) {
            kernel::add_outer<Inputs, Outputs>(x.data(), dv.data(), gradient.weights.values.data());
            for (std::size_t j = 0; j < Outputs; ++j)
                gradient.biases[j] += dv[j];
        }

        // p -= rate * gradient, in one pass and without a gradient in memory.
        static constexpr void descend(parameters& p, input_type const& x, output_type const& dv,
                                      Scalar rate) {
            kernel::subtract_outer<Inputs, Outputs>(rate, x.data(), dv.data(),
                                                    p.weights.values.data());
            kernel::subtract_scaled<Outputs>(rate, dv.data(), p.biases.data());
        }

        // The step that an input before x led to, and then forward(p, x): a layer that is larger than a
        // cache is read once for both.
        static output_type
        descend_and_forward(parameters& p, input_type const& before, output_type const& dv,
                            Scalar rate,
                            input_type const& x) requires kernel::vectorizable<Scalar> {
            output_type v;
            kernel::subtract_scaled<Outputs>(rate, dv.data(), p.biases.data());
            kernel::subtract_outer_affine<Inputs, Outputs>(rate, before.data(), dv.data(), x.data(),
                                                           p.weights.values.data(), p.biases.data(),
                                                           v.data());
            return v;
        }

        // What the compiler trains faster than it does `parameters`; it multiplies and adds separately.
        template <bool Backward>
            requires(!detail::is_fused)
        using compiler_form = compiler::dense_form<Scalar, Inputs, Outputs, Backward>;

        // Many samples side by side, where the machine has vectors.
        using batch_form = batch::dense_form<Scalar, Inputs, Outputs>;

        template <class Draw>
        static constexpr void initialize(parameters& p, Draw&& draw) {
            for (Scalar& weight : p.weights.values)
                weight = draw(Inputs, Outputs);
        }
    };
};

} // CTNN_NAMESPACE(ctnn)

#include <ctnn/config/epilogue.hpp>
