// Trains at run time, five epochs at a time, and stops when the network is good enough.

#include "iris_csv.hpp" // the text of data/iris.csv as a constant, made by ctnn_embed

#include <cstdio>
#include <ctnn/ctnn.hpp>

int main() {
    using model = ctnn::network<float, ctnn::input<4>, ctnn::dense<8, ctnn::relu>,
                                ctnn::dense<3, ctnn::softmax>>;

    // 120 flowers to learn from and 30 unseen ones, all inputs on one scale.
    auto const parts = ctnn::split<120>(ctnn::embedded_samples<iris_csv, float, 4, 3>, 1);
    ctnn::standardization const scale(parts.training);
    auto const training = scale(parts.training);
    auto const test = scale(parts.test);

    ctnn::cross_entropy const loss;
    ctnn::sgd const optimizer{.learning_rate = 0.1};
    ctnn::training_options const options{.epochs = 5, .batch_size = 4, .shuffle = true, .seed = 7};

    ctnn::training_result<model> result{ctnn::initialize<model>(ctnn::he_uniform{}, 1)};
    while (result.epochs < 50 && ctnn::accuracy(result.network, training) < 0.97) {
        result = ctnn::train(result, loss, optimizer, training, options);
        if (!result.ok()) {
            std::printf("epoch %zu, sample %zu: %s\n", result.problem().epoch,
                        result.problem().sample, result.problem().message().c_str());
            return 1;
        }
        std::printf("epoch %2zu   loss %.4f\n", result.epochs, static_cast<double>(result.loss));
    }

    double const accuracy = ctnn::accuracy(result.network, test);
    std::printf("unseen flowers: %.1f %% right\n", 100 * accuracy);
    return accuracy > 0.9 ? 0 : 1;
}
