// A convolutional network learns to read handwritten digits of 8x8 pixels when the program runs: a third of the
// parameters of digits.cpp's dense network, and more digits read. Then the same network in integers of 8
// bits, and a proof of how far every pixel of a digit may be off.

#include "digits_data.hpp"

#include <array>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>
#include <span>

namespace {

using namespace ctnn;

using model = network<digits::scalar, input<8, 8, 1>,     // an image of 8x8 pixels, one channel
                      conv2d<8, kernel_size<3, 3>, relu>, // 6x6 places with 8 channels
                      max_pool<kernel_size<2, 2>>,        // 3x3
                      dense<10, softmax>>;

static_assert(std::is_same_v<model::stage<1>::output_shape, shape<3, 3, 8>>);
static_assert(model::parameter_count == (9 + 1) * 8 + (72 + 1) * 10);

template <class Net>
double accuracy_of(Net const& net) {
    std::size_t right = 0;
    for (auto const& [picture, digit] : digits::test)
        right += argmax(net(picture)) == argmax(digit);
    return static_cast<double>(right) / static_cast<double>(digits::test.size());
}

} // namespace

int main() {
    std::printf("%s\n", summary<model>().c_str());

    auto const trained =
        train(initialize<model>(he_uniform{}, 1), cross_entropy{}, sgd{.learning_rate = 0.05},
              digits::training, {.epochs = 5, .shuffle = true, .seed = 1});
    if (!trained.ok()) {
        std::puts(trained.problem().message().c_str());
        return 1;
    }
    auto const& net = trained.network;

    // A hundred digits tell how large the numbers of each layer are.
    auto const small = quantize(net, std::span(digits::training).first<100>());
    double const in_float = accuracy_of(net), in_int8 = accuracy_of(small.network);
    std::printf("in float   %4zu bytes   %.1f %% of %zu unseen digits right\n", sizeof net,
                100 * in_float, digits::test.size());
    std::printf("in int8    %4zu bytes   %.1f %%\n", sizeof small.network, 100 * in_int8);

    // Pixels are from 0 to 1 in steps of a sixteenth.
    std::size_t steady = 0;
    std::size_t const tried = 50;
    for (std::size_t i = 0; i < tried; ++i)
        steady += verify::robust(net, digits::test[i].input, 0.03f).proven();
    std::printf("\n%zu of %zu digits keep their class for every error of the pixels up to 0.03\n",
                steady, tried);
    return in_float >= 0.95 && small.ok() && in_int8 >= in_float - 0.01 && steady >= 30 ? 0 : 1;
}
