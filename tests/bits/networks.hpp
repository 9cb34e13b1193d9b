#pragma once

#include "losses.hpp"

namespace bits {

template <class Network>
inline constexpr bool has_statistics = [] {
    std::size_t trained = 0;
    Network net{};
    ctnn::detail::for_each_block<true>([&trained](auto block) { trained += block.size; }, net);
    return trained < Network::parameter_count;
}();

// Sets every parameter.
template <ctnn::concepts::network Network>
constexpr Network random_network(inputs& from) {
    using scalar = typename Network::scalar;
    Network net{};
    ctnn::detail::for_each_block(
        [&from](auto block) {
            for (std::size_t i = 0; i < block.size; ++i)
                block.data[i] = from.weight<scalar>();
        },
        net);
    // What is not trained may be a variance.
    if constexpr (has_statistics<Network>) {
        Network positive = net;
        ctnn::detail::for_each_block(
            [](auto block) {
                for (std::size_t i = 0; i < block.size; ++i)
                    block.data[i] = block.data[i] * block.data[i] + scalar(0.5);
            },
            positive);
        ctnn::detail::for_each_block<true>(
            [](auto to, auto drawn) {
                for (std::size_t i = 0; i < to.size; ++i)
                    to.data[i] = drawn.data[i];
            },
            positive, net);
        return positive;
    }
    return net;
}

template <class Scalar, std::size_t Size>
constexpr std::array<Scalar, Size> random_target(inputs& from) {
    std::array<Scalar, Size> target{};
    for (Scalar& value : target)
        value = from.probability<Scalar>();
    return target;
}

// Forward pass, loss and backpropagation; of the nets that are there for their sizes, which are slow
// to compile, backpropagation and a step of descent.
enum class parts { functions, sizes };

template <class Network, class Loss, parts What = parts::functions>
struct pass {
    using scalar = typename Network::scalar;
    static std::string name() {
        std::string text = "network ";
        text += std::to_string(Network::input_size);
        [&text]<std::size_t... Index>(std::index_sequence<Index...>) {
            (add_layer<typename Network::template stage<Index>>(text), ...);
        }
        (std::make_index_sequence<Network::depth>{});
        return text + " " + part_name<Loss> + scalar_name<scalar>;
    }
    static constexpr std::size_t pieces = Network::parameter_count > 1000 ? 1 : 2;

    static constexpr void add(digest& to, std::size_t piece, std::uint64_t nothing) {
        inputs from(piece, nothing);
        Loss const loss{};
        auto const net = random_network<Network>(from);
        auto const x = from.weights<scalar, Network::input_size>();
        auto const target = random_target<scalar, Network::output_size>(from);
        if constexpr (What == parts::functions) {
            to.add(net(x));
            to.add(ctnn::loss(net, loss, x, target));
        }
        auto const back = ctnn::backpropagate(net, loss, x, target);
        to.add(back.output);
        to.add(back.loss);
        to.add(back.gradient);
        if constexpr (What == parts::sizes)
            to.add(ctnn::sgd{.learning_rate = 0.1}.update(net, back.gradient));
    }

private:
    template <class Stage>
    static void add_layer(std::string& text) {
        if (Stage::has_parameters)
            text.append("-").append(std::to_string(Stage::output_size));
        text.append(":").append(part_name<typename Stage::activation>);
    }
};

template <class Scalar, class... Parts>
using net = ctnn::network<Scalar, Parts...>;
using ctnn::dense;
using ctnn::input;

// Two activations, one after the other; the loss does not know the last one.
template <class Scalar, class First, class Second>
using apart =
    pass<net<Scalar, input<5>, dense<7, First>, dense<3, Second>>, ctnn::mean_squared_error>;
template <class Scalar, class Loss, class Activation>
using at_the_end = pass<net<Scalar, input<5>, dense<7, ctnn::tanh>, dense<3, Activation>>, Loss>;
template <class Scalar, class Loss, class Activation>
using as_a_layer = pass<net<Scalar, input<5>, ctnn::tanh, dense<3>, Activation>, Loss>;

template <class Scalar, std::size_t... Sizes>
using of_sizes =
    pass<net<Scalar, input<5>, dense<Sizes, ctnn::leaky_relu>...>, ctnn::huber, parts::sizes>;

template <class Scalar>
void check_networks() {
    using namespace ctnn;
    check_all<apart<Scalar, relu, identity>, apart<Scalar, sigmoid, softmax>,
              apart<Scalar, softmax, gelu>, at_the_end<Scalar, cross_entropy, softmax>,
              at_the_end<Scalar, cross_entropy, sigmoid>,
              at_the_end<Scalar, binary_cross_entropy, sigmoid>,
              at_the_end<Scalar, huber, identity>, as_a_layer<Scalar, cross_entropy, softmax>>();
}

// Every size from 1 to 9, around a vector of any machine, and one that takes more than eight vectors
// and has some left over.
template <class Scalar>
void check_widths() {
    check_all<of_sizes<Scalar, 17, 16, 9, 8, 7, 6, 5, 4, 3, 2, 1>, of_sizes<Scalar, 139, 5>>();
}

} // namespace bits
