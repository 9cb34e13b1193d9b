// Layers with windows, and layers that only compare, in integers of 8 bits.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/depthwise_conv2d.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/verify/equivalent.hpp>
#include <functional>
#include <numeric>

#include "../catch.hpp"
#include "../support/dense_twin.hpp"

namespace {

using ctnn::box, ctnn::conv2d, ctnn::dense, ctnn::depthwise_conv2d, ctnn::input;
using ctnn::depth_multiplier, ctnn::dilation, ctnn::groups, ctnn::kernel_size, ctnn::padding,
    ctnn::padding_same, ctnn::strides;
using ctnn::max_pool, ctnn::relu;
namespace verify = ctnn::verify;

using slow = ctnn::basic_leaky_relu<0.25>; // (in integers a table, and exact)

template <class... Layers>
using net = ctnn::network<double, Layers...>;

// Without padding: with it, an output at the edge may not meet its channel's largest weight, which the twin's steps
// follow.
using valid = net<input<6, 4, 2>, conv2d<2, kernel_size<3, 2>, relu>,
                  conv2d<3, kernel_size<2, 2>, strides<2, 1>, slow>, dense<2>>;
using valid_twin = net<input<48>, dense<24, relu>, dense<12, slow>, dense<2>>;
using apart = net<input<5, 4, 1>, conv2d<2, kernel_size<2, 3>, dilation<3, 1>, slow>,
                  conv2d<2, kernel_size<2, 1>, strides<1, 2>>>;
using apart_twin = net<input<20>, dense<8, slow>, dense<2>>;

// (A scale for each output of a depthwise layer, as in TensorFlow Lite.)
using grouped = net<input<3, 3, 4>, conv2d<6, kernel_size<2, 2>, groups<2>, slow>,
                    depthwise_conv2d<kernel_size<1, 2>, depth_multiplier<2>, relu>, dense<2>>;
using grouped_twin = net<input<36>, dense<24, slow>, dense<24, relu>, dense<2>>;

// The padding of `same` as numbers of the input of `valid`.
using same = net<input<4, 3, 2>, conv2d<2, kernel_size<3, 2>, padding_same, relu>,
                 conv2d<3, kernel_size<2, 2>, strides<2, 1>, slow>, dense<2>>;
template <class T>
constexpr std::array<T, 48> with_edges(std::array<T, 24> const& x, T outside) {
    std::array<T, 48> y{};
    for (T& at : y)
        at = outside;
    for (std::size_t row = 0; row < 4; ++row)
        for (std::size_t i = 0; i < 6; ++i)
            y[(row + 1) * 8 + i] = x[row * 6 + i];
    return y;
}
constexpr valid without_padding(same const& n) {
    valid of{};
    of.layer<0>().weights = n.layer<0>().weights, of.layer<0>().biases = n.layer<0>().biases;
    of.layer<1>().weights = n.layer<1>().weights, of.layer<1>().biases = n.layer<1>().biases;
    of.layer<2>() = n.layer<2>();
    return of;
}

template <class Network, std::size_t Count>
constexpr auto inputs_of(support::sixty_fourths draw) {
    std::array<ctnn::sample<typename Network::input_type, typename Network::output_type>, Count>
        all{};
    for (auto& one : all)
        for (double& x : one.input)
            x = draw.next<double>(40) + 0.25; // (so that 0 is not in the middle of the scale)
    return all;
}

template <class Network, class Twin>
void check_twin() {
    support::sixty_fourths draw{5};
    for (int nets = 0; nets < 10; ++nets) {
        auto const n = draw.network<Network>();
        auto const twin = support::dense_twin<Twin>(n);
        auto const samples = inputs_of<Network, 30>({static_cast<unsigned>(nets)});
        auto const of_twin = inputs_of<Twin, 30>({static_cast<unsigned>(nets)});
        auto const q = ctnn::quantize(n, samples);
        auto const r = ctnn::quantize(twin, of_twin);
        REQUIRE((q.ok() && r.ok()));
        REQUIRE(q.network.input.zero != 0);
        for (auto const& one : inputs_of<Network, 100>({77})) {
            std::array<std::int8_t, Network::input_size> x{};
            for (std::size_t i = 0; i < x.size(); ++i)
                x[i] = q.network.input.quantized(one.input[i]);
            REQUIRE(q.network.run(x) == r.network.run(x));
        }
    }
}

} // namespace

TEST_CASE("layers with windows give the integers of their dense twins", "[quantization]") {
    check_twin<valid, valid_twin>();
    check_twin<apart, apart_twin>();
    check_twin<grouped, grouped_twin>();
}

TEST_CASE("padding is the integer that stands for 0", "[quantization]") {
    support::sixty_fourths draw{8};
    for (int nets = 0; nets < 10; ++nets) {
        auto const n = draw.network<same>();
        auto const samples = inputs_of<same, 30>({static_cast<unsigned>(nets)});
        std::array<ctnn::sample<valid::input_type, valid::output_type>, 30> edged{};
        for (std::size_t i = 0; i < 30; ++i)
            edged[i].input = with_edges(samples[i].input, 0.0);
        auto const q = ctnn::quantize(n, samples).network;
        auto const r = ctnn::quantize(without_padding(n), edged).network;
        REQUIRE((q.input == r.input && q.output == r.output && q.input.zero != 0));
        for (auto const& one : inputs_of<same, 50>({77})) {
            std::array<std::int8_t, 24> x{};
            for (std::size_t i = 0; i < x.size(); ++i)
                x[i] = q.input.quantized(one.input[i]);
            REQUIRE(q.run(x) == r.run(with_edges(x, static_cast<std::int8_t>(q.input.zero))));
        }
        box<double, 24> in{};
        for (std::size_t i = 0; i < 24; ++i) {
            in.lower[i] = draw.next<double>(30);
            in.upper[i] = in.lower[i] + 0.125;
        }
        auto const d = verify::difference_bounds(n, q, in);
        auto const e = verify::difference_bounds(
            without_padding(n), r,
            box<double, 48>{with_edges(in.lower, 0.0), with_edges(in.upper, 0.0)});
        for (std::size_t j = 0; j < 2; ++j) {
            REQUIRE((d[j].lower < 0 && std::abs(d[j].lower - e[j].lower) < 1e-9));
            REQUIRE((d[j].upper > 0 && std::abs(d[j].upper - e[j].upper) < 1e-9));
        }
        for (int points = 0; points < 100; ++points) {
            auto x = in.lower;
            for (std::size_t i = 0; i < 24; ++i)
                if (draw.next<double>() > 0)
                    x[i] = in.upper[i];
            auto const y = n(x), z = q(x);
            for (std::size_t j = 0; j < 2; ++j)
                REQUIRE(d[j].contains(y[j] - z[j]));
        }
    }
}

TEST_CASE("differences of windows are those of the dense twin", "[quantization]") {
    support::sixty_fourths draw{6};
    for (int nets = 0; nets < 10; ++nets) {
        auto const n = draw.network<valid>();
        auto const twin = support::dense_twin<valid_twin>(n);
        auto const q = ctnn::quantize(n, inputs_of<valid, 30>({3})).network;
        auto const r = ctnn::quantize(twin, inputs_of<valid_twin, 30>({3})).network;
        using fixed = ctnn::fixed_point<7, 8>;
        auto const f = ctnn::convert<fixed>(n);
        auto const g = ctnn::convert<fixed>(twin);
        box<double, 48> in{};
        for (std::size_t i = 0; i < 48; ++i) {
            in.lower[i] = draw.next<double>(30);
            in.upper[i] = in.lower[i] + 0.125;
        }
        auto const d = verify::difference_bounds(n, q, in);
        auto const e = verify::difference_bounds(twin, r, in);
        auto const v = verify::difference_bounds(n, f, in);
        auto const w = verify::difference_bounds(twin, g, in);
        for (std::size_t j = 0; j < 2; ++j) {
            REQUIRE((d[j].lower < 0 && std::abs(d[j].lower - e[j].lower) < 1e-9));
            REQUIRE((d[j].upper > 0 && std::abs(d[j].upper - e[j].upper) < 1e-9));
            REQUIRE((v[j].lower < 0 && std::abs(v[j].lower - w[j].lower) < 1e-9));
            REQUIRE((v[j].upper > 0 && std::abs(v[j].upper - w[j].upper) < 1e-9));
        }
    }
}

TEST_CASE("differences are those to the integer that is outside, whatever it stands for",
          "[quantization]") {
    using one = net<input<2, 2, 1>, conv2d<1, kernel_size<3, 3>, padding_same>>;
    auto const n = support::sixty_fourths{3}.network<one>();
    auto q = ctnn::quantize(n, inputs_of<one, 30>({3})).network;
    box<double, 4> const in{{0, 0, 0, 0}, {0.25, 0.25, 0.25, 0.25}};
    bool far = false;
    for (int const off : {40, -40}) {
        q.layers.layer().outside = static_cast<std::int8_t>(q.input.zero + off);
        auto const d = verify::difference_bounds(n, q, in);
        for (unsigned corner = 0; corner < 16; ++corner) {
            std::array<double, 4> x{};
            for (unsigned i = 0; i < 4; ++i)
                x[i] = (corner >> i & 1u) != 0 ? 0.25 : 0.0;
            auto const y = n(x), z = q(x);
            auto const at = verify::difference_bounds(n, q, box<double, 4>{x, x});
            verify::detail::int8_side<one> const side(n, q);
            auto const integers = side.affine<0>(side.of_inputs({x, x}));
            auto const computed = q.run({q.input.quantized(x[0]), q.input.quantized(x[1]),
                                         q.input.quantized(x[2]), q.input.quantized(x[3])});
            for (std::size_t j = 0; j < 4; ++j) {
                REQUIRE((d[j].contains(y[j] - z[j]) && at[j].contains(y[j] - z[j])));
                REQUIRE((integers.least[j] == computed[j] && integers.most[j] == computed[j]));
                far = far || y[j] - z[j] > 0.2 || z[j] - y[j] > 0.2;
            }
        }
    }
    REQUIRE(far);
}

namespace {

// On a machine, rows of windows with their padding are read where they lie; in the compiler, each window is a copy.
template <class Network>
int differences() {
    constexpr auto q =
        ctnn::quantize(support::sixty_fourths{4}.network<Network>(), inputs_of<Network, 3>({2}))
            .network;
    constexpr auto x = inputs_of<Network, 1>({6})[0].input;
    constexpr auto y = q.run(q.input.quantized(x));
    static_assert(q.input.zero != 0);
    auto const seen = q.run(q.input.quantized(x));
    return std::inner_product(y.begin(), y.end(), seen.begin(), 0, std::plus<>(),
                              std::not_equal_to<>());
}

} // namespace

TEST_CASE("windows have the same integers in the compiler and on the machine", "[quantization]") {
    CHECK(differences<net<input<4, 5, 4>, depthwise_conv2d<kernel_size<3, 3>, padding_same>>>() ==
          0);
    CHECK(differences<net<input<5, 4, 3>, depthwise_conv2d<kernel_size<2, 3>, depth_multiplier<2>,
                                                           strides<2, 1>, padding<1, 2>>>>() == 0);
    CHECK(differences<net<input<5, 6, 2>, depthwise_conv2d<kernel_size<2, 2>, dilation<2, 3>>>>() ==
          0);
    CHECK(differences<net<input<8, 7, 1>, depthwise_conv2d<kernel_size<6, 6>, padding_same>>>() ==
          0);
    CHECK(differences<net<input<3, 4, 4>, conv2d<3, kernel_size<2, 2>, padding_same>>>() == 0);
    CHECK(differences<net<input<3, 4, 4>, conv2d<3, kernel_size<1, 1>>>>() == 0);
}

namespace {

using pooled = net<input<4, 4, 2>, max_pool<kernel_size<2, 2>>, dense<3>>;
using pooled_first = net<input<4, 4, 2>, max_pool<kernel_size<3, 3>, strides<1, 2>, padding_same>>;
constexpr auto some = support::sixty_fourths{9}.network<pooled>();
constexpr auto some_int8 = ctnn::quantize(some, inputs_of<pooled, 10>({1})).network;
constexpr auto in_constant = some_int8(inputs_of<pooled, 1>({4})[0].input);

} // namespace

TEST_CASE("a pool compares integers", "[quantization]") {
    auto const q = ctnn::quantize(pooled_first{}, inputs_of<pooled_first, 20>({2})).network;
    for (auto const& one : inputs_of<pooled_first, 50>({8})) {
        std::array<std::int8_t, 32> x{};
        std::array<double, 32> numbers{};
        for (std::size_t i = 0; i < 32; ++i)
            numbers[i] = x[i] = q.input.quantized(one.input[i]);
        auto const y = q.run(x);
        auto const of_doubles = pooled_first{}(numbers);
        for (std::size_t j = 0; j < y.size(); ++j)
            REQUIRE(static_cast<double>(y[j]) == of_doubles[j]);
    }
}

TEST_CASE("a network with a pool is close to the one in double", "[quantization]") {
    auto const samples = inputs_of<pooled, 50>({8});
    auto const q = ctnn::quantize(some, samples).network;
    for (auto const& one : samples) {
        auto const y = some(one.input), z = q(one.input);
        for (std::size_t j = 0; j < 3; ++j)
            REQUIRE(std::abs(y[j] - z[j]) < 0.06);
    }
    REQUIRE(some_int8(inputs_of<pooled, 1>({4})[0].input) == in_constant);
}
