// XOR: 2-4-2 in double, 2000 epochs.

#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <ctnn/training/trained.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<4, ctnn::sigmoid>,
                            ctnn::dense<2, ctnn::sigmoid>>;
using pair = std::array<double, 2>;

struct recipe {
    static constexpr auto network = ctnn::initialize<model>(ctnn::uniform{1.0}, 42);
    static constexpr ctnn::mean_squared_error loss{};
    static constexpr ctnn::sgd optimizer{.learning_rate = 2.0};
    static constexpr std::array samples{
        ctnn::sample{pair{0, 0}, pair{1, 0}}, ctnn::sample{pair{0, 1}, pair{0, 1}},
        ctnn::sample{pair{1, 0}, pair{0, 1}}, ctnn::sample{pair{1, 1}, pair{1, 0}}};
    static constexpr std::size_t epochs = 2000;
};

constexpr auto& trained = ctnn::trained<recipe>;
static_assert(trained.losses.size() == 2000 && trained.losses[1999] < 0.01);
static_assert(ctnn::accuracy(trained.network, recipe::samples) == 1);

int main() {}
