// The programs of docs/layers_that_normalize.md.

#include <array>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>
#include <type_traits>

using namespace ctnn;

namespace {

namespace of_batch_norm {
// [batch_norm]
constexpr network<double, input<2, 2>, basic_batch_norm<0>> net{
    {{3, -1}, {5, 0}, {1, -2}, {4, 0.25}}}; // gamma, beta, mean, variance of two channels
static_assert(net({3, 0, 1, -2.5}) == std::array{8.0, -4.0, 5.0, 1.0});
// [batch_norm]
} // namespace of_batch_norm

namespace of_normalization {
// [normalization]
using model = network<float, input<2>, normalization, dense<8, tanh>, dense<1>>;
using example = sample<model::input_type, model::output_type>;
constexpr std::array flats{example{{120, 3}, {2.1f}}, // square metres, rooms: price
                           example{{45, 1}, {0.9f}}, example{{80, 2}, {1.3f}}};

constexpr model start = calibrated(initialize<model>(glorot_uniform{}, 1), flats);
static_assert(start.layer<0>().mean[1] == 2);
// [normalization]
} // namespace of_normalization

namespace of_folded {
// [folded]
using model = network<float, input<8, 8, 1>, conv2d<4, kernel_size<3, 3>>, batch_norm, relu,
                      residual<conv2d<4, kernel_size<3, 3>, padding_same>, batch_norm>, relu,
                      dense<10, softmax>>;
using shipped =
    network<float, input<8, 8, 1>, conv2d<4, kernel_size<3, 3>>, relu,
            residual<conv2d<4, kernel_size<3, 3>, padding_same>>, relu, dense<10, softmax>>;
static_assert(std::is_same_v<decltype(folded(model{}))::stage<2>::bound, shipped::stage<2>::bound>);
// [folded]
static_assert(shipped::parameter_count + 2 * 16 == model::parameter_count);
} // namespace of_folded

} // namespace

int main() {
    auto const result =
        train(of_normalization::start, mean_squared_error{}, adam{.learning_rate = 0.01},
              of_normalization::flats, {.epochs = 300});
    auto const shipped = folded(result.network);
    std::printf("%zu layers instead of %zu; a flat of 80 square metres: %.2f\n",
                decltype(shipped)::depth, of_normalization::model::depth,
                static_cast<double>(shipped({80, 2})[0]));
    return result.ok() && result.network.layer<0>() == of_normalization::start.layer<0>() ? 0 : 1;
}
