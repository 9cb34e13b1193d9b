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

template <class Activation, imported_activations Kind>
struct plain_activation {
    using type = Activation;
    static constexpr bool is_known = true;
    static constexpr imported_activation value{Kind};
};

template <>
struct made_activation<imported_activation{imported_activations::identity}>
    : plain_activation<identity, imported_activations::identity> {};
template <>
struct described_activation<identity> : plain_activation<identity, imported_activations::identity> {
};
template <>
struct made_activation<imported_activation{imported_activations::relu}>
    : plain_activation<relu, imported_activations::relu> {};
template <>
struct described_activation<relu> : plain_activation<relu, imported_activations::relu> {};
template <>
struct made_activation<imported_activation{imported_activations::relu6}>
    : plain_activation<relu6, imported_activations::relu6> {};
template <>
struct described_activation<relu6> : plain_activation<relu6, imported_activations::relu6> {};
template <>
struct made_activation<imported_activation{imported_activations::selu}>
    : plain_activation<selu, imported_activations::selu> {};
template <>
struct described_activation<selu> : plain_activation<selu, imported_activations::selu> {};
template <>
struct made_activation<imported_activation{imported_activations::sigmoid}>
    : plain_activation<sigmoid, imported_activations::sigmoid> {};
template <>
struct described_activation<sigmoid> : plain_activation<sigmoid, imported_activations::sigmoid> {};
template <>
struct made_activation<imported_activation{imported_activations::log_sigmoid}>
    : plain_activation<log_sigmoid, imported_activations::log_sigmoid> {};
template <>
struct described_activation<log_sigmoid>
    : plain_activation<log_sigmoid, imported_activations::log_sigmoid> {};
template <>
struct made_activation<imported_activation{imported_activations::tanh}>
    : plain_activation<tanh, imported_activations::tanh> {};
template <>
struct described_activation<tanh> : plain_activation<tanh, imported_activations::tanh> {};
template <>
struct made_activation<imported_activation{imported_activations::softplus}>
    : plain_activation<softplus, imported_activations::softplus> {};
template <>
struct described_activation<softplus> : plain_activation<softplus, imported_activations::softplus> {
};
template <>
struct made_activation<imported_activation{imported_activations::softsign}>
    : plain_activation<softsign, imported_activations::softsign> {};
template <>
struct described_activation<softsign> : plain_activation<softsign, imported_activations::softsign> {
};
template <>
struct made_activation<imported_activation{imported_activations::hard_sigmoid}>
    : plain_activation<hard_sigmoid, imported_activations::hard_sigmoid> {};
template <>
struct described_activation<hard_sigmoid>
    : plain_activation<hard_sigmoid, imported_activations::hard_sigmoid> {};
template <>
struct made_activation<imported_activation{imported_activations::hard_tanh}>
    : plain_activation<hard_tanh, imported_activations::hard_tanh> {};
template <>
struct described_activation<hard_tanh>
    : plain_activation<hard_tanh, imported_activations::hard_tanh> {};
template <>
struct made_activation<imported_activation{imported_activations::hard_swish}>
    : plain_activation<hard_swish, imported_activations::hard_swish> {};
template <>
struct described_activation<hard_swish>
    : plain_activation<hard_swish, imported_activations::hard_swish> {};
template <>
struct made_activation<imported_activation{imported_activations::mish}>
    : plain_activation<mish, imported_activations::mish> {};
template <>
struct described_activation<mish> : plain_activation<mish, imported_activations::mish> {};
template <>
struct made_activation<imported_activation{imported_activations::gelu}>
    : plain_activation<gelu, imported_activations::gelu> {};
template <>
struct described_activation<gelu> : plain_activation<gelu, imported_activations::gelu> {};
template <>
struct made_activation<imported_activation{imported_activations::silu}>
    : plain_activation<silu, imported_activations::silu> {};
template <>
struct described_activation<silu> : plain_activation<silu, imported_activations::silu> {};
template <>
struct made_activation<imported_activation{imported_activations::softmax}>
    : plain_activation<softmax, imported_activations::softmax> {};
template <>
struct described_activation<softmax> : plain_activation<softmax, imported_activations::softmax> {};
template <>
struct made_activation<imported_activation{imported_activations::log_softmax}>
    : plain_activation<log_softmax, imported_activations::log_softmax> {};
template <>
struct described_activation<log_softmax>
    : plain_activation<log_softmax, imported_activations::log_softmax> {};

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
