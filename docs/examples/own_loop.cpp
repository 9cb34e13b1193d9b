// Your own training loop: backpropagate, change the gradient as you like, then let an optimizer take a step along it.
// Here each gradient is the mean over all four samples of XOR, and a long gradient is clipped.

#include <array>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>

namespace {

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<4, ctnn::tanh>,
                            ctnn::dense<1, ctnn::sigmoid>>;
using sample = ctnn::sample<model::input_type, model::output_type>;
constexpr std::array<sample, 4> samples{
    {{{0, 0}, {0}}, {{0, 1}, {1}}, {{1, 0}, {1}}, {{1, 1}, {0}}}};
constexpr ctnn::binary_cross_entropy loss{};

constexpr ctnn::cosine_decay<ctnn::adam> optimizer{.optimizer = {.learning_rate = 0.1},
                                                   .steps = 200};
using learner = ctnn::learner_of<model, decltype(optimizer)>;

constexpr double step(learner& result) {
    model mean{};
    double mean_loss = 0;
    for (auto const& [input, target] : samples) {
        auto const back = ctnn::backpropagate(result.network, loss, input, target);
        ctnn::for_each_parameter(
            [](double& sum, double const& derivative) { sum += derivative / samples.size(); }, mean,
            back.gradient);
        mean_loss += back.loss / samples.size();
    }
    double square = 0;
    ctnn::for_each_parameter([&](double const& derivative) { square += derivative * derivative; },
                             mean);
    if (square > 0.25) {
        double const factor = 0.5 / ctnn::math::sqrt(square);
        ctnn::for_each_parameter([&](double& derivative) { derivative *= factor; }, mean);
    }
    ctnn::apply_gradient(result, optimizer, mean);
    return mean_loss;
}

// A few steps as a constant, to see that they have the machine's bits.
constexpr learner after_10 = [] {
    learner result{ctnn::initialize<model>(ctnn::glorot_uniform{}, 1)};
    for (int i = 0; i < 10; ++i)
        step(result);
    return result;
}();

} // namespace

int main() {
    learner result{ctnn::initialize<model>(ctnn::glorot_uniform{}, 1)};
    double mean_loss = 0;
    bool same = false;
    while (result.steps < 200) {
        mean_loss = step(result);
        if (result.steps == 10)
            same = result.network == after_10.network && result.state == after_10.state;
    }
    std::printf("%zu steps, loss %.4f, the constant's bits: %s\n", result.steps, mean_loss,
                same ? "yes" : "no");
    for (auto const& [input, target] : samples)
        std::printf("%.0f xor %.0f = %.3f\n", input[0], input[1], result.network(input)[0]);
    return same && mean_loss < 0.02 ? 0 : 1;
}
