// Proofs about branches that are multiplied, and about a layer that bends at 0.

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

namespace {

using namespace ctnn;
using verify::box;

// x x - 2 x + 1, which linear functions follow to r r, where intervals are 4 r apart.
using square =
    network<double, input<1>,
            parallel<concatenated, parallel<multiplied, identity, identity>, identity>, dense<1>>;
constexpr square parabola{{{{1}, {-2}}, {1}}};
constexpr box<double, 1> near_1{{0.9}, {1.1}};
constexpr auto bounds_near_1 = verify::linear_bounds(parabola, near_1);
static_assert(bounds_near_1[0].lower > -0.0101 && bounds_near_1[0].lower <= 0);
static_assert(bounds_near_1[0].upper < 0.0101 && bounds_near_1[0].upper >= 0.01);
static_assert(verify::bounds(parabola, near_1)[0].upper > 0.4);
constexpr auto slopes_near_1 = verify::gradient_bounds(parabola, near_1);
static_assert(slopes_near_1[0][0].lower <= -0.2 && slopes_near_1[0][0].lower > -0.2 - 1e-12);
static_assert(slopes_near_1[0][0].upper >= 0.2 && slopes_near_1[0][0].upper < 0.2 + 1e-12);

// x y z of three numbers, as computed and as a real function.
using volume = network<float, input<3>, parallel<multiplied, identity, identity, identity>>;
constexpr volume cubes;
static_assert(verify::gradient_bounds(cubes, box<float, 3>{{1, -2, 3}, {2, 1, 4}})[0][0].lower <=
              3.0F);
static_assert(verify::gradient_bounds(cubes, box<float, 3>{{1, -2, 3}, {2, 1, 4}})[0][0].upper >=
              12.0F);
static_assert(verify::monotone(cubes, {{0, 0, 0}, {1, 1, 1}}, 0, 0).proven());
static_assert(verify::monotone(cubes, {{-1, 0, 0}, {1, 1, 1}}, 0, 0, 8).proven_up_to(1e-5));
static_assert(verify::monotone(cubes, {{-2, 0, 0}, {-1, 1, 1}}, 0, 0).proven_up_to(1e-5));
// (The program rounds the product, the sum and both of its terms.)
constexpr auto rising = verify::monotone(parabola, box<double, 1>{{1.1}, {2}}, 0, 0);
static_assert(!rising.proven() && rising.slack > 1e-14 && rising.slack < 1e-12);
using mixed = network<float, input<2>, parallel<multiplied, sequential<dense<1>>, dense<1>>>;
constexpr mixed area = [] {
    mixed net{};
    net.layer<0>().layer<0>().layer<0>().weights[0][0] = 1;
    net.layer<0>().layer<1>().layer<0>().weights[1][0] = 1;
    return net;
}();
static_assert(verify::monotone(area, {{-3, 0}, {3, 2}}, 0, 0).proven());
static_assert(
    verify::monotone(area, {{-3, -2}, {3, 0}}, 0, 0, 1, verify::trend::nonincreasing).proven());
static_assert(verify::monotone(area, {{-3, -2}, {3, 0}}, 0, 0).violated());
static_assert(verify::monotone(area, {{-3, -1}, {3, 1}}, 0, 0).violated());
static_assert(
    verify::monotone(area, {{-3, 0}, {-1, 2}}, 1, 0, 1, verify::trend::nonincreasing).proven());

// The program's product of 1e-30, 1e-20 and 1e30 is 0.
using tiny = network<float, input<1>, parallel<multiplied, dense<1>, dense<1>, dense<1>>>;
constexpr tiny vanishing = [] {
    tiny net{};
    net.layer<0>().layer<0>().layer<0>().biases[0] = 1e-30F;
    net.layer<0>().layer<1>().layer<0>().biases[0] = 1e-20F;
    net.layer<0>().layer<2>().layer<0>().biases[0] = 1e30F;
    return net;
}();
constexpr auto of_vanishing = verify::linear_bounds(vanishing, box<float, 1>{{0}, {1}});
static_assert(vanishing({1})[0] == 0);
static_assert(of_vanishing[0].lower <= 0 && of_vanishing[0].upper >= 1e-20F);

// A bend: exact derivatives, and which way it goes.
using bend = network<float, input<3>, prelu>;
constexpr bend given{{{2, -1, 0.5F}}};
constexpr auto of_bend = verify::gradient_bounds(given, box<float, 3>{{-2, -2, -4}, {1, 1, -2}});
constexpr bool is_close(interval<float> const& found, float lower, float upper) {
    return found.lower <= lower && found.upper >= upper && found.lower > lower - 1e-6F &&
           found.upper < upper + 1e-6F;
}
static_assert(is_close(of_bend[0][0], 1, 2));
static_assert(is_close(of_bend[1][1], -1, 1));
static_assert(is_close(of_bend[2][2], 0.5F, 0.5F));
static_assert(of_bend[0][1].lower == 0 && of_bend[0][1].upper == 0);
static_assert(verify::monotone(given, {{-2, -2, -2}, {1, 1, 1}}, 0, 0).proven());
static_assert(verify::monotone(given, {{-2, -2, -2}, {1, 1, 1}}, 1, 1).violated());
static_assert(verify::monotone(given, {{-2, -2, -2}, {1, 0, 1}}, 1, 1, 1,
                               verify::trend::nonincreasing)
                  .proven());

// In fixed point: a product and a bend saturate where they do.
using fixed = fixed_point<3, 12>;
using fixed_bend = network<fixed, input<1>, prelu>;
constexpr fixed_bend twice{{{fixed(3)}}};
static_assert(verify::no_overflow(twice, {{fixed(-2.5)}, {fixed(7)}}).proven());
static_assert(verify::no_overflow(twice, {{fixed(-2.75)}, {fixed(7)}}).violated());

template <class T>
using gated =
    network<T, input<3>, dense<3, ctnn::tanh>,
            parallel<multiplied, sequential<dense<3, ctnn::tanh>>, dense<3, sigmoid>, identity>,
            dense<2>>;
template <class T>
using bent = network<T, input<3>, dense<4>, prelu, dense<2>>;
template <class T>
using gated_twice = network<T, input<3>, dense<3>,
                            residual<parallel<multiplied, dense<3, ctnn::tanh>, dense<3, sigmoid>>>,
                            prelu, dense<2>>;

template <class Network>
Network drawn(seeded::random_numbers& draw) {
    return draw.network<Network>();
}

// Points of a box, the corners among them.
template <class T>
struct points {
    seeded::random_numbers& draw;
    box<T, 3> in{};

    explicit points(seeded::random_numbers& from) : draw(from) {
        double const radius = std::array{0.01, 0.2, 1.0}[static_cast<std::size_t>(draw(0, 2.99))];
        for (std::size_t i = 0; i < 3; ++i) {
            double const middle = draw(-1, 1);
            in.lower[i] = static_cast<T>(middle - radius),
            in.upper[i] = static_cast<T>(middle + radius);
        }
    }
    std::array<T, 3> one() {
        std::array<T, 3> x{};
        for (std::size_t i = 0; i < 3; ++i) {
            double const way = draw(-0.5, 1.5);
            x[i] = way < 0   ? in.lower[i]
                   : way > 1 ? in.upper[i]
                             : static_cast<T>(draw(static_cast<double>(in.lower[i]),
                                                   static_cast<double>(in.upper[i])));
        }
        return x;
    }
};

template <class Network>
void check_bounds(double share) {
    using T = typename Network::scalar;
    double linear = 0, plain = 0;
    for (std::uint32_t seed = 1; seed < 40; ++seed) {
        CAPTURE(seed);
        seeded::random_numbers draw(seed);
        auto const net = drawn<Network>(draw);
        points<T> from(draw);
        auto const found = verify::linear_bounds(net, from.in), wide = verify::bounds(net, from.in);
        auto const slopes = verify::gradient_bounds(net, from.in);
        for (int k = 0; k < 60; ++k) {
            auto const x = from.one(), z = from.one();
            auto const y = net(x), other = net(z);
            for (std::size_t j = 0; j < 2; ++j) {
                CHECK((found[j].lower <= y[j] && y[j] <= found[j].upper));
                // The mean value theorem, rounded.
                double low = 0, high = 0;
                for (std::size_t i = 0; i < 3; ++i) {
                    double const step = static_cast<double>(z[i]) - static_cast<double>(x[i]);
                    auto const& s = slopes[j][i];
                    low += step * static_cast<double>(step < 0 ? s.upper : s.lower);
                    high += step * static_cast<double>(step < 0 ? s.lower : s.upper);
                }
                double const change = static_cast<double>(other[j]) - static_cast<double>(y[j]);
                double const rounding = sizeof(T) == 4 ? 1e-5 : 1e-13;
                CHECK((low - rounding <= change && change <= high + rounding));
            }
        }
        for (std::size_t j = 0; j < 2; ++j) {
            linear += static_cast<double>(found[j].upper - found[j].lower);
            plain += static_cast<double>(wide[j].upper - wide[j].lower);
        }
    }
    CHECK(linear < share * plain);
}

template <class Network, class Approximate>
void check_difference(Approximate const& approximate, double share) {
    double apart = 0, plain = 0;
    for (std::uint32_t seed = 1; seed < 16; ++seed) {
        CAPTURE(seed);
        seeded::random_numbers draw(seed);
        auto const net = drawn<Network>(draw);
        points<float> from(draw);
        auto const other = approximate(net, from);
        auto const found = verify::difference_bounds(net, other, from.in);
        for (std::size_t j = 0; j < 2; ++j)
            apart += found[j].upper - found[j].lower;
        auto const wide = verify::bounds(net, from.in);
        for (auto const& y : wide)
            plain += static_cast<double>(y.upper) - static_cast<double>(y.lower);
        for (int k = 0; k < 200; ++k) {
            auto const x = from.one();
            typename std::remove_cvref_t<decltype(other)>::input_type z{};
            for (std::size_t i = 0; i < 3; ++i)
                z[i] = typename decltype(z)::value_type(x[i]);
            auto const y = net(x);
            auto const approximation = other(z);
            for (std::size_t j = 0; j < 2; ++j) {
                double const d = static_cast<double>(y[j]) - static_cast<double>(approximation[j]);
                CHECK((found[j].lower <= d && d <= found[j].upper));
            }
        }
    }
    CHECK(apart < share * plain);
}
auto const in_fixed_point = [](auto const& net, auto const&) { return convert<fixed>(net); };
auto const in_int8 = [](auto const& net, auto& from) {
    using network = std::remove_cvref_t<decltype(net)>;
    std::array<sample<typename network::input_type, typename network::output_type>, 40> samples{};
    for (auto& one : samples)
        one.input = from.one();
    return quantize(net, samples).network;
};

} // namespace

TEST_CASE("no output leaves the linear bounds of products and bends, nor a slope its bounds",
          "[verify]") {
    check_bounds<gated<float>>(0.92);
    check_bounds<gated<double>>(0.92);
    check_bounds<gated_twice<float>>(0.9);
    check_bounds<bent<double>>(0.9);
}

TEST_CASE(
    "what is bounded of products and bends in fixed point and int8 is no less than what is found",
    "[verify]") {
    check_difference<gated<float>>(in_fixed_point, 0.02);
    check_difference<bent<float>>(in_fixed_point, 0.02);
    using two = network<float, input<3>, dense<3, ctnn::tanh>,
                        parallel<multiplied, sequential<dense<3, ctnn::tanh>>, identity>, dense<2>>;
    check_difference<two>(in_int8, 1.3);
    check_difference<bent<float>>(in_int8, 0.5);
}

namespace {

// A layer alone, so that its own error is most of what is bounded: both ends are nearly reached.
template <class Network, class Other>
void check_sharpness(Network const& net, Other const& other, double share) {
    constexpr std::size_t size = Network::input_size;
    box<float, size> in{};
    in.lower.fill(-1.9F), in.upper.fill(1.9F);
    auto const found = verify::difference_bounds(net, other, in)[0];
    double least = 0, most = 0;
    for (int k = 0; k < 40'000; ++k) {
        typename Network::input_type x{};
        typename Other::input_type z{};
        for (std::size_t i = 0; i < size; ++i) {
            int const place = i == 0 ? k % 1999 : k * 7 % 1777;
            x[i] = static_cast<float>(place) * (i == 0 ? 3.8F / 1998 : 3.8F / 1776) - 1.9F;
            z[i] = typename Other::input_type::value_type(x[i]);
        }
        double const d = static_cast<double>(net(x)[0]) - static_cast<double>(other(z)[0]);
        least = std::fmin(least, d), most = std::fmax(most, d);
    }
    CHECK(found.lower <= least);
    CHECK(most <= found.upper);
    CHECK(most - least > share * (found.upper - found.lower));
}
template <class Network>
auto in_steps_of_8_bits(Network const& net) {
    std::array<sample<typename Network::input_type, typename Network::output_type>, 9> samples{};
    for (std::size_t k = 0; k < 9; ++k)
        for (std::size_t i = 0; i < Network::input_size; ++i)
            samples[k].input[i] = k % (2 * i + 2) > i ? 1.9F : -1.9F;
    return quantize(net, samples).network;
}

} // namespace

TEST_CASE("of a bend or a product alone, difference bounds are nearly reached", "[verify]") {
    using eighths = fixed_point<3, 4>;
    using one = network<float, input<1>, prelu>;
    for (float const slope : {0.22F, -0.7F, 1.4F, 0.03F}) {
        CAPTURE(slope);
        one const bend{{{slope}}};
        check_sharpness(bend, convert<eighths>(bend), 0.45);
        check_sharpness(bend, in_steps_of_8_bits(bend), 0.45);
    }
    check_sharpness(area, convert<eighths>(area), 0.45);
    check_sharpness(area, in_steps_of_8_bits(area), 0.25);
}

// Each pair of numbers of 8 bits, as a point.
TEST_CASE("a product in fixed point is no further from the real one than is said", "[verify]") {
    using number = fixed_point<3, 4>;
    using model = network<number, input<1>, parallel<multiplied, identity, identity>>;
    model const net{};
    verify::detail::fixed_side<model> const side(net);
    std::size_t outside = 0;
    double nearest = 1;
    for (int a = -128; a < 128; ++a)
        for (int b = -128; b < 128; ++b) {
            verify::detail::fixed_state<number, 1> x{}, z{};
            number const first = number::from_raw(static_cast<std::int8_t>(a));
            number const second = number::from_raw(static_cast<std::int8_t>(b));
            x.exact[0] = {first, first}, z.exact[0] = {second, second};
            auto const y = side.join<0>(x, z);
            double const off =
                std::fabs(static_cast<double>(first * second) - a / 16.0 * (b / 16.0));
            outside += off > y.error[0] || y.exact[0].lower != first * second;
            nearest = std::fmin(nearest, y.error[0] - off);
        }
    CHECK(outside == 0);
    CHECK(nearest < 1e-9);
}

TEST_CASE("a product in int8 is no further from the real one than is said", "[verify]") {
    // (the scale of the result is off by a little, so that integers stand for other numbers than were meant)
    quantization::product_int8 const product{{3, -20}, 0x60000000, 7, 5};
    verify::detail::int8_meaning const first{0.5, 3}, second{0.25, -20};
    verify::detail::int8_meaning const out{0.125 * 128 / 0.75 * 1.01, 5};
    std::size_t outside = 0;
    double nearest = 100;
    for (std::int32_t a = -128; a < 128; ++a)
        for (std::int32_t b = -128; b < 128; b += 3) {
            verify::detail::int8_state<1> x{}, z{}, y{};
            x.least[0] = a - a % 2, x.most[0] = a, z.least[0] = b - b % 5, z.most[0] = b;
            if (x.least[0] > a || z.least[0] > b)
                continue;
            x.stands_for(0, first), z.stands_for(0, second);
            verify::detail::multiply_integers(product, 0, out, x, z, y);
            for (std::int32_t q = x.least[0]; q <= a; ++q)
                for (std::int32_t r = z.least[0]; r <= b; ++r) {
                    std::int32_t const found = product.scaled(q - 3, r + 20);
                    double const off = std::fabs(out.real(found) - first.real(q) * second.real(r));
                    outside += off > y.error[0] || found < y.least[0] || found > y.most[0];
                    nearest = std::fmin(nearest, y.error[0] - off);
                }
        }
    CHECK(outside == 0);
    CHECK(nearest < 0.2 * out.step);
}
