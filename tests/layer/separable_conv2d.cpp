#include <ctnn/layer/separable_conv2d.hpp>

#include <array>
#include <cstdint>
#include <ctnn/ctnn.hpp>
#include <type_traits>

#include "../support/random_numbers.hpp"
#include "example.hpp"

namespace {

using namespace ctnn;

template <class Scalar>
using one = network<Scalar, input<4, 5, 3>,
                    separable_conv2d<4, kernel_size<3, 2>, ctnn::tanh, padding_same, strides<2, 1>,
                                     depth_multiplier<2>>,
                    dense<2>>;
template <class Scalar>
using two =
    network<Scalar, input<4, 5, 3>,
            depthwise_conv2d<kernel_size<3, 2>, padding_same, strides<2, 1>, depth_multiplier<2>>,
            conv2d<4, kernel_size<1, 1>, ctnn::tanh>, dense<2>>;

static_assert(std::is_same_v<one<float>::stage<0>::output_shape, shape<2, 5, 4>>);
static_assert(one<float>::parameter_count == two<float>::parameter_count);

template <class Scalar>
constexpr auto parameters = seeded::random_numbers(3).array<Scalar, one<Scalar>::parameter_count>();
constexpr auto x = seeded::random_numbers(4).array<float, 60>();
static_assert(compare::network_of<one<float>>(parameters<float>)(x) ==
              compare::network_of<two<float>>(parameters<float>)(x));

} // namespace

TEMPLATE_TEST_CASE("a separable convolution is its two layers", "[layer]", float, double) {
    auto const a = compare::opaque(compare::network_of<one<TestType>>(parameters<TestType>));
    auto const b = compare::opaque(compare::network_of<two<TestType>>(parameters<TestType>));
    seeded::random_numbers draw(5);
    for (int round = 0; round < 5; ++round) {
        sample<std::array<TestType, 60>, std::array<TestType, 2>> const s{
            draw.array<TestType, 60>(), draw.array<TestType, 2>()};
        CHECK(compare::same_bits(a(s.input), b(s.input)));
        auto const g = backpropagate(a, mean_squared_error{}, s.input, s.target).gradient;
        auto const h = backpropagate(b, mean_squared_error{}, s.input, s.target).gradient;
        CHECK(compare::same_bits(compare::flat(g), compare::flat(h)));
    }
}

TEST_CASE("a separable convolution has the integers of its two layers", "[layer]") {
    seeded::random_numbers draw(6);
    std::array<sample<std::array<float, 60>, std::array<float, 2>>, 20> samples{};
    for (auto& s : samples)
        s.input = draw.array<float, 60>();
    auto const a = quantize(compare::network_of<one<float>>(parameters<float>), samples).network;
    auto const b = quantize(compare::network_of<two<float>>(parameters<float>), samples).network;
    for (auto const& s : samples)
        CHECK(a.run(a.input.quantized(s.input)) == b.run(b.input.quantized(s.input)));
}
