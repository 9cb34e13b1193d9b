// Reads Fisher's iris flowers from a file while the program runs, trains on 120 of them, and counts how many
// of the other 30 it knows.

#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <string>

using model = ctnn::network<float, ctnn::input<4>, ctnn::dense<16, ctnn::relu>,
                            ctnn::dense<3, ctnn::softmax>>;

int main(int count, char const* const* arguments) {
    std::ifstream file(count > 1 ? arguments[1] : "iris.csv");
    // [data.md]
    std::string const text{std::istreambuf_iterator<char>(file), {}};
    auto flowers = ctnn::csv<float, 4, 3, 1000>(text); // at most 1000 rows
    if (!flowers.ok()) {
        std::cerr << "row " << flowers.problem().row << ": " << flowers.problem().message() << '\n';
        return 1;
    }
    flowers = ctnn::shuffle(flowers, 1);
    auto const training = std::span(flowers).first(120), test = std::span(flowers).subspan(120);
    auto const on_one_scale = ctnn::standardization(training);
    for (auto& flower : flowers)
        flower = on_one_scale(flower);

    auto const result =
        ctnn::train(ctnn::initialize<model>(ctnn::glorot_uniform{}, 1234), ctnn::cross_entropy{},
                    ctnn::sgd{.learning_rate = 0.05}, training, {.epochs = 20, .shuffle = true});
    std::cout << ctnn::accuracy(result.network, test) << '\n';
    // [data.md]
    return result.ok() && ctnn::accuracy(result.network, test) > 0.9 ? 0 : 1;
}
