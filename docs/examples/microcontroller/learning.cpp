// A network that goes on learning on the board: the compiler trained it for one epoch, and that is
// where it starts from; flowers that are given to the board at run time teach it the rest. All that
// changes is one static object. The same program on a desktop prints the same, to the last bit.

#include "../iris_data.hpp"
#include "console.hpp"
#include "number.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>

namespace {

using model =
    ctnn::network<float, ctnn::input<4>, ctnn::dense<8, ctnn::relu>, ctnn::dense<3, ctnn::softmax>>;

struct recipe {
    static constexpr auto network = ctnn::initialize<model>(ctnn::he_uniform{}, 1234);
    static constexpr auto loss = ctnn::cross_entropy{};
    static constexpr auto optimizer = ctnn::sgd{.learning_rate = 0.05};
    static constexpr auto& samples = iris::data.training;
    static constexpr std::size_t epochs = 1;
};

// In RAM: the parameters, and what the last step had to tell. Steps need some stack besides.
constinit ctnn::training_result<model> learner{ctnn::trained<recipe>.network};
static_assert(ctnn::within_budget<model, ctnn::budget{.training_ram = 1024}>);

unsigned show(char const* when) {
    unsigned right = 0;
    for (auto const& flower : iris::data.test)
        right += ctnn::argmax(learner.network(flower.input)) == ctnn::argmax(flower.target);
    print(when);
    print_number(right, 10);
    print(" of 30 flowers, parameters ");
    std::uint32_t digest = 0;
    for (float const weight : learner.network.layer<0>().weights.values)
        digest = digest * 31 + std::bit_cast<std::uint32_t>(weight);
    print_number(digest, 16);
    print("\n");
    return right;
}

} // namespace

int main() {
    unsigned const before = show("before: ");
    for (int round = 0; round < 10; ++round)
        for (auto const& flower : iris::data.training) // one after the other, as they come
            ctnn::train_step(learner, recipe::loss, recipe::optimizer, flower.input, flower.target);
    unsigned const after = show("after:  ");
    return learner.ok() && after > before ? 0 : 1;
}
