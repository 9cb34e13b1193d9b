// By how much each pixel of a handwritten digit may be off before a network takes it for another one:
// a radius for each of 297 unseen digits, within which no picture of all there are changes the class.
// Then, for some radii, how much more branch and bound decides than one look at each picture: there are 64
// inputs and 16 hidden neurons, so it splits these. The network is trained and all is proven when the program
// runs.

#include "digits_data.hpp"

#include <algorithm>
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

// What is decided of all pictures with one box for each, and with up to `most`.
bool decide(model const& net, digits::scalar radius, std::size_t most) {
    std::size_t at_once = 0, proven = 0, violated = 0, boxes = 0, most_of_proven = 0;
    for (auto const& [picture, digit] : digits::test) {
        auto const verdict = ctnn::verify::robust(net, picture, radius, most);
        at_once += verdict.proven() && verdict.boxes == 1;
        proven += verdict.proven(), violated += verdict.violated();
        if (verdict.proven()) {
            boxes += verdict.boxes;
            most_of_proven = std::max(most_of_proven, verdict.boxes);
        }
    }
    std::printf("%6.2f %8zu %8zu %9zu %8zu %8zu %8zu\n", static_cast<double>(radius), at_once,
                proven, violated, digits::test.size() - proven - violated, boxes, most_of_proven);
    return at_once <= proven;
}

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

    std::printf("\nradius  at once   proven  violated  unknown    boxes     most\n");
    for (digits::scalar const radius : {0.03f, 0.05f, 0.08f, 0.1f})
        holds = decide(net, radius, 1000) && holds;
    return holds && 2 * proven > radii.size() ? 0 : 1;
}
