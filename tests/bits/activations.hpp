#pragma once

#include "item.hpp"

namespace bits {

template <class T>
constexpr char const* part_name = "?";
template <>
inline constexpr char const* part_name<ctnn::identity> = "identity";
template <>
inline constexpr char const* part_name<ctnn::relu> = "relu";
template <>
inline constexpr char const* part_name<ctnn::leaky_relu> = "leaky_relu";
template <>
inline constexpr char const* part_name<ctnn::elu> = "elu";
template <>
inline constexpr char const* part_name<ctnn::sigmoid> = "sigmoid";
template <>
inline constexpr char const* part_name<ctnn::tanh> = "tanh";
template <>
inline constexpr char const* part_name<ctnn::softmax> = "softmax";
template <>
inline constexpr char const* part_name<ctnn::softplus> = "softplus";
template <>
inline constexpr char const* part_name<ctnn::gelu> = "gelu";
template <>
inline constexpr char const* part_name<ctnn::silu> = "silu";
template <>
inline constexpr char const* part_name<ctnn::hard_sigmoid> = "hard_sigmoid";
template <>
inline constexpr char const* part_name<ctnn::hard_tanh> = "hard_tanh";
template <>
inline constexpr char const* part_name<ctnn::relu6> = "relu6";
template <>
inline constexpr char const* part_name<ctnn::selu> = "selu";
template <>
inline constexpr char const* part_name<ctnn::mish> = "mish";
template <>
inline constexpr char const* part_name<ctnn::hard_swish> = "hard_swish";
template <>
inline constexpr char const* part_name<ctnn::softsign> = "softsign";
template <>
inline constexpr char const* part_name<ctnn::celu> = "celu";
template <>
inline constexpr char const* part_name<ctnn::log_sigmoid> = "log_sigmoid";
template <>
inline constexpr char const* part_name<ctnn::clamp<-1, 2>> = "clamp";
template <>
inline constexpr char const* part_name<ctnn::log_softmax> = "log_softmax";

// A grid of eighths from -24 to 24, then small and large numbers off the grid: each by itself, and as
// the biases of a layer, where a machine with vectors takes more than one at a time.
template <class Activation, class Scalar>
struct activation {
    static std::string name() {
        return std::string("activation ") + part_name<Activation> + scalar_name<Scalar>;
    }
    static constexpr std::size_t grid_pieces = 4;
    static constexpr std::size_t pieces = grid_pieces + 2;
    static constexpr std::size_t width = 19;
    using layer = ctnn::network<Scalar, ctnn::input<1>, ctnn::dense<width, Activation>>;

    static constexpr void add(digest& to, std::size_t piece, std::uint64_t nothing) {
        inputs from(piece, nothing);
        for (std::uint64_t row = nothing; row < 5; ++row) {
            layer net{};
            for (std::size_t i = 0; i < width; ++i) {
                Scalar& x = net.template layer<0>().biases[i];
                auto const place = (piece * 5 + static_cast<std::size_t>(row)) * width + i;
                if (piece < grid_pieces)
                    x = static_cast<Scalar>(static_cast<int>(place) - 192) * Scalar(0.125);
                else if (i < 4)
                    x = from.subnormal<Scalar>();
                else
                    x = from.magnitude<Scalar>(-30, 37);
                Scalar const y = Activation::value(x);
                to.add(y);
                to.add(Activation::derivative(x, y));
            }
            auto const back =
                ctnn::backpropagate(net, ctnn::mean_absolute_error{}, typename layer::input_type{},
                                    typename layer::output_type{});
            to.add(back.output);
            to.add(back.gradient);
        }
    }
};

// An activation that mixes its numbers, of a few and of more, some of them far apart.
template <class Activation, class Scalar>
    requires(!ctnn::concepts::elementwise_activation<Activation, Scalar>)
struct activation<Activation, Scalar> {
    static std::string name() {
        return std::string("activation ") + part_name<Activation> + scalar_name<Scalar>;
    }
    static constexpr std::size_t sizes[] = {1, 2, 3, 4, 5, 8, 17};
    static constexpr std::size_t pieces = std::size(sizes);

    static constexpr void add(digest& to, std::size_t piece, std::uint64_t nothing) {
        inputs from(piece, nothing);
        [&]<std::size_t... Index>(std::index_sequence<Index...>) {
            ((Index == piece ? add_size<sizes[Index]>(to, from, nothing) : void()), ...);
        }
        (std::make_index_sequence<pieces>{});
    }

private:
    template <std::size_t Size>
    static constexpr void add_size(digest& to, inputs& from, std::uint64_t nothing) {
        for (std::uint64_t round = nothing; round < 8; ++round) {
            auto x = from.weights<Scalar, Size>();
            for (Scalar& value : x)
                value *= Scalar(round % 4 == 3 ? 64 : 4);
            auto const y = Activation::forward(x);
            auto const dy = from.weights<Scalar, Size>();
            to.add(y);
            to.add(Activation::backward(x, y, dy));
        }
    }
};

template <class Scalar>
void check_activations() {
#if defined(CTNN_FUSED_ARITHMETIC)
    // Those with functions of their own there, and those that call one of these.
    check_all<activation<ctnn::sigmoid, Scalar>, activation<ctnn::tanh, Scalar>,
              activation<ctnn::softmax, Scalar>, activation<ctnn::softplus, Scalar>,
              activation<ctnn::silu, Scalar>, activation<ctnn::log_sigmoid, Scalar>,
              activation<ctnn::log_softmax, Scalar>>();
#else
    check_all<activation<ctnn::identity, Scalar>, activation<ctnn::relu, Scalar>,
              activation<ctnn::leaky_relu, Scalar>, activation<ctnn::elu, Scalar>,
              activation<ctnn::sigmoid, Scalar>, activation<ctnn::tanh, Scalar>,
              activation<ctnn::softmax, Scalar>, activation<ctnn::softplus, Scalar>,
              activation<ctnn::gelu, Scalar>, activation<ctnn::silu, Scalar>,
              activation<ctnn::hard_sigmoid, Scalar>, activation<ctnn::hard_tanh, Scalar>,
              activation<ctnn::relu6, Scalar>, activation<ctnn::selu, Scalar>,
              activation<ctnn::mish, Scalar>, activation<ctnn::hard_swish, Scalar>,
              activation<ctnn::softsign, Scalar>, activation<ctnn::celu, Scalar>,
              activation<ctnn::log_sigmoid, Scalar>, activation<ctnn::clamp<-1, 2>, Scalar>,
              activation<ctnn::log_softmax, Scalar>>();
#endif
}

} // namespace bits
