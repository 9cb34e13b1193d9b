#include <ctnn/layer/over_time.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/initializer/he_uniform.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/placed/layer_kind.hpp>
#include <ctnn/report/summary.hpp>
#include <type_traits>

#include "../catch.hpp"
#include "../laws/composites.hpp"
#include "../laws/own.hpp"
#include "../support/compare.hpp"
#include "../support/damped.hpp"
#include "../support/random_numbers.hpp"
#include "example.hpp"

namespace {

using namespace ctnn;

// By hand: v = x W + b for each of three steps.
constexpr network<float, input<3, 2>, over_time<dense<3>>> net{
    {{{{1, 2, 3}, {4, 5, 6}}, {10, 20, 30}}}};
static_assert(net({1, -1, 0, 0, 2, 0}) == std::array<float, 9>{7, 17, 27, 10, 20, 30, 12, 24, 36});

// The parameters are those of the layer, which knows no number of steps.
static_assert(decltype(net)::parameter_count == 9);
static_assert(net.layer<0>().weights[1][2] == 6);

template <class Input, class Layer>
using alone = network<double, Input, Layer>;
template <class Input, class Layer>
using shape_after = typename alone<Input, Layer>::output_shape;
static_assert(std::is_same_v<shape_after<input<5, 3>, over_time<dense<4>>>, shape<5, 4>>);
static_assert(std::is_same_v<shape_after<input<5, 3>, over_time<relu>>, shape<5, 3>>);
static_assert(std::is_same_v<shape_after<input<5, 3, 2>, over_time<dense<4>>>, shape<5, 4>>);
static_assert(
    std::is_same_v<shape_after<input<5, 4, 4, 1>, over_time<conv2d<2, kernel_size<3, 3>>>>,
                   shape<5, 2, 2, 2>>);
static_assert(std::is_same_v<shape_after<input<5, 4, 1>, over_time<max_pool<kernel_size<2>>>>,
                             shape<5, 2, 1>>);
static_assert(
    std::is_same_v<shape_after<input<5, 2, 3>, over_time<over_time<dense<4>>>>, shape<5, 2, 4>>);

// It is of the kind of its layer, so that every face takes it as it takes that.
using placed::layer_kind;
template <class Layer, class Input = input<5, 4>>
constexpr layer_kind kind = placed::kind_of_layer<typename alone<Input, Layer>::template stage<0>>;
static_assert(kind<over_time<dense<4>>> == layer_kind::windows);
static_assert(kind<over_time<dense<4>>, input<1, 4>> == layer_kind::dense);
static_assert(kind<over_time<relu>> == layer_kind::pointwise);
static_assert(kind<over_time<residual<dense<4>>>> == layer_kind::composite);
static_assert(kind<over_time<own::scale>> == layer_kind::opaque);

// Whether each step of a sequence goes through it as it goes through the layer alone, forward and backward, and whether
// the gradient is that of the steps from the first one on, added up from zero: to the bit. (A layer with several windows
// is an exception: the windows of all steps are added up from zero.)
template <class Scalar, class Layer, std::size_t Steps, std::size_t... Extents>
constexpr bool is_the_layer_for_each_step(std::uint32_t seed) {
    using sequence = network<Scalar, input<Steps, Extents...>, over_time<Layer>>;
    using one = network<Scalar, input<Extents...>, Layer>;
    static_assert(sequence::parameter_count == one::parameter_count);
    seeded::random_numbers draw(seed);
    sequence over{};
    one layer{};
    if constexpr (one::parameter_count > 0) {
        over = draw.network<sequence>();
        layer = compare::network_of<one>(compare::flat(over));
    }
    auto const x = draw.array<Scalar, sequence::input_size>();
    auto const dy = draw.array<Scalar, sequence::output_size>();

    typename sequence::records records;
    auto const y = placed::forward(over, x, records);
    auto const dx = placed::unwind(over, x, records, dy);
    sequence gradient{};
    placed::accumulate_unwound(over, x, records, gradient);

    // That sum is then added to the gradient.
    bool same = true;
    if constexpr (Steps > 1 && one::parameter_count > 0) {
        auto const before = draw.network<sequence>();
        auto after = before;
        placed::accumulate_unwound(over, x, records, after);
        auto const numbers = compare::flat(before), added = compare::flat(gradient);
        for (std::size_t k = 0; k < numbers.size(); ++k)
            same = same && compare::same_bits(compare::flat(after)[k], numbers[k] + added[k]);
    }

    one sum{};
    for (std::size_t t = 0; t < Steps; ++t) {
        typename one::input_type step{}, dx_of_step{};
        typename one::output_type y_of_step{}, dy_of_step{};
        for (std::size_t i = 0; i < step.size(); ++i) {
            step[i] = x[t * step.size() + i];
            dx_of_step[i] = dx[t * step.size() + i];
        }
        for (std::size_t j = 0; j < y_of_step.size(); ++j) {
            y_of_step[j] = y[t * y_of_step.size() + j];
            dy_of_step[j] = dy[t * y_of_step.size() + j];
        }
        typename one::records kept;
        same = same && compare::same_bits(placed::forward(layer, step, kept), y_of_step) &&
               compare::same_bits(placed::unwind(layer, step, kept, dy_of_step), dx_of_step) &&
               compare::same_bits(layer(step), y_of_step);
        placed::accumulate_unwound(layer, step, kept, sum);
    }
    if constexpr (placed::kind_of_layer<typename one::template stage<0>> == layer_kind::windows)
        same = same && compare::near(compare::flat(gradient), compare::flat(sum), 8);
    else if constexpr (one::parameter_count > 0)
        same = same && compare::same_bits(compare::flat(gradient), compare::flat(sum));
    return same && compare::same_bits(over(x), y);
}

template <class Scalar, class Layer, std::size_t... Extents>
void check_each_step() {
    static_assert(is_the_layer_for_each_step<Scalar, Layer, 3, Extents...>(1));
    static_assert(is_the_layer_for_each_step<Scalar, Layer, 1, Extents...>(2));
    for (std::uint32_t seed = 3; seed < 20; ++seed)
        CHECK(is_the_layer_for_each_step<Scalar, Layer, 4, Extents...>(seed));
}

} // namespace

TEST_CASE("each step goes through the layer alone", "[layer]") {
    check_each_step<double, dense<3>, 2>();
    check_each_step<float, dense<17, relu>, 5>();
    check_each_step<float, conv2d<2, kernel_size<2, 2>, relu>, 3, 4, 2>();
    check_each_step<fixed_point<3, 12>, dense<3, relu>, 2>();
    check_each_step<double, max_pool<kernel_size<2>, relu>, 4, 2>();
    check_each_step<double, over_time<dense<2>>, 2, 3>();
    check_each_step<double, own::scale, 3>();
    check_each_step<float, own::damped, 3>();
    check_each_step<double, ctnn::tanh, 3>();
}

TEST_CASE("each step goes through layers of layers alone", "[layer]") {
    using own::branch;
    using own::shortcut;
    check_each_step<double, residual<dense<4, relu>, dense<3>>, 3>();
    check_each_step<float, residual<own::damped>, 3>();
    check_each_step<float, own::beside<branch<dense<3>>, shortcut, branch<own::scale>>, 2>();
    check_each_step<double, own::multiplied<branch<own::damped>, branch<dense<2>>>, 2>();
    check_each_step<double, residual<residual<dense<2, ctnn::tanh>>, dense<2>>, 2>();
}

// A convolution with windows of one step is the same dense layer.
TEST_CASE("a dense layer over time is a convolution along one place", "[layer]") {
    using over = network<float, input<6, 5>, over_time<dense<7, relu>>>;
    using twin = network<float, input<6, 1, 5>, conv2d<7, kernel_size<1, 1>, relu>>;
    seeded::random_numbers draw(5);
    auto const a = draw.network<over>();
    auto const b = compare::network_of<twin>(compare::flat(a));
    std::array<over::input_type, 21> batch{};
    for (auto& x : batch)
        x = draw.array<float, 30>();
    CHECK(compare::same_bits(a(batch), b(batch)));
    CHECK(compare::same_bits(a(batch)[3], a(batch[3])));
}

TEST_CASE("a layer over time draws the weights that the layer draws", "[layer]") {
    CHECK(compare::same_bits(
        compare::flat(initialize<alone<input<9, 3>, over_time<dense<4>>>>(he_uniform{}, 3)),
        compare::flat(initialize<alone<input<3>, dense<4>>>(he_uniform{}, 3))));
    CHECK(compare::same_bits(
        compare::flat(initialize<alone<input<9, 3>, over_time<own::scale>>>(he_uniform{}, 3)),
        compare::flat(initialize<alone<input<3>, own::scale>>(he_uniform{}, 3))));
}

TEST_CASE("a layer over time has the name of its layer", "[layer]") {
    using model = network<float, input<5, 4>, over_time<dense<4, relu>>, over_time<ctnn::tanh>,
                          over_time<own::scale>, over_time<own::beside<own::shortcut>>>;
    CHECK(summary<model>() == "layer                 output  parameters  bytes  multiply-adds\n"
                              "input                    5x4                                  \n"
                              "over_time dense relu     5x4          20     80             80\n"
                              "over_time tanh           5x4           0      0              0\n"
                              "over_time                5x4           4     16             20\n"
                              "over_time beside         5x4           0      0              0\n"
                              "total                                 24     96            100\n");
}
