#include <array>
#include <cstddef>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/flatten.hpp>
#include <ctnn/layer/last_step.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/layer/over_time.hpp>
#include <ctnn/layer/permute.hpp>
#include <ctnn/layer/reshape.hpp>
#include <ctnn/layer/upsample.hpp>
#include <ctnn/layer/zero_padding.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/placed/layer_kind.hpp>
#include <ctnn/quantization/quantize.hpp>
#include <ctnn/report/footprint.hpp>
#include <type_traits>

#include "../support/random_numbers.hpp"
#include "example.hpp"
#include "oracle/moving.hpp"

// Layers that compute nothing: zero_padding, upsample and permute move numbers, flatten and reshape leave them where they
// are. (last_step.cpp is about the one of sequences.)

namespace {

using namespace ctnn;
namespace oracle = moving_oracle;
using placed::layer_kind;

template <class Input, class Layer>
using alone = network<float, Input, Layer>;
template <class Input, class Layer>
using shape_after = typename alone<Input, Layer>::output_shape;
template <class Input, class Layer>
constexpr layer_kind kind = placed::kind_of_layer<typename alone<Input, Layer>::template stage<0>>;

// What the type says.
using bordered = zero_padding<2, sides{0, 1}>;
static_assert(std::is_same_v<shape_after<input<3, 4, 2>, bordered>, shape<7, 5, 2>>);
static_assert(std::is_same_v<shape_after<input<3, 2>, zero_padding<sides{2, 0}>>, shape<5, 2>>);
static_assert(std::is_same_v<shape_after<input<3, 4, 2>, upsample<2, 3>>, shape<6, 12, 2>>);
static_assert(std::is_same_v<shape_after<input<3, 4, 2>, permute<2, 0, 1>>, shape<2, 3, 4>>);
static_assert(std::is_same_v<shape_after<input<3, 4, 2>, flatten>, shape<24>>);
static_assert(std::is_same_v<shape_after<input<24>, reshape<3, 4, 2>>, shape<3, 4, 2>>);
static_assert(kind<input<3, 4, 2>, bordered> == layer_kind::moving);
static_assert(kind<input<3, 4, 2>, upsample<2, 3>> == layer_kind::moving);
static_assert(kind<input<3, 4, 2>, permute<2, 0, 1>> == layer_kind::moving);
static_assert(kind<input<3, 2>, last_step> == layer_kind::moving);
static_assert(kind<input<3, 4, 2>, flatten> == layer_kind::pointwise);
static_assert(kind<input<6>, reshape<2, 3>> == layer_kind::pointwise);
static_assert(footprint<alone<input<3, 4, 2>, bordered>>.multiply_adds == 0);
static_assert(alone<input<3, 4, 2>, upsample<2, 3>>::parameter_count == 0);

// Over time they do the same to each step.
static_assert(
    std::is_same_v<shape_after<input<5, 3, 4, 2>, over_time<bordered>>, shape<5, 7, 5, 2>>);
static_assert(std::is_same_v<shape_after<input<5, 3, 4>, over_time<flatten>>, shape<5, 12>>);
static_assert(kind<input<5, 3, 4, 2>, over_time<bordered>> == layer_kind::moving);
static_assert(kind<input<5, 3, 4>, over_time<flatten>> == layer_kind::pointwise);
static_assert(alone<input<2, 2, 1>, over_time<upsample<2>>>{}({1, 2, 3, 4}) ==
              std::array<float, 8>{1, 1, 2, 2, 3, 3, 4, 4});
static_assert(alone<input<2, 1, 2>, over_time<zero_padding<sides{1, 0}>>>{}({1, 2, 3, 4}) ==
              std::array<float, 8>{0, 0, 1, 2, 0, 0, 3, 4});
static_assert(alone<input<2, 2, 2>, over_time<permute<1, 0>>>{}({1, 2, 3, 4, 5, 6, 7, 8}) ==
              std::array<float, 8>{1, 3, 2, 4, 5, 7, 6, 8});

// One that changes nothing.
static_assert(alone<input<2, 2, 1>, zero_padding<0, 0>>{}({1, 2, 3, 4}) ==
              std::array<float, 4>{1, 2, 3, 4});
static_assert(alone<input<2, 2, 1>, upsample<1, 1>>{}({1, 2, 3, 4}) ==
              std::array<float, 4>{1, 2, 3, 4});
static_assert(alone<input<2, 2>, permute<0, 1>>{}({1, 2, 3, 4}) ==
              std::array<float, 4>{1, 2, 3, 4});

// In the compiler.
static_assert(
    layers::holds<input<3, 2, 1>, zero_padding<sides{0, 2}, sides{1, 0}>>(oracle::padded_sides));
static_assert(layers::holds<input<2, 2, 3>, upsample<1, 3>>(oracle::repeated));
static_assert(layers::holds<input<2, 3, 4>, permute<2, 0, 1>>(oracle::channels_put_first));
static_assert(layers::holds<input<3, 4>, reshape<2, 3, 2>>(oracle::as_an_image));

// The same numbers without a layer that does nothing to them.
template <class Shaped, class Plain>
void check_same() {
    seeded::random_numbers draw(3);
    auto const net = draw.network<Shaped>();
    auto const plain = compare::network_of<Plain>(compare::flat(net));
    using scalar = typename Shaped::scalar;
    std::array<typename Shaped::input_type, 19> batch{};
    for (auto& x : batch)
        x = draw.array<scalar, Shaped::input_size>();
    auto const y = net(batch);
    for (std::size_t n = 0; n < batch.size(); ++n) {
        CHECK(compare::same_bits(net(batch[n]), plain(batch[n])));
        CHECK(compare::same_bits(y[n], plain(batch[n])));
    }
    CHECK(footprint<Shaped>.inference_activation_bytes ==
          footprint<Plain>.inference_activation_bytes);
}

} // namespace

TEST_CASE("what layers that move numbers give and their derivatives are PyTorch's", "[layer]") {
    using layers::check_example;
    check_example<input<2, 3, 2>, zero_padding<1, 2>>(oracle::padded_image);
    check_example<input<3, 2, 1>, zero_padding<sides{0, 2}, sides{1, 0}>>(oracle::padded_sides);
    check_example<input<4, 3>, zero_padding<sides{3, 1}>>(oracle::padded_sequence);
    check_example<input<2, 3, 2>, upsample<2, 2>>(oracle::doubled);
    check_example<input<2, 2, 3>, upsample<1, 3>>(oracle::repeated);
    check_example<input<3, 2>, upsample<2>>(oracle::repeated_steps);
    check_example<input<2, 3, 4>, permute<2, 0, 1>>(oracle::channels_put_first);
    check_example<input<2, 3, 2>, permute<1, 0, 2>>(oracle::rows_and_columns_swapped);
    check_example<input<3, 4>, permute<1, 0>>(oracle::transposed);
    check_example<input<2, 3, 2>, flatten>(oracle::as_a_row);
    check_example<input<3, 4>, reshape<2, 3, 2>>(oracle::as_an_image);
}

TEST_CASE("layers that only give another shape take no part in inference", "[layer]") {
    using conv = conv2d<2, kernel_size<2, 2>, ctnn::tanh>;
    using pool = max_pool<kernel_size<2, 1>>;
    check_same<network<float, input<3, 3, 1>, conv, flatten, dense<5, ctnn::tanh>, dense<3>>,
               network<float, input<3, 3, 1>, conv, dense<5, ctnn::tanh>, dense<3>>>();
    check_same<network<float, input<9>, reshape<3, 3, 1>, conv, pool, flatten, reshape<4>>,
               network<float, input<3, 3, 1>, conv, pool>>();
    check_same<network<float, input<2, 3>, flatten, reshape<3, 2>, over_time<dense<2>>, softmax,
                       flatten, dense<2>>,
               network<float, input<3, 2>, over_time<dense<2>>, softmax, dense<2>>>();
}

TEST_CASE("integers are moved, and one of them stands for 0", "[layer]") {
    using model = network<float, input<2, 1>, zero_padding<1>, upsample<2>, permute<1, 0>>;
    std::array<sample<model::input_type, model::output_type>, 2> const samples{
        {{{3, 1}, {}}, {{-1, 2}, {}}}};
    auto const small = quantize(model{}, samples);
    REQUIRE(small.ok());
    for (auto const& [x, target] : samples) {
        auto const y = small.network(x);
        auto const of = [&](float number) {
            auto const& scale = small.network.input;
            return scale.value(scale.quantized(number));
        };
        CHECK(small.network.input.zero != 0);
        CHECK(compare::same_bits(
            y, model::output_type{0, 0, of(x[0]), of(x[0]), of(x[1]), of(x[1]), 0, 0}));
    }
}
