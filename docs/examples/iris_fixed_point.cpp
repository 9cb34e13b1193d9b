// Fixed point, for cores without floating point. A network that tells Fisher's iris flowers apart is
// trained in float by the compiler and converted to numbers of 16 bits, and the build fails if that
// costs accuracy. Then one is trained in fixed point from the start.

#include "iris_data.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <ctnn/ctnn.hpp>

namespace {

// From -8 to 8 in steps of 1/4096.
using fixed = ctnn::fixed_point<3, 12>;

template <class Scalar>
using model = ctnn::network<Scalar, ctnn::input<4>, ctnn::dense<8, ctnn::relu>,
                            ctnn::dense<3, ctnn::softmax>>;
static_assert(sizeof(model<fixed>) == 67 * sizeof(std::int16_t));

template <class Scalar>
struct recipe {
    static constexpr auto network = ctnn::initialize<model<Scalar>>(ctnn::he_uniform{}, 1234);
    static constexpr auto loss = ctnn::cross_entropy{};
    static constexpr auto optimizer = ctnn::sgd{.learning_rate = 0.05};
    static constexpr std::size_t epochs = 20;
    static constexpr bool shuffle = true;
    static constexpr unsigned seed = 7;
};

struct float_recipe : recipe<float> {
    static constexpr auto& samples = iris::data.training;
};

// The network itself may be rounded: what that does to its outputs is measured on all flowers that it
// was not trained with, and bounded.
constexpr auto& in_float = ctnn::trained<float_recipe>.network;
constexpr auto converted = ctnn::convert<fixed>(in_float);
constexpr auto test = ctnn::convert<fixed>(iris::data.test);
constexpr auto error = ctnn::output_error(in_float, converted, iris::data.test);
static_assert(error.largest < 0.002 && error.mean < 0.0002 && error.same_class == 1);
static_assert(ctnn::accuracy(converted, test) == ctnn::accuracy(in_float, iris::data.test));

// Or it may be trained in fixed point, here by the compiler, on a microcontroller as well. (Exact sums
// cost the compiler more than those of float, and fewer epochs do.)
struct fixed_recipe : recipe<fixed> {
    static constexpr std::size_t epochs = 6;
    static constexpr auto samples = ctnn::convert<fixed>(iris::data.training);
};
constexpr auto& in_fixed = ctnn::trained<fixed_recipe>;
static_assert(ctnn::accuracy(in_fixed.network, test) >= 28.0 / iris::unseen);

template <class Network, class Samples>
void print(char const* what, Network const& net, Samples const& samples) {
    std::printf("%-28s %4zu bytes   %.0f of %zu unseen flowers\n", what, sizeof net,
                ctnn::accuracy(net, samples) * static_cast<double>(iris::unseen), iris::unseen);
}

} // namespace

int main() {
    std::printf("4-8-3, trained by the compiler\n\n");
    print("in float", in_float, iris::data.test);
    print("converted to fixed_point", converted, test);
    print("trained in fixed_point", in_fixed.network, test);
    std::printf("\nlargest error of an output   %.6f (flower %zu)\n", error.largest, error.sample);
    std::printf("mean error                   %.6f\n", error.mean);
    std::printf("loss of the last epoch       %.4f, in fixed_point\n",
                static_cast<double>(in_fixed.losses.back()));

    // The machine trains to the compiler's bits.
    using in = fixed_recipe;
    auto const result =
        ctnn::train(in::network, in::loss, in::optimizer, in::samples,
                    {.epochs = in::epochs, .shuffle = in::shuffle, .seed = in::seed});
    bool const same = result.ok() && result.network == in_fixed.network;
    std::printf("machine                      its bits are %s\n",
                same ? "the compiler's" : "NOT the compiler's");
    return same ? 0 : 1;
}
