#pragma once

#include <ctnn/activation/celu.hpp>
#include <ctnn/activation/clamp.hpp>
#include <ctnn/activation/elu.hpp>
#include <ctnn/activation/gelu.hpp>
#include <ctnn/activation/hard_sigmoid.hpp>
#include <ctnn/activation/hard_swish.hpp>
#include <ctnn/activation/hard_tanh.hpp>
#include <ctnn/activation/identity.hpp>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/log_sigmoid.hpp>
#include <ctnn/activation/log_softmax.hpp>
#include <ctnn/activation/mish.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/relu6.hpp>
#include <ctnn/activation/selu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/softplus.hpp>
#include <ctnn/activation/softsign.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/made_layer.hpp>
#include <ctnn/number/real.hpp>

namespace ctnn::detail {

#define CTNN_PLAIN_ACTIVATION(NAME)                                                                \
    template <>                                                                                    \
    struct made_activation<imported_activation{imported_activations::NAME}> {                      \
        using type = NAME;                                                                         \
    };                                                                                             \
    template <>                                                                                    \
    struct described_activation<NAME> {                                                            \
        static constexpr bool is_known = true;                                                     \
        static constexpr imported_activation value{imported_activations::NAME};                    \
    };
CTNN_PLAIN_ACTIVATION(identity)
CTNN_PLAIN_ACTIVATION(relu)
CTNN_PLAIN_ACTIVATION(relu6)
CTNN_PLAIN_ACTIVATION(selu)
CTNN_PLAIN_ACTIVATION(sigmoid)
CTNN_PLAIN_ACTIVATION(log_sigmoid)
CTNN_PLAIN_ACTIVATION(tanh)
CTNN_PLAIN_ACTIVATION(softplus)
CTNN_PLAIN_ACTIVATION(softsign)
CTNN_PLAIN_ACTIVATION(hard_sigmoid)
CTNN_PLAIN_ACTIVATION(hard_tanh)
CTNN_PLAIN_ACTIVATION(hard_swish)
CTNN_PLAIN_ACTIVATION(mish)
CTNN_PLAIN_ACTIVATION(gelu)
CTNN_PLAIN_ACTIVATION(silu)
CTNN_PLAIN_ACTIVATION(softmax)
CTNN_PLAIN_ACTIVATION(log_softmax)
#undef CTNN_PLAIN_ACTIVATION

// Those with settings.
template <imported_activation Activation>
    requires(Activation.kind == imported_activations::leaky_relu)
struct made_activation<Activation> {
    using type = basic_leaky_relu<real{Activation.first}>;
};
template <imported_activation Activation>
    requires(Activation.kind == imported_activations::elu)
struct made_activation<Activation> {
    using type = basic_elu<real{Activation.first}>;
};
template <imported_activation Activation>
    requires(Activation.kind == imported_activations::celu)
struct made_activation<Activation> {
    using type = basic_celu<real{Activation.first}>;
};
template <imported_activation Activation>
    requires(Activation.kind == imported_activations::clamp)
struct made_activation<Activation> {
    using type = clamp<real{Activation.first}, real{Activation.second}>;
};

template <imported_activations Kind, real First, real Second = 0.0>
struct set_activation {
    static constexpr bool is_known = true;
    static constexpr imported_activation value{Kind, First.value, Second.value};
};
template <real Slope>
struct described_activation<basic_leaky_relu<Slope>>
    : set_activation<imported_activations::leaky_relu, Slope> {};
template <real Scale>
struct described_activation<basic_elu<Scale>> : set_activation<imported_activations::elu, Scale> {};
template <real Scale>
struct described_activation<basic_celu<Scale>> : set_activation<imported_activations::celu, Scale> {
};
template <real Lower, real Upper>
struct described_activation<clamp<Lower, Upper>>
    : set_activation<imported_activations::clamp, Lower, Upper> {};

} // namespace ctnn::detail
