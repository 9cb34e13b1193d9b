#pragma once

#include <cstddef>
#include <ctnn/placed/affine_map.hpp>
#include <ctnn/tensor/detail/for_each_index.hpp>
#include <type_traits>
#include <utility>

// The dense network that is the same function as one with windows: a matrix for each layer, mostly of zeros.

namespace support {

template <class Stage, class From, class To>
constexpr void fill_dense(From const& from, To& to) {
    namespace placed = ctnn::placed;
    for (std::size_t j = 0; j < Stage::output_size; ++j) {
        to.biases[j] = placed::bias_of<Stage>(from, j);
        for (std::size_t k = 0; k < placed::terms<Stage>; ++k)
            if (std::size_t const i = placed::input_of<Stage>(j, k); i < Stage::input_size)
                to.weights[i][j] = placed::weight_of<Stage>(from, k, j);
    }
}

// Twin has a dense layer for each layer of the network with parameters.
template <class Twin, class Network>
constexpr Twin dense_twin(Network const& net) {
    static_assert(Twin::depth == Network::depth);
    Twin twin{};
    ctnn::detail::for_each_index<Network::depth>(
        [&]<std::size_t Index>(std::integral_constant<std::size_t, Index>) {
            using stage = typename Network::template stage<Index>;
            if constexpr (stage::has_parameters)
                fill_dense<stage>(net.template layer<Index>(), twin.template layer<Index>());
        });
    return twin;
}

// Numbers of 64ths, of which sums are exact in any order: of a window and of the whole matrix they are the same.
struct sixty_fourths {
    unsigned state = 1;

    template <class T>
    constexpr T next(int most = 64) {
        state = state * 1664525u + 1013904223u;
        int const found = static_cast<int>(state >> 8) % (2 * most + 1);
        return static_cast<T>(found - most) / T(64);
    }
    template <class Network>
    constexpr Network network() {
        Network net{};
        ctnn::detail::for_each_block(
            [this](auto block) {
                for (std::size_t i = 0; i < decltype(block)::size; ++i)
                    block.data[i] = next<typename Network::scalar>();
            },
            net);
        return net;
    }
};

} // namespace support
