// A network learns to read handwritten digits of 8x8 pixels while this file is compiled: one look at
// each of 1500, and 297 unseen ones to be tried on.

#include "confusion.hpp"
#include "digits_data.hpp"

#include <array>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>

namespace {

using model = ctnn::network<digits::scalar, ctnn::input<64>, ctnn::dense<16, ctnn::relu>,
                            ctnn::dense<10, ctnn::softmax>>;

struct recipe {
    static constexpr auto network = ctnn::initialize<model>(ctnn::he_uniform{}, 1);
    static constexpr auto loss = ctnn::cross_entropy{};
    static constexpr auto optimizer = ctnn::sgd{.learning_rate = 0.05};
    static constexpr auto& samples = digits::training;
    static constexpr std::size_t epochs = 1;
    static constexpr bool shuffle = true;
    static constexpr unsigned seed = 1;
};

constexpr auto& net = ctnn::trained<recipe>.network;
constexpr double accuracy = ctnn::accuracy(net, digits::test);
static_assert(accuracy >= 0.85);

constexpr std::array<char const*, 10> names{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};

// Digits next to each other, and below them what the network takes them for.
void print_digits(std::size_t first, std::size_t last) {
    for (std::size_t row = 0; row < 8; ++row) {
        for (std::size_t i = first; i < last; ++i) {
            std::printf("  ");
            for (std::size_t column = 0; column < 8; ++column) {
                auto const ink = digits::test[i].input[row * 8 + column];
                std::printf("%c", " .:-=+*#%@"[static_cast<std::size_t>(ink * 9.99F)]);
            }
        }
        std::printf("\n");
    }
    for (std::size_t i = first; i < last; ++i) {
        auto const said = net(digits::test[i].input);
        std::size_t const digit = ctnn::argmax(said);
        std::printf("  %zu %s%3.0f %%", digit,
                    digit == ctnn::argmax(digits::test[i].target) ? " " : "!",
                    100 * static_cast<double>(said[digit]));
    }
    std::printf("\n\n");
}

} // namespace

int main() {
    std::printf("64-16-10, %zu parameters, trained by the compiler on %zu digits\n\n",
                model::parameter_count, digits::trained);
    std::printf("unseen digits, what the network says, how sure it is (! where it is wrong)\n\n");
    print_digits(0, 7);
    print_digits(7, 14);
    print_confusion(net, digits::test, names);
    std::printf("\nloss        %.4f, mean of the epoch\n",
                static_cast<double>(ctnn::trained<recipe>.losses[0]));
    std::printf("accuracy    %.1f %% of %zu unseen digits\n", 100 * accuracy, digits::test.size());
    return ctnn::accuracy(net, digits::test) == accuracy ? 0 : 1;
}
