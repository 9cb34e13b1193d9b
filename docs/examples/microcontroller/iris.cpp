// From a CSV file to a class on a board: the compiler reads Fisher's iris flowers, trains a network on
// 120 of them and checks it on the others; what is flashed is a constant. The board measures a flower
// (here: a table of measurements) and prints its species.

#include "../iris_data.hpp"
#include "console.hpp"

#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>

namespace {

using model =
    ctnn::network<float, ctnn::input<4>, ctnn::dense<8, ctnn::relu>, ctnn::dense<3, ctnn::softmax>>;

struct recipe {
    static constexpr auto network = ctnn::initialize<model>(ctnn::he_uniform{}, 1234);
    static constexpr auto loss = ctnn::cross_entropy{};
    static constexpr auto optimizer = ctnn::sgd{.learning_rate = 0.05};
    static constexpr auto& samples = iris::data.training;
    static constexpr std::size_t epochs = 20;
    static constexpr bool shuffle = true;
    static constexpr unsigned seed = 7;
};

// In flash, and never copied to RAM.
constexpr model net = ctnn::trained<recipe>.network;
constexpr auto scale = iris::on_one_scale;

// The build fails where one of these does not hold.
static_assert(ctnn::accuracy(net, iris::data.test) >= 0.93);
static_assert(ctnn::within_budget<model, ctnn::budget{.flash = 512, .ram = 128}>);

// Sepal length and width, petal length and width in millimetres: what a sensor would give.
constexpr std::array<std::array<short, 4>, 3> measured{{
    {49, 31, 15, 1},
    {57, 28, 45, 13},
    {65, 30, 58, 22},
}};

} // namespace

int main() {
    for (auto const& flower : measured) {
        std::array<float, 4> x{};
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = static_cast<float>(flower[i]) / 10;
        print(iris::species[ctnn::argmax(net(scale(x)))]);
        print("\n");
    }
    return 0;
}
