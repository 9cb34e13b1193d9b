#include <ctnn/network/network.hpp>
#include <ctnn/training/trained.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/initializer/he_uniform.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/training/train.hpp>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

// Layers with windows and layers in layers, trained by the compiler within its own limits.

namespace {

// Images with a line from left to right, from top to bottom, or a spot, somewhere and in noise.
constexpr std::size_t side = 6;
using image = ctnn::sample<std::array<float, side * side>, std::array<float, 3>>;

template <std::size_t Count>
constexpr std::array<image, Count> drawn(std::uint32_t seed) {
    seeded::random_numbers draw(seed);
    std::array<image, Count> all{};
    for (std::size_t i = 0; i < Count; ++i) {
        auto& [input, target] = all[i];
        input = draw.array<float, side * side>(-0.2, 0.2);
        std::size_t const kind = i % 3;
        auto const row = static_cast<std::size_t>(draw(1, side - 1));
        auto const column = static_cast<std::size_t>(draw(1, side - 1));
        for (std::size_t k = 0; k < (kind == 2 ? 2 : side); ++k)
            for (std::size_t l = 0; l < (kind == 2 ? 2 : 1); ++l) {
                std::size_t const r = kind == 1 ? k : kind == 0 ? row : row + k - 1;
                std::size_t const c = kind == 0 ? k : kind == 1 ? column : column + l - 1;
                input[r * side + c] += 1;
            }
        target[kind] = 1;
    }
    return all;
}
constexpr auto training = drawn<12>(1);

using ctnn::kernel_size;
using model = ctnn::network<
    float, ctnn::input<side, side, 1>, ctnn::conv2d<4, kernel_size<3, 3>, ctnn::relu>,
    ctnn::max_pool<kernel_size<2, 2>>,
    ctnn::conv2d<4, kernel_size<2, 2>, ctnn::padding_same, ctnn::relu>,
    ctnn::residual<ctnn::conv2d<4, kernel_size<2, 2>, ctnn::padding_same, ctnn::tanh>>,
    ctnn::dense<3, ctnn::softmax>>;

struct singly {
    static constexpr auto network = ctnn::initialize<model>(ctnn::he_uniform{}, 2);
    static constexpr auto loss = ctnn::cross_entropy{};
    static constexpr auto optimizer = ctnn::sgd{.learning_rate = 0.05};
    static constexpr auto& samples = training;
    static constexpr std::size_t epochs = 4;
};
struct in_batches : singly {
    static constexpr auto optimizer = ctnn::sgd{.learning_rate = 0.2};
    static constexpr std::size_t batch_size = 4;
    static constexpr bool shuffle = true;
    static constexpr std::uint32_t seed = 3;
};
static_assert(ctnn::trained<singly>.losses.back() < ctnn::trained<singly>.losses.front());
static_assert(ctnn::trained<in_batches>.losses.back() < ctnn::trained<in_batches>.losses.front());

template <class Recipe>
void check(ctnn::training_options const& options) {
    auto const on_the_machine = ctnn::train(compare::opaque(Recipe::network), Recipe::loss,
                                            Recipe::optimizer, Recipe::samples, options);
    constexpr auto& expected = ctnn::trained<Recipe>;
    CHECK(
        compare::same_bits(compare::flat(on_the_machine.network), compare::flat(expected.network)));
    CHECK(compare::same_bits(on_the_machine.loss, expected.losses.back()));
    CHECK(on_the_machine.epochs == 4);
}

} // namespace

TEST_CASE("a network of layers with windows is trained in the compiler", "[layer]") {
    check<singly>({.epochs = 4});
    check<in_batches>({.epochs = 4, .batch_size = 4, .shuffle = true, .seed = 3});
}
