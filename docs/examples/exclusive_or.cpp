// A network learns what "exclusive or" is, 2000 epochs, while this file is compiled. The program only
// prints what came of it.

#include "chart.hpp"

#include <array>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>

namespace {

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<4, ctnn::sigmoid>,
                            ctnn::dense<2, ctnn::sigmoid>>;

constexpr auto question = [](double a, double b) {
    return ctnn::sample{std::array{a, b}, ctnn::one_hot<double, 2>(a == b ? 0 : 1)};
};
constexpr std::array truth{question(0, 0), question(0, 1), question(1, 0), question(1, 1)};

struct recipe {
    static constexpr auto network = ctnn::initialize<model>(ctnn::glorot_uniform{}, 1234);
    static constexpr auto loss = ctnn::mean_squared_error{};
    static constexpr auto optimizer = ctnn::sgd{.learning_rate = 2};
    static constexpr auto& samples = truth;
    static constexpr std::size_t epochs = 2000;
};

constexpr auto& trained = ctnn::trained<recipe>;
constexpr auto& net = trained.network;

constexpr std::size_t exclusive_or(double a, double b) {
    return ctnn::argmax(net({a, b}));
}
static_assert(exclusive_or(0, 0) == 0);
static_assert(exclusive_or(0, 1) == 1);
static_assert(exclusive_or(1, 0) == 1);
static_assert(exclusive_or(1, 1) == 0);
static_assert(ctnn::accuracy(recipe::network, truth) < 1, "the network knew it before");

template <std::size_t Layer>
void print_layer() {
    auto const& [weights, biases] = net.layer<Layer>();
    std::printf("\nlayer %zu\n", Layer);
    for (std::size_t from = 0; from < weights.size(); ++from) {
        std::printf("  weights from %zu ", from);
        for (double const weight : weights[from])
            std::printf("%9.4f", weight);
        std::printf("\n");
    }
    std::printf("  biases         ");
    for (double const bias : biases)
        std::printf("%9.4f", bias);
    std::printf("\n");
}

} // namespace

int main() {
    std::printf("2-4-2, %zu parameters, trained in %zu epochs by the compiler\n",
                model::parameter_count, recipe::epochs);
    print_layer<0>();
    print_layer<1>();
    print_chart(trained.losses);
    std::printf("\n");
    for (auto const& [input, target] : truth) {
        auto const said = net(input);
        std::printf("%.0f xor %.0f   is %zu (0: %.3f, 1: %.3f)\n", input[0], input[1],
                    ctnn::argmax(said), said[0], said[1]);
    }
    return ctnn::accuracy(net, truth) == 1 ? 0 : 1;
}
