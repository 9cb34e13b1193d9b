// By how much each pixel of a handwritten digit may be off before a network takes it for another one:
// a radius for each of 297 unseen digits, within which no picture of all there are changes the class.
// The network is trained and its radii are proven when the program runs.

#include "digits_data.hpp"

#include <array>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>

namespace {

using model = ctnn::network<digits::scalar, ctnn::input<64>, ctnn::dense<16, ctnn::relu>,
                            ctnn::dense<10, ctnn::softmax>>;

// Pixels are from 0 to 1 in steps of a sixteenth; a radius of 0.03 is half a step in all of them.
constexpr digits::scalar half_a_step = 0.03f;
constexpr std::size_t shown = 6;

} // namespace

int main() {
    auto const net = ctnn::train(ctnn::initialize<model>(ctnn::he_uniform{}, 1),
                                 ctnn::cross_entropy{}, ctnn::sgd{.learning_rate = 0.05},
                                 digits::training, {.epochs = 4, .shuffle = true, .seed = 1})
                         .network;

    std::array<digits::scalar, digits::test.size()> radii{};
    std::size_t right = 0, proven = 0;
    double sum = 0;
    bool holds = true;
    for (std::size_t i = 0; i < radii.size(); ++i) {
        auto const& [picture, digit] = digits::test[i];
        radii[i] = ctnn::verify::robust_radius(net, picture, 1.0f, 8);
        bool const is_right = ctnn::argmax(net(picture)) == ctnn::argmax(digit);
        right += is_right;
        proven += is_right && radii[i] >= half_a_step;
        sum += static_cast<double>(radii[i]);

        // Every pixel wrong by as much, the even ones up and the odd ones down: within the radius.
        auto other = picture;
        for (std::size_t k = 0; k < other.size(); ++k)
            other[k] += k % 2 == 0 ? radii[i] : -radii[i];
        holds = holds && ctnn::argmax(net(other)) == ctnn::argmax(net(picture));
    }

    for (std::size_t row = 0; row < 8; ++row) {
        for (std::size_t i = 0; i < shown; ++i) {
            std::printf("  ");
            for (std::size_t column = 0; column < 8; ++column) {
                auto const ink = digits::test[i].input[row * 8 + column];
                std::printf("%c", " .:-=+*#%@"[static_cast<std::size_t>(ink * 9.99f)]);
            }
        }
        std::printf("\n");
    }
    for (std::size_t i = 0; i < shown; ++i)
        std::printf("  %zu: %.3f", ctnn::argmax(net(digits::test[i].input)),
                    static_cast<double>(radii[i]));

    auto const percent = [](std::size_t count) {
        return 100 * static_cast<double>(count) / static_cast<double>(digits::test.size());
    };
    std::printf(
        "\n\nmean radius %.3f\n%.1f %% are read right, %.1f %% are proven to be if every pixel "
        "is off by up to %.2f\n",
        sum / static_cast<double>(radii.size()), percent(right), percent(proven),
        static_cast<double>(half_a_step));
    return holds && 2 * proven > radii.size() ? 0 : 1;
}
