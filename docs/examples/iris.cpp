// A network learns to tell Fisher's iris flowers apart while this file is compiled: 120 of them to
// learn from, 30 unseen ones to be tried on. The program has the trained network as a constant; it
// trains a network too, only to see whether the machine gets the compiler's bits.

#include "chart.hpp"
#include "confusion.hpp"
#include "iris_data.hpp"

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <ctnn/ctnn.hpp>

namespace {

using model = ctnn::network<iris::scalar, ctnn::input<4>, ctnn::dense<8, ctnn::relu>,
                            ctnn::dense<3, ctnn::softmax>>;
static_assert(model::parameter_count == 4 * 8 + 8 + 8 * 3 + 3);
static_assert(sizeof(model) == model::parameter_count * sizeof(iris::scalar));

struct recipe {
    static constexpr auto network = ctnn::initialize<model>(ctnn::he_uniform{}, 1234);
    static constexpr auto loss = ctnn::cross_entropy{};
    static constexpr auto optimizer = ctnn::sgd{.learning_rate = 0.05};
    static constexpr auto& samples = iris::data.training;
    static constexpr std::size_t epochs = 20;
    static constexpr bool shuffle = true;
    static constexpr unsigned seed = 7;
};

constexpr auto& trained = ctnn::trained<recipe>;
constexpr double accuracy = ctnn::accuracy(trained.network, iris::data.test);
static_assert(accuracy >= 28.0 / iris::unseen);

// The same training by the machine: whether each loss and each parameter has the same bits.
bool machine_agrees() {
    ctnn::training_result<model> result{recipe::network};
    bool same = true;
    for (auto const& loss : trained.losses) {
        result = ctnn::train(result, recipe::loss, recipe::optimizer, recipe::samples,
                             {.epochs = 1, .shuffle = recipe::shuffle, .seed = recipe::seed});
        same &= result.ok() && std::memcmp(&result.loss, &loss, sizeof loss) == 0;
    }
    return same && std::memcmp(&result.network, &trained.network, sizeof(model)) == 0;
}

} // namespace

int main() {
    std::printf("network     4-8-3, %zu parameters, %zu bytes\n", model::parameter_count,
                sizeof(model));
    std::printf("data        %zu flowers to learn from, %zu unseen\n", iris::trained, iris::unseen);
    std::printf("training    done by the compiler\n\n");
    for (std::size_t epoch = 0; epoch < recipe::epochs; ++epoch)
        std::printf("epoch %3zu   loss %.4f\n", epoch + 1,
                    static_cast<double>(trained.losses[epoch]));
    print_chart(trained.losses);
    print_confusion(trained.network, iris::data.test, iris::species);
    std::printf("\naccuracy    %.0f of %zu unseen flowers\n",
                accuracy * static_cast<double>(iris::unseen), iris::unseen);

    auto const begin = std::chrono::steady_clock::now();
    bool const same = machine_agrees();
    std::chrono::duration<double, std::milli> const time = std::chrono::steady_clock::now() - begin;
    std::printf("machine     the same %zu epochs in %.2f ms, its bits are %s\n", recipe::epochs,
                time.count(), same ? "the compiler's" : "NOT the compiler's");
    return same && ctnn::accuracy(trained.network, iris::data.test) == accuracy ? 0 : 1;
}
