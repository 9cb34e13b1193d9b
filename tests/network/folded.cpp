#include <ctnn/network/folded.hpp>

#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <type_traits>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

namespace {

using namespace ctnn;

template <class Scalar, class... Layers>
using image = network<Scalar, input<4, 5, 2>, Layers...>;

// What remains, and the same outputs.
template <class Network, class Expected>
void check() {
    for (std::uint32_t seed = 71; seed < 76; ++seed) {
        CAPTURE(seed);
        auto const net = seeded::random_numbers(seed).network<Network>();
        auto const without = folded(compare::opaque(net));
        static_assert(std::is_same_v<decltype(without), Expected const>);
        auto const x = seeded::random_numbers(seed + 10)
                           .array<typename Network::scalar, Network::input_size>();
        CHECK(compare::near(without(x), compare::converted<double>(net(x)), 256, 4));
    }
}

using small = kernel_size<2, 2>;
using conv = conv2d<3, small>;
using around = conv2d<3, small, padding_same>;
using placed::factors;

// In the compiler.
constexpr auto in_a_constant = folded(network<double, input<1>, dense<2>, basic_batch_norm<0>>{
    {{{1, 2}}, {3, 4}}, {{10, 1}, {0, 5}, {1, 0}, {4, 1}}});
static_assert(std::is_same_v<decltype(in_a_constant), network<double, input<1>, dense<2>> const>);
static_assert(in_a_constant.layer<0>().weights.values == std::array<double, 2>{5, 2});
static_assert(in_a_constant.layer<0>().biases == std::array<double, 2>{10, 9});

} // namespace

TEST_CASE("batch norm folds into the layer before it", "[network]") {
    check<image<double, conv, batch_norm, relu>, image<double, conv, relu>>();
    check<image<float, around, batch_norm, relu, dense<3>, batch_norm>,
          image<float, around, relu, dense<3>>>();
    check<image<double, depthwise_conv2d<small>, batch_norm, batch_norm>,
          image<double, depthwise_conv2d<small>>>();
    check<network<double, input<3, 2>, over_time<dense<4>>, batch_norm, gru<2>>,
          network<double, input<3, 2>, over_time<dense<4>>, gru<2>>>();
}

TEST_CASE("batch norm folds into the layer after it, if that pads nothing", "[network]") {
    check<image<double, batch_norm, conv, relu>, image<double, conv, relu>>();
    check<image<double, conv2d<4, small, relu>, batch_norm, conv2d<2, small, groups<2>>>,
          image<double, conv2d<4, small, relu>, conv2d<2, small, groups<2>>>>();
    check<image<double, max_pool<small>, batch_norm, dense<2>>,
          image<double, max_pool<small>, dense<2>>>();
    check<image<double, batch_norm, conv, batch_norm>, image<double, conv>>();
}

TEST_CASE("where no layer takes it, a factor for each channel remains", "[network]") {
    check<image<double, batch_norm, around>, image<double, factors<2>, around>>();
    check<image<double, conv2d<3, small, relu>, batch_norm, relu>,
          image<double, conv2d<3, small, relu>, factors<3>, relu>>();
    check<image<double, normalization, conv>, image<double, factors<40>, conv>>();
    check<network<double, input<3, 1>, relu, batch_norm, relu>,
          network<double, input<3, 1>, relu, factors<1>, relu>>();
    // (a mean has no weights that could take it)
    check<image<double, average_pool<small>, batch_norm, relu>,
          image<double, average_pool<small>, factors<2>, relu>>();
    check<image<double, batch_norm, global_average_pool, relu>,
          image<double, factors<2>, global_average_pool, relu>>();
}

TEST_CASE("layers inside layers are folded", "[network]") {
    using skip = residual<batch_norm, relu, conv2d<3, kernel_size<3, 3>, padding_same>, batch_norm>;
    using gate =
        parallel<multiplied, sequential<dense<4>, batch_norm, ctnn::tanh>, dense<4, sigmoid>>;
    auto const net =
        seeded::random_numbers(77).network<image<double, conv, skip, batch_norm, gate, dense<2>>>();
    auto const without = folded(net);
    using result = std::remove_cvref_t<decltype(without)>;
    // (after `skip` comes one that no affine layer is beside)
    static_assert(std::is_same_v<result::stage<2>::layer, factors<3>>);
    static_assert(result::stage<1>::bound::branch<1>::depth == 3);
    static_assert(result::stage<3>::bound::branch<0>::depth == 2);
    auto const x = seeded::random_numbers(78).array<double, 40>();
    CHECK(compare::near(without(x), net(x), 256, 4));
}

// After folding, a network goes through the faces that only know what is affine.
TEST_CASE("a folded network is quantized and proven", "[network]") {
    using model = image<float, conv, batch_norm, relu, batch_norm, relu, dense<2>>;
    std::array<sample<model::input_type, model::output_type>, 20> samples{};
    seeded::random_numbers draw(80);
    for (auto& one : samples)
        one.input = draw.array<float, 40>();
    auto const net = calibrated(initialize<model>(he_uniform{}, 79), samples);
    auto const without = folded(net);
    auto const small_one = quantize(without, samples);
    REQUIRE(small_one.ok());
    CHECK(output_error(without, small_one.network, samples).largest < 0.2);
    verify::box<float, 40> box{};
    box.lower.fill(-0.125f), box.upper.fill(0.125f);
    auto const bounds = verify::linear_bounds(without, box);
    auto const loose = verify::linear_bounds(net, box);
    auto const y = net(std::array<float, 40>{});
    for (std::size_t j = 0; j < 2; ++j) {
        CHECK(bounds[j].lower < y[j]);
        CHECK(bounds[j].upper > y[j]);
        CHECK(loose[j].lower < y[j]);
        CHECK(loose[j].upper > y[j]);
        CHECK(bounds[j].upper - bounds[j].lower < loose[j].upper - loose[j].lower);
    }
}
