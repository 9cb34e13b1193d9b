// A network learns to tell Fisher's iris flowers apart: 120 of them to learn from, 30 unseen ones
// to be tried on. The compiler runs the first epoch too, and must get the machine's bits.

#include "iris_data.hpp"

#include <array>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <ctnn/ctnn.hpp>

namespace {

using model = ctnn::network<iris::scalar, ctnn::input<4>, ctnn::dense<8, ctnn::relu>,
                            ctnn::dense<3, ctnn::softmax>>;
static_assert(model::parameter_count == 4 * 8 + 8 + 8 * 3 + 3);
static_assert(sizeof(model) == model::parameter_count * sizeof(iris::scalar));

constexpr auto start = ctnn::initialize<model>(ctnn::he_uniform{}, 1234);
constexpr ctnn::cross_entropy loss;
constexpr ctnn::sgd optimizer{.learning_rate = 0.05};
constexpr ctnn::training_options one_epoch{.epochs = 1, .shuffle = true, .seed = 7};
constexpr std::size_t epochs = 30;

// All the bits of a network in one number (FNV-1a).
constexpr std::uint64_t digest(model const& net) {
    std::uint64_t hash = 0xcbf29ce484222325;
    auto const take = [&hash](auto const& values) {
        for (iris::scalar const value : values)
            hash = (hash ^ std::bit_cast<std::uint32_t>(value)) * 0x100000001b3;
    };
    take(net.layer<0>().weights.values);
    take(net.layer<0>().biases);
    take(net.layer<1>().weights.values);
    take(net.layer<1>().biases);
    return hash;
}

// The first epoch, run by the compiler. These are the bits that it must give, here and on every
// machine that runs this program.
constexpr auto compiled = ctnn::train(start, loss, optimizer, iris::data.training, one_epoch);
constexpr std::uint64_t first_epoch_bits = 1494890180812115719u;
static_assert(digest(compiled.network) == first_epoch_bits);

void print_chart(std::array<iris::scalar, epochs> const& losses) {
    constexpr int rows = 8;
    std::printf("\nloss, epoch 1 to %zu\n", epochs);
    for (int row = rows; row > 0; --row) {
        iris::scalar const level = losses[0] * static_cast<iris::scalar>(row) / iris::scalar{rows};
        std::printf("%6.3f |", static_cast<double>(level));
        for (iris::scalar const value : losses)
            std::printf("%s", value > level - losses[0] / iris::scalar{2 * rows} ? " #" : "  ");
        std::printf("\n");
    }
}

void print_confusion(model const& net) {
    std::array<std::array<int, 3>, 3> counts{};
    for (auto const& flower : iris::data.test)
        ++counts[ctnn::argmax(flower.target)][ctnn::argmax(net(flower.input))];
    std::printf("\n%-22s%12s%12s%12s\n", "unseen flowers", "setosa", "versicolor", "virginica");
    for (std::size_t truth = 0; truth < 3; ++truth)
        std::printf("%22s%12d%12d%12d\n", iris::species[truth], counts[truth][0], counts[truth][1],
                    counts[truth][2]);
}

} // namespace

int main() {
    std::printf("network     4-8-3, %zu parameters, %zu bytes\n", model::parameter_count,
                sizeof(model));
    std::printf("data        %zu flowers to learn from, %zu unseen\n\n", iris::trained,
                iris::unseen);

    std::array<iris::scalar, epochs> losses{};
    auto const begin = std::chrono::steady_clock::now();
    auto result = ctnn::train(start, loss, optimizer, iris::data.training, one_epoch);
    bool const same_bits = digest(result.network) == first_epoch_bits;
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        if (epoch > 0)
            result = ctnn::train(result, loss, optimizer, iris::data.training, one_epoch);
        if (!result.ok()) {
            std::printf("epoch %zu, sample %zu: %s\n", result.problem().epoch,
                        result.problem().sample, result.problem().message());
            return 1;
        }
        losses[epoch] = result.loss;
        std::printf("epoch %3zu   loss %.4f   accuracy %5.1f %%\n", result.epochs,
                    static_cast<double>(result.loss),
                    100 * ctnn::accuracy(result.network, iris::data.training));
    }
    std::chrono::duration<double, std::milli> const time = std::chrono::steady_clock::now() - begin;

    print_chart(losses);
    print_confusion(result.network);
    double const accuracy = ctnn::accuracy(result.network, iris::data.test);
    std::printf("\naccuracy    %.0f of %zu unseen flowers\n",
                accuracy * static_cast<double>(iris::unseen), iris::unseen);
    std::printf("time        %.2f ms for %zu epochs, this report included\n", time.count(), epochs);
    std::printf("first epoch the machine's bits are %s\n",
                same_bits ? "the compiler's" : "NOT the compiler's");
    return same_bits && accuracy >= 28.0 / iris::unseen ? 0 : 1;
}
