// A network that says what a flat costs. A price that falls when a flat gets larger would be a scandal,
// so the compiler trains the network, keeping the signs of some weights, and proves that no price, as it
// is computed, falls where only the size grows, nor rises where only the age does.

#include <array>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>

namespace {

// Size from 20 to 150 square metres, age from 0 to 100 years, distance to the centre from 0 to 20
// kilometres, each as a number from 0 to 1; the price, in millions.
using model = ctnn::network<float, ctnn::input<3>, ctnn::dense<6, ctnn::tanh>, ctnn::dense<1>>;
constexpr std::size_t size = 0, age = 1, price = 0;
constexpr ctnn::box<float, 3> flats{{0, 0, 0}, {1, 1, 1}};

// What was paid: more for each metre in the centre, less for old ones, and the haggling of each case.
constexpr auto sales = [] {
    std::array<ctnn::sample<std::array<float, 3>, std::array<float, 1>>, 40> all{};
    ctnn::random::mt19937 generator(3);
    auto const draw = [&generator] { return static_cast<float>(ctnn::random::rand(generator)); };
    for (auto& one : all) {
        float const metres = draw(), years = draw(), kilometres = draw(), haggling = draw();
        one = {{metres, years, kilometres},
               {(0.2f + metres) * (0.9f - 0.5f * kilometres) * (1 - 0.3f * years) +
                0.2f * (haggling - 0.5f)}};
    }
    return all;
}();

// Gradient descent, and after each step back to where the signs agree: no neuron falls with the size or
// rises with the age, and none lowers the price.
struct descent_with_signs {
    double learning_rate;

    template <class Scalar>
    constexpr auto at() const {
        return ctnn::sgd{learning_rate}.at<Scalar>();
    }
    constexpr void project(model& net) const {
        auto& first = net.layer<0>().weights;
        auto& second = net.layer<1>().weights;
        for (std::size_t j = 0; j < 6; ++j) {
            first[size][j] = first[size][j] < 0 ? 0 : first[size][j];
            first[age][j] = first[age][j] > 0 ? 0 : first[age][j];
            second[j][price] = second[j][price] < 0 ? 0 : second[j][price];
        }
    }
};

struct recipe {
    static constexpr auto network = ctnn::initialize<model>(ctnn::glorot_uniform{}, 2);
    static constexpr auto loss = ctnn::mean_squared_error{};
    static constexpr descent_with_signs optimizer{.learning_rate = 0.2};
    static constexpr auto& samples = sales;
    static constexpr std::size_t epochs = 100;
    static constexpr std::size_t batch_size = 8;
};
constexpr auto& net = ctnn::trained<recipe>.network;

using ctnn::verify::monotone, ctnn::verify::trend;
constexpr auto rises_with_size = monotone(net, flats, size, price);
constexpr auto falls_with_age = monotone(net, flats, age, price, 1, trend::nonincreasing);
static_assert(ctnn::verify::require<rises_with_size>());
static_assert(ctnn::verify::require<falls_with_age>());

constexpr double mean_loss(model const& pricing) {
    double sum = 0;
    for (auto const& [input, target] : sales)
        sum += static_cast<double>(ctnn::loss(pricing, ctnn::mean_squared_error{}, input, target));
    return sum / static_cast<double>(sales.size());
}

} // namespace

int main() {
    std::printf("price in thousands, 10 years old, 4 km from the centre:\n\n");
    for (int metres = 20; metres <= 150; metres += 26)
        std::printf("  %3d square metres %5.0f\n", metres,
                    static_cast<double>(
                        1000 * net({static_cast<float>(metres - 20) / 130, 0.1f, 0.2f})[price]));

    // The same without the condition: its terms go both ways, and each is rounded.
    model const free =
        ctnn::train(recipe::network, recipe::loss, ctnn::sgd{recipe::optimizer.learning_rate},
                    sales, {.epochs = recipe::epochs, .batch_size = recipe::batch_size})
            .network;
    auto const found = monotone(free, flats, size, price, 2000);
    std::printf("\nmean squared error %.4f; without the condition %.4f, and its price ",
                mean_loss(net), mean_loss(free));
    if (found.violated())
        std::printf("falls from %.6f to %.6f\n",
                    static_cast<double>(free(found.counterexample)[price]),
                    static_cast<double>(free(found.other)[price]));
    else if (found.proven_up_to(1e-5))
        std::printf("may fall, if only\nby roundings: by at most %.1e\n", found.slack);
    else
        std::printf("may fall\n");

    // The machine proves the same.
    return monotone(net, flats, size, price).proven() && !found.proven() ? 0 : 1;
}
