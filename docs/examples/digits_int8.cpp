// A network that reads handwritten digits is trained in float by the compiler, which then puts it into
// integers of 8 bits: a quarter of the size, and no floating point between input and output.

#include "digits_data.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <ctnn/ctnn.hpp>
#include <span>

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

// A hundred of the digits that it has learnt from tell how large the numbers of its layers are.
constexpr std::span calibration(digits::training.data(), 100);
constexpr auto small = ctnn::quantize(net, calibration).network;

// At most one in a hundred of the digits that neither has seen may be lost by it. The compiler tries
// a third of them, the program all.
constexpr std::span tried_by_compiler(digits::test.data(), 99);
static_assert(ctnn::output_error(net, small, tried_by_compiler).same_class >= 0.99);

template <class Net>
double accuracy(Net const& classify) {
    std::size_t right = 0;
    for (auto const& digit : digits::test)
        if (ctnn::argmax(classify(digit.input)) == ctnn::argmax(digit.target))
            ++right;
    return static_cast<double>(right) / static_cast<double>(digits::test.size());
}

} // namespace

int main() {
    double const in_float = accuracy(net), in_int8 = accuracy(small);
    auto const error = ctnn::output_error(net, small, digits::test);
    std::printf("64-16-10, trained by the compiler, %zu unseen digits\n\n", digits::test.size());
    std::printf("in float   %4zu bytes   %.1f %% right\n", sizeof net, 100 * in_float);
    std::printf("in int8    %4zu bytes   %.1f %% right\n\n", sizeof small, 100 * in_int8);
    std::printf("the same digit said for %.1f %%\n", 100 * error.same_class);
    std::printf("largest error of a probability %.3f (digit %zu), mean %.5f\n", error.largest,
                error.sample, error.mean);
    return in_int8 >= in_float - 0.01 ? 0 : 1;
}
