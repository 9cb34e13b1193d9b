// Iris: 4-8-3 in float, 120 flowers, 20 epochs; of the 30 that it has not seen, it must know 28.

#include "../../../docs/examples/iris_data.hpp"

#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>
#include <ctnn/training/trained.hpp>

using model =
    ctnn::network<float, ctnn::input<4>, ctnn::dense<8, ctnn::relu>, ctnn::dense<3, ctnn::softmax>>;

struct recipe {
    static constexpr auto network = ctnn::initialize<model>(ctnn::he_uniform{}, 3);
    static constexpr ctnn::cross_entropy loss{};
    static constexpr ctnn::sgd optimizer{.learning_rate = 0.1};
    static constexpr auto& samples = iris::data.training;
    static constexpr std::size_t epochs = 20;
    static constexpr bool shuffle = true;
    static constexpr std::uint64_t seed = 7;
};
static_assert(recipe::samples.size() == 120 && iris::data.test.size() == 30);

constexpr auto& trained = ctnn::trained<recipe>;
static_assert(ctnn::accuracy(trained.network, iris::data.test) >= 28.0 / 30);

int main() {}
