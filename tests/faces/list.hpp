#pragma once

#include <cstddef>
#include <ctnn/ctnn.hpp>

// Every layer and every activation in a small network, and every face that cannot take one of them. What stands here
// goes through all faces (the .cpp files of this folder), and docs/layers.md has its table from here. A new layer or
// activation is one line; tests/hygiene/faces.py misses it until it has that line.

// CTNN_LAYER(name of its header, its place in the network, what the network is made of)
#define CTNN_LAYERS(CTNN_LAYER)                                                                    \
    CTNN_LAYER(dense, 1, input<3>, dense<3, ctnn::tanh>, dense<4, relu>)                           \
    CTNN_LAYER(conv2d, 1, input<3, 4, 1>, one_by_one, conv2d<2, kernel_size<2, 2>>, dense<2>)      \
    CTNN_LAYER(conv1d, 1, input<4, 1>, over_time<dense<2>>,                                        \
               conv1d<2, kernel_size<2>, padding_causal>, dense<2>)                                \
    CTNN_LAYER(conv2d_transpose, 1, input<2, 2, 1>, one_by_one,                                    \
               conv2d_transpose<1, kernel_size<2, 2>, strides<2, 1>>, dense<2>)                    \
    CTNN_LAYER(separable_conv2d, 1, input<3, 3, 1>, one_by_one,                                    \
               separable_conv2d<2, kernel_size<2, 2>>, dense<2>)                                   \
    CTNN_LAYER(depthwise_conv2d, 1, input<3, 3, 1>, one_by_one,                                    \
               depthwise_conv2d<kernel_size<2, 2>, depth_multiplier<2>>, dense<2>)                 \
    CTNN_LAYER(max_pool, 1, input<2, 4, 1>, one_by_one, max_pool<kernel_size<2, 2>>, dense<2>)     \
    CTNN_LAYER(residual, 1, input<3>, dense<3>, residual<dense<3, ctnn::tanh>>, dense<2>)          \
    CTNN_LAYER(simple_rnn, 1, input<3, 2>, simple_rnn<2>, simple_rnn<2>, dense<2>)                 \
    CTNN_LAYER(batch_norm, 1, input<3>, dense<3>, batch_norm, dense<2>)                            \
    CTNN_LAYER(normalization, 1, input<3>, dense<3>, normalization, dense<2>)                      \
    CTNN_LAYER(sequential, 1, input<3>, dense<3>, sequential<dense<3, ctnn::tanh>, dense<2>>,      \
               dense<2>)                                                                           \
    CTNN_LAYER(parallel, 1, input<3>, dense<3>,                                                    \
               parallel<concatenated, sequential<dense<2, ctnn::tanh>, dense<2>>, identity>,       \
               dense<2>)                                                                           \
    CTNN_LAYER(gru, 1, input<3, 2>, gru<2>, gru<2>, dense<2>)                                      \
    CTNN_LAYER(lstm, 1, input<3, 2>, lstm<2>, lstm<2>, dense<2>)                                   \
    CTNN_LAYER(bidirectional, 1, input<3, 2>, over_time<dense<2>>, bidirectional<gru<2>>,          \
               dense<2>)                                                                           \
    CTNN_LAYER(reversed_steps, 1, input<3, 2>, over_time<dense<3>>, reversed_steps, dense<2>)      \
    CTNN_LAYER(over_time, 1, input<3, 2>, over_time<dense<2>>, over_time<dense<3, relu>>,          \
               dense<2>)                                                                           \
    CTNN_LAYER(last_step, 1, input<3, 2>, over_time<dense<3>>, last_step, dense<2>)                \
    CTNN_LAYER(zero_padding, 1, input<2, 2, 1>, one_by_one, zero_padding<1, sides{0, 1}>,          \
               dense<2>)                                                                           \
    CTNN_LAYER(upsample, 1, input<2, 1, 1>, one_by_one, upsample<1, 2>, dense<2>)                  \
    CTNN_LAYER(flatten, 1, input<2, 2, 1>, one_by_one, flatten, dense<2>)                          \
    CTNN_LAYER(reshape, 1, input<6>, dense<4>, reshape<2, 2>, over_time<dense<2>>)                 \
    CTNN_LAYER(permute, 1, input<3, 2>, over_time<dense<3>>, permute<1, 0>, over_time<dense<1>>)   \
    CTNN_LAYER(average_pool, 1, input<2, 3, 1>, one_by_one,                                        \
               average_pool<kernel_size<2, 2>, padding_same>, dense<2>)                            \
    CTNN_LAYER(prelu, 1, input<2>, dense<3>, prelu, dense<2>)                                      \
    CTNN_LAYER(global_average_pool, 1, input<2, 2, 1>, one_by_one, global_average_pool, dense<2>)  \
    CTNN_LAYER(global_max_pool, 1, input<2, 2, 1>, one_by_one, global_max_pool, dense<2>)

// CTNN_ACTIVATION(name of its header)
#define CTNN_ACTIVATIONS(CTNN_ACTIVATION)                                                          \
    CTNN_ACTIVATION(identity)                                                                      \
    CTNN_ACTIVATION(relu)                                                                          \
    CTNN_ACTIVATION(leaky_relu)                                                                    \
    CTNN_ACTIVATION(elu)                                                                           \
    CTNN_ACTIVATION(sigmoid)                                                                       \
    CTNN_ACTIVATION(tanh)                                                                          \
    CTNN_ACTIVATION(softmax)                                                                       \
    CTNN_ACTIVATION(softplus)                                                                      \
    CTNN_ACTIVATION(gelu)                                                                          \
    CTNN_ACTIVATION(silu)                                                                          \
    CTNN_ACTIVATION(hard_sigmoid)                                                                  \
    CTNN_ACTIVATION(hard_tanh)                                                                     \
    CTNN_ACTIVATION(relu6)                                                                         \
    CTNN_ACTIVATION(selu)                                                                          \
    CTNN_ACTIVATION(mish)                                                                          \
    CTNN_ACTIVATION(hard_swish)                                                                    \
    CTNN_ACTIVATION(softsign)                                                                      \
    CTNN_ACTIVATION(celu)                                                                          \
    CTNN_ACTIVATION(log_sigmoid)                                                                   \
    CTNN_ACTIVATION(log_softmax)                                                                   \
    CTNN_ACTIVATION(clamp)

// CTNN_FACE(its name, its file in this folder, the headers of include/ctnn that have its functions)
#define CTNN_FACES(CTNN_FACE)                                                                      \
    CTNN_FACE(run, "network/network network/loss network/backpropagate network/initialize "        \
                   "optimizer/sgd training/learner_of training/train training/train_step"          \
                   " training/train_in_place training/training_result training/training_memory"    \
                   " concept/optimizer metric/accuracy network/with_raw_inputs network/trace"      \
                   " network/settled network/calibrated network/folded")                           \
    CTNN_FACE(batch, "network/network")                                                            \
    CTNN_FACE(learning, "training/train")                                                          \
    CTNN_FACE(compiler, "training/trained")                                                        \
    CTNN_FACE(fixed_point, "network/convert")                                                      \
    CTNN_FACE(int8, "quantization/quantize quantization/quantized metric/output_error"             \
                    " quantization/quantization_result")                                           \
    CTNN_FACE(intervals, "verify/bounds")                                                          \
    CTNN_FACE(linear, "verify/linear_bounds verify/prove verify/robust verify/robust_radius"       \
                      " verify/class_is verify/class_is_not verify/output_within"                  \
                      " verify/controller_invariant host/prove host/prove_case host/verifier"      \
                      " host/nnet")                                                                \
    CTNN_FACE(derivatives, "verify/gradient_bounds verify/lipschitz_bound verify/lipschitz_below"  \
                           " verify/monotone")                                                     \
    CTNN_FACE(overflow, "verify/no_overflow verify/without_saturation")                            \
    CTNN_FACE(difference, "verify/difference_bounds verify/equivalent")                            \
    CTNN_FACE(costs, "report/footprint report/summary report/within_budget host/report")

// CTNN_NO(layer or activation, the face that cannot take it, the last name of the sentence that says so)
#define CTNN_NOS(CTNN_NO)                                                                          \
    CTNN_NO(batch_norm, int8, cannot_be_quantized_because_only_its_code_is_known)                  \
    CTNN_NO(batch_norm, derivatives,                                                               \
            has_no_derivative_ranges_because_it_is_neither_affine_nor_an_activation)               \
    CTNN_NO(batch_norm, overflow,                                                                  \
            is_not_affine_or_has_an_activation_of_which_overflow_is_not_known)                     \
    CTNN_NO(batch_norm, difference, cannot_be_quantized_because_only_its_code_is_known)            \
    CTNN_NO(normalization, int8, cannot_be_quantized_because_only_its_code_is_known)               \
    CTNN_NO(normalization, derivatives,                                                            \
            has_no_derivative_ranges_because_it_is_neither_affine_nor_an_activation)               \
    CTNN_NO(normalization, overflow,                                                               \
            is_not_affine_or_has_an_activation_of_which_overflow_is_not_known)                     \
    CTNN_NO(normalization, difference, cannot_be_quantized_because_only_its_code_is_known)         \
    CTNN_NO(max_pool, derivatives,                                                                 \
            has_no_derivative_ranges_because_it_is_neither_affine_nor_an_activation)               \
    CTNN_NO(max_pool, difference,                                                                  \
            has_no_derivative_ranges_because_it_is_neither_affine_nor_an_activation)               \
    CTNN_NO(global_max_pool, derivatives,                                                          \
            has_no_derivative_ranges_because_it_is_neither_affine_nor_an_activation)               \
    CTNN_NO(global_max_pool, difference,                                                           \
            has_no_derivative_ranges_because_it_is_neither_affine_nor_an_activation)               \
    CTNN_NO(simple_rnn, int8, cannot_be_quantized_because_only_its_code_is_known)                  \
    CTNN_NO(simple_rnn, derivatives,                                                               \
            has_no_derivative_ranges_because_it_is_neither_affine_nor_an_activation)               \
    CTNN_NO(simple_rnn, overflow,                                                                  \
            is_not_affine_or_has_an_activation_of_which_overflow_is_not_known)                     \
    CTNN_NO(simple_rnn, difference, cannot_be_quantized_because_only_its_code_is_known)            \
    CTNN_NO(bidirectional, int8, has_layers_of_which)                                              \
    CTNN_NO(bidirectional, derivatives, has_layers_of_which)                                       \
    CTNN_NO(bidirectional, overflow, has_layers_of_which)                                          \
    CTNN_NO(bidirectional, difference, has_layers_of_which)                                        \
    CTNN_NO(gru, int8, cannot_be_quantized_because_only_its_code_is_known)                         \
    CTNN_NO(gru, derivatives,                                                                      \
            has_no_derivative_ranges_because_it_is_neither_affine_nor_an_activation)               \
    CTNN_NO(gru, overflow, is_not_affine_or_has_an_activation_of_which_overflow_is_not_known)      \
    CTNN_NO(gru, difference, cannot_be_quantized_because_only_its_code_is_known)                   \
    CTNN_NO(lstm, int8, cannot_be_quantized_because_only_its_code_is_known)                        \
    CTNN_NO(lstm, derivatives,                                                                     \
            has_no_derivative_ranges_because_it_is_neither_affine_nor_an_activation)               \
    CTNN_NO(lstm, overflow, is_not_affine_or_has_an_activation_of_which_overflow_is_not_known)     \
    CTNN_NO(lstm, difference, cannot_be_quantized_because_only_its_code_is_known)

namespace faces {

using namespace ctnn;

// Weights before a layer with windows, so that something is learnt through it.
using one_by_one = conv2d<2, kernel_size<1, 1>>;

#define CTNN_LAYER(layer, place, ...)                                                              \
    struct of_##layer {                                                                            \
        static constexpr char const* name = #layer;                                                \
        static constexpr std::size_t index = place;                                                \
        template <class Scalar>                                                                    \
        using network = ctnn::network<Scalar, __VA_ARGS__>;                                        \
        template <class Scalar>                                                                    \
        using inside = network<Scalar>;                                                            \
    };
CTNN_LAYERS(CTNN_LAYER)
#undef CTNN_LAYER

// Of a template of settings, one.
namespace named {
using namespace ctnn;
using clamp = ctnn::clamp<-1, 2>;
} // namespace named

// Some can only be the last: `inside` asks for that.
#define CTNN_ACTIVATION(activation)                                                                \
    struct of_##activation {                                                                       \
        static constexpr char const* name = #activation;                                           \
        static constexpr std::size_t index = 1;                                                    \
        template <class Scalar>                                                                    \
        using network = ctnn::network<Scalar, input<2>, dense<3>, named::activation>;              \
        template <class Scalar>                                                                    \
        using inside = ctnn::network<Scalar, input<2>, dense<3>, named::activation, dense<2>>;     \
    };
CTNN_ACTIVATIONS(CTNN_ACTIVATION)
#undef CTNN_ACTIVATION

template <class... Entries>
struct entries {
    // use.template operator()<Entry>() for each.
    template <class Use>
    static constexpr void each(Use const& use) {
        (use.template operator()<Entries>(), ...);
    }
};
template <class Nothing, class... Entries>
entries<Entries...> after_nothing();

#define CTNN_NAME(entry, ...) , of_##entry
using layers = decltype(after_nothing<void CTNN_LAYERS(CTNN_NAME)>());
using activations = decltype(after_nothing<void CTNN_ACTIVATIONS(CTNN_NAME)>());
#undef CTNN_NAME

// Layers first.
template <class Use>
constexpr void for_each_entry(Use const& use) {
    layers::each(use);
    activations::each(use);
}

} // namespace faces
