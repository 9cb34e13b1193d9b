// The library's optimizers side by side: the mean loss on the Iris flowers after 1, 5, 10 and 20 epochs.

#include "iris_csv.hpp" // the text of data/iris.csv as a constant, made by ctnn_embed

#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>

namespace {

template <class Optimizer, class Samples>
bool print_losses(char const* name, Optimizer const& optimizer, Samples const& samples) {
    using model = ctnn::network<float, ctnn::input<4>, ctnn::dense<8, ctnn::relu>,
                                ctnn::dense<3, ctnn::softmax>>;
    ctnn::training_options options{.epochs = 0, .batch_size = 4, .shuffle = true, .seed = 7};
    ctnn::cross_entropy const loss;
    auto const start = ctnn::initialize<model>(ctnn::he_uniform{}, 1);
    auto result = ctnn::train(start, loss, optimizer, samples, options); // none yet, to go on from

    std::printf("%-16s", name);
    for (std::size_t const epochs : {1u, 5u, 10u, 20u}) {
        options.epochs = epochs - result.epochs;
        result = ctnn::train(result, loss, optimizer, samples, options);
        std::printf("%9.4f", static_cast<double>(result.loss));
    }
    std::printf("\n");
    return result.ok();
}

} // namespace

int main() {
    auto const& flowers = ctnn::embedded_samples<iris_csv, float, 4, 3>;
    auto const samples = ctnn::standardization(flowers)(flowers);

    std::printf("after epochs            1        5       10       20\n");
    bool const good =
        print_losses("sgd", ctnn::sgd{.learning_rate = 0.02}, samples) &&
        print_losses("sgd_momentum", ctnn::sgd_momentum{.learning_rate = 0.02}, samples) &&
        print_losses("  nesterov", ctnn::sgd_momentum{.learning_rate = 0.02, .nesterov = true},
                     samples) &&
        print_losses("adam", ctnn::adam{.learning_rate = 0.02}, samples) &&
        print_losses("adamw", ctnn::adamw{.learning_rate = 0.02}, samples);
    return good ? 0 : 1;
}
