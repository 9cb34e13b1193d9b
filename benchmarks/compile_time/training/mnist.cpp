// The size of MNIST: 784-100-100-10 in float, 4000 images, 1 epoch. Its mean loss must be below
// that of guessing, which is log 10.

#define IMAGES 4000
#include "mnist.hpp"

#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>
#include <ctnn/training/trained.hpp>

using model = ctnn::network<float, ctnn::input<mnist::pixels>, ctnn::dense<100, ctnn::relu>,
                            ctnn::dense<100, ctnn::relu>, ctnn::dense<10, ctnn::softmax>>;

// Weights of he_uniform's size. `initialize` draws with more care than clang's limit for one
// constant allows for so many.
template <std::size_t Inputs, std::size_t Outputs>
constexpr void fill(ctnn::matrix<float, Inputs, Outputs>& weights, std::uint32_t& state) {
    auto const bound = static_cast<float>(ctnn::math::sqrt(6.0 / Inputs));
    float const scale = bound / 8388608; // 2^23
    float* const to = weights.values.data();
    for (std::size_t i = 0; i < Inputs * Outputs; ++i) {
        state = state * 1664525u + 1013904223u;
        to[i] = static_cast<float>(state >> 8) * scale - bound;
    }
}

constexpr model start() {
    model net{};
    std::uint32_t state = 1234;
    fill(net.layer<0>().weights, state);
    fill(net.layer<1>().weights, state);
    fill(net.layer<2>().weights, state);
    return net;
}

struct recipe {
    static constexpr model network = start();
    static constexpr ctnn::cross_entropy loss{};
    static constexpr ctnn::sgd optimizer{.learning_rate = 0.02};
    static constexpr auto& samples = mnist::training;
    static constexpr std::size_t epochs = 1;
};

constexpr auto& trained = ctnn::trained<recipe>;
static_assert(trained.losses[0] < ctnn::math::log(10.0F) / 2);

int main() {}
