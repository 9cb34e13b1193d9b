#include <ctnn/layer/average_pool.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/relu.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/layer/global_average_pool.hpp>
#include <ctnn/layer/global_max_pool.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/quantization/quantize.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/linear_bounds.hpp>
#include <type_traits>

#include "../support/random_numbers.hpp"
#include "example.hpp"
#include "oracle/average_pool.hpp"

namespace {

using namespace ctnn;
namespace oracle = average_pool_oracle;

// What the type says.
using halves = network<float, input<4, 6, 3>, average_pool<kernel_size<2, 2>>>;
static_assert(std::is_same_v<halves::output_shape, shape<2, 3, 3>>);
static_assert(halves::parameter_count == 0 && sizeof(halves) == 1);
using overlapping =
    network<float, input<4, 6, 3>, average_pool<strides<1, 1>, kernel_size<2, 3>, relu>>;
static_assert(std::is_same_v<overlapping::output_shape, shape<3, 4, 3>>);
static_assert(std::is_same_v<overlapping::stage<0>::activation, relu>);
template <class Input, class Layer>
using shape_after = typename network<float, Input, Layer>::output_shape;
static_assert(std::is_same_v<shape_after<input<9, 2>, average_pool<kernel_size<3>>>, shape<3, 2>>);
static_assert(std::is_same_v<shape_after<input<4, 6, 3>, global_average_pool>, shape<3>>);
static_assert(std::is_same_v<shape_after<input<7, 2>, global_max_pool>, shape<2>>);

// Channels do not mix; what is left over at the end of an axis is in no window.
using pairs = network<float, input<5, 2>, average_pool<kernel_size<2>>>;
static_assert(pairs{}({1, -1, 2, -2, 3, -3, 0, -9, 99, 99}) ==
              std::array<float, 4>{1.5F, -1.5F, 1.5F, -6});

// Padding is left out, not zero.
using padded = network<float, input<3, 1>, average_pool<kernel_size<2>, strides<1>, padding<1>>>;
static_assert(padded{}({3, 1, 2}) == std::array<float, 4>{3, 2, 1.5F, 2});

// In the compiler.
static_assert(layers::holds<input<4, 6, 3>, average_pool<kernel_size<2, 2>>>(oracle::halves));
static_assert(
    layers::holds<input<5, 3, 2>, average_pool<kernel_size<3, 2>, strides<2, 2>, padding_same>>(
        oracle::same));
static_assert(layers::holds<input<2, 4, 3>, global_average_pool>(oracle::global_mean));
static_assert(layers::holds<input<2, 4, 3>, global_max_pool>(oracle::global_largest));

// TensorFlow Lite's reference: the sum of a window's integers, and half of their count, away from 0.
constexpr int mean_of_integers(int sum, int count) {
    return (sum > 0 ? sum + count / 2 : sum - count / 2) / count;
}

} // namespace

TEST_CASE("means of windows and their derivatives are PyTorch's", "[layer]") {
    using layers::check_example;
    check_example<input<7, 2>, average_pool<kernel_size<3>>>(oracle::row);
    check_example<input<5, 2>, average_pool<kernel_size<2>, strides<1>, padding_same>>(
        oracle::row_same);
    check_example<input<4, 6, 3>, average_pool<kernel_size<2, 2>>>(oracle::halves);
    check_example<input<5, 4, 2>, average_pool<kernel_size<3, 2>, strides<1, 1>>>(
        oracle::overlapping);
    check_example<input<5, 6, 1>, average_pool<kernel_size<2, 3>, strides<2, 1>, dilation<3, 2>>>(
        oracle::dilation);
    check_example<input<4, 3, 2>, average_pool<kernel_size<2, 3>, strides<1, 2>, padding<1, 1>>>(
        oracle::padding);
    check_example<input<5, 3, 2>, average_pool<kernel_size<3, 2>, strides<2, 2>, padding_same>>(
        oracle::same);
}

TEST_CASE("pools of the whole image and their derivatives are PyTorch's", "[layer]") {
    using layers::check_example;
    check_example<input<2, 4, 3>, global_average_pool>(oracle::global_mean);
    check_example<input<5, 2>, global_average_pool>(oracle::global_mean_of_steps);
    check_example<input<2, 4, 3>, global_max_pool>(oracle::global_largest);
    check_example<input<5, 2>, global_max_pool>(oracle::global_largest_of_steps);
}

// 1 / 9 is far from any number of this format, and 9 is none: the sum is divided.
TEST_CASE("a mean in fixed point is rounded once", "[layer]") {
    using number = fixed_point<3, 4>;
    using nine = network<number, input<3, 3, 1>, average_pool<kernel_size<3, 3>>>;
    std::array<float, 9> const x{7, 7, 7, 7, 7, 7, 7, 7, 6.5F};
    CHECK(nine{}(compare::converted<number>(compare::opaque(x)))[0] == number(6.9375F));
    nine::input_type all{};
    all.fill(number::largest());
    CHECK(nine{}(compare::opaque(all))[0] == number::largest());
}

TEST_CASE("integers of a mean are TensorFlow Lite's", "[layer]") {
    using model = network<float, input<3, 3, 1>,
                          average_pool<kernel_size<2, 2>, strides<1, 1>, padding_same>>;
    using taken = sample<model::input_type, model::output_type>;
    seeded::random_numbers draw(2);
    std::array<taken, 40> samples{};
    for (auto& one : samples)
        one.input = draw.array<float, 9>();
    auto const small = quantize(model{}, samples);
    REQUIRE(small.ok());
    auto const& scale = small.network.input;
    for (auto const& one : samples) {
        auto const y = small.network(one.input);
        for (int row = 0; row < 3; ++row)
            for (int column = 0; column < 3; ++column) {
                int sum = 0, count = 0;
                for (int r = row; r < 3 && r < row + 2; ++r)
                    for (int c = column; c < 3 && c < column + 2; ++c, ++count)
                        sum += scale.quantized(one.input[static_cast<std::size_t>(3 * r + c)]);
                auto const mean = static_cast<std::int8_t>(mean_of_integers(sum, count));
                CHECK(compare::same_bits(y[static_cast<std::size_t>(3 * row + column)],
                                         scale.value(mean)));
            }
    }
}

// Linear bounds of means alone are as narrow as their intervals, and both are the means of the ends.
TEST_CASE("bounds of means are means of the ends", "[layer]") {
    using model = network<double, input<2, 2, 1>,
                          average_pool<kernel_size<2, 2>, strides<1, 1>, padding_same>>;
    box<double, 4> const in{{-1, 0, 2, 4}, {1, 3, 3, 5}};
    auto const wide = verify::bounds(model{}, in);
    auto const narrow = verify::linear_bounds(model{}, in);
    model::output_type const low{1.25, 2, 3, 4}, high{3, 4, 4, 5};
    for (std::size_t j = 0; j < 4; ++j) {
        CHECK(wide[j].lower == low[j]);
        CHECK(wide[j].upper == high[j]);
        CHECK(compare::near(narrow[j].lower, low[j], 4096));
        CHECK(compare::near(narrow[j].upper, high[j], 4096));
    }
}
