#include <ctnn/layer/max_pool.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <type_traits>

#include "example.hpp"
#include "oracle/max_pool.hpp"

namespace {

using namespace ctnn;

// What the type says.
using halves = network<float, input<4, 6, 3>, max_pool<kernel_size<2, 2>>>;
static_assert(std::is_same_v<halves::output_shape, shape<2, 3, 3>>);
static_assert(halves::parameter_count == 0);
using overlapping =
    network<float, input<4, 6, 3>, max_pool<strides<1, 1>, kernel_size<2, 3>, relu>>;
static_assert(std::is_same_v<overlapping::output_shape, shape<3, 4, 3>>);
static_assert(std::is_same_v<overlapping::stage<0>::activation, relu>);
static_assert(std::is_same_v<network<float, input<9, 2>, max_pool<kernel_size<3>>>::output_shape,
                             shape<3, 2>>);

// Channels do not mix; what is left over at the end of an axis is in no window.
using pairs = network<float, input<5, 2>, max_pool<kernel_size<2>>>;
static_assert(pairs{}({1, -1, 2, -2, 3, -3, 0, -9, 99, 99}) == std::array<float, 4>{2, -1, 3, -3});

template <class Network>
constexpr auto derivative(typename Network::input_type const& x,
                          typename Network::output_type const& dy) {
    return Network::template stage<0>::bound::backward({}, x, dy);
}

// Of equal numbers the first one; a number in two windows gets the derivatives of both.
using triples = network<double, input<5, 1>, max_pool<kernel_size<3>, strides<1>>>;
static_assert(derivative<triples>({7, 7, 1, 7, 7}, {1, 10, 100}) ==
              std::array<double, 5>{1, 10, 0, 100, 0});
static_assert(derivative<triples>({1, 2, 9, 2, 1}, {1, 10, 100}) ==
              std::array<double, 5>{0, 0, 111, 0, 0});
static_assert(derivative<triples>({0, -0.0, 0, -0.0, 0}, {1, 10, 100}) ==
              std::array<double, 5>{1, 10, 100, 0, 0});

// Padding is left out, not zero.
using padded = network<float, input<3, 1>, max_pool<kernel_size<2>, strides<1>, padding<1>>>;
static_assert(padded{}({-3, -1, -2}) == std::array<float, 4>{-3, -1, -1, -2});

// In the compiler.
namespace oracle = max_pool_oracle;
static_assert(layers::holds<input<4, 6, 3>, max_pool<kernel_size<2, 2>>>(oracle::halves));
static_assert(layers::holds<input<4, 3, 4, 2>,
                            max_pool<kernel_size<2, 1, 3>, strides<2, 2, 1>, padding<1, 0, 1>>>(
    oracle::volume));

// Whether a pool of some channels, which a machine takes in vectors, does to each what it does to it alone.
template <class Scalar, std::size_t Channels>
void check_each_channel() {
    CAPTURE(Channels);
    using pool = max_pool<kernel_size<3, 2>, strides<1, 1>, padding_same>;
    using all = network<Scalar, input<5, 4, Channels>, pool>;
    using one = network<Scalar, input<5, 4, 1>, pool>;
    constexpr Scalar infinity = compare::infinity<Scalar>, nan = compare::not_a_number<Scalar>;
    constexpr Scalar drawn[]{1, 0, Scalar(-0.0), 2, 2, -infinity, nan, infinity, -3, Scalar(0.5)};
    for (std::size_t numbers = 3; numbers <= std::size(drawn); ++numbers) {
        CAPTURE(numbers);
        typename all::input_type x;
        typename all::output_type dy;
        unsigned state = 1;
        for (Scalar& number : x)
            number = drawn[(state = state * 1664525 + 1013904223) / 65536 % numbers];
        for (std::size_t i = 0; i < dy.size(); ++i)
            dy[i] = static_cast<Scalar>(i) - 7;
        auto const y = all{}(compare::opaque(x));
        auto const dx = derivative<all>(compare::opaque(x), compare::opaque(dy));
        for (std::size_t c = 0; c < Channels; ++c) {
            typename one::input_type part, of_y, of_dx, dy_part;
            for (std::size_t i = 0; i < part.size(); ++i) {
                part[i] = x[i * Channels + c];
                dy_part[i] = dy[i * Channels + c];
                of_y[i] = y[i * Channels + c];
                of_dx[i] = dx[i * Channels + c];
            }
            CHECK(compare::same_bits(of_y, one{}(compare::opaque(part))));
            CHECK(compare::same_bits(of_dx, derivative<one>(compare::opaque(part), dy_part)));
        }
    }
}

} // namespace

TEST_CASE("a pool takes channels in vectors", "[layer]") {
    check_each_channel<float, 4>();
    check_each_channel<float, 12>();
    check_each_channel<float, 16>();
    check_each_channel<double, 2>();
    check_each_channel<double, 8>();
}

TEST_CASE("a pool and its derivatives are PyTorch's", "[layer]") {
    using layers::check_example;
    check_example<input<7, 2>, max_pool<kernel_size<3>>>(oracle::row);
    check_example<input<5, 2>, max_pool<kernel_size<2>, strides<1>, padding_same>>(
        oracle::row_same);
    check_example<input<4, 6, 3>, max_pool<kernel_size<2, 2>>>(oracle::halves);
    check_example<input<5, 4, 2>, max_pool<kernel_size<3, 2>, strides<1, 1>>>(oracle::overlapping);
    check_example<input<5, 6, 1>, max_pool<kernel_size<2, 3>, strides<2, 1>, dilation<3, 2>>>(
        oracle::dilation);
    check_example<input<4, 3, 2>, max_pool<kernel_size<2, 3>, strides<1, 2>, padding<1, 1>>>(
        oracle::padding);
    check_example<input<5, 3, 2>, max_pool<kernel_size<3, 2>, strides<2, 2>, padding_same>>(
        oracle::same);
    check_example<input<4, 3, 4, 2>,
                  max_pool<kernel_size<2, 1, 3>, strides<2, 2, 1>, padding<1, 0, 1>>>(
        oracle::volume);
}

TEST_CASE("a NaN in a window is its largest number, wherever it is", "[layer]") {
    double const nan = compare::not_a_number<double>;
    double const infinity = compare::infinity<double>;
    for (std::size_t place = 0; place < 5; ++place) {
        CAPTURE(place);
        std::array<double, 5> x{3, infinity, 2, infinity, 1};
        x[place] = nan;
        auto const y = triples{}(compare::opaque(x));
        auto const dx = derivative<triples>(compare::opaque(x), {1, 10, 100});
        double expected = 0, weight = 1;
        for (std::size_t w = 0; w < 3; ++w, weight *= 10) {
            bool const is_in = place >= w && place < w + 3;
            CHECK((y[w] != y[w]) == is_in);
            expected += is_in ? weight : 0;
        }
        CHECK(dx[place] == expected);
    }
}

// (the compiler takes a window in one expression)
static_assert([] {
    double const nan = compare::not_a_number<double>;
    for (std::size_t place = 0; place < 5; ++place) {
        std::array<double, 5> x{3, 8, 2, 9, 1};
        x[place] = nan;
        auto const y = triples{}(x);
        for (std::size_t w = 0; w < 3; ++w)
            if ((y[w] != y[w]) != (place >= w && place < w + 3))
                return false;
        if (derivative<triples>(x, {1, 10, 100})[place] < 1)
            return false;
    }
    return true;
}());

TEST_CASE("a window of minus infinities has one as its largest number", "[layer]") {
    double const infinity = compare::infinity<double>;
    std::array<double, 5> const x{-infinity, -infinity, -infinity, 0, infinity};
    auto const y = triples{}(compare::opaque(x));
    CHECK(y == std::array{-infinity, 0.0, infinity});
    CHECK(derivative<triples>(compare::opaque(x), {1, 10, 100}) ==
          std::array<double, 5>{1, 0, 0, 10, 100});
}

TEST_CASE("a pool chooses in fixed point", "[layer]") {
    using number = fixed_point<3, 4>;
    using exact = network<number, input<5, 2>, max_pool<kernel_size<2>>>;
    std::array<float, 10> const x{1, -1, 2, -2, 3, -3, 0, -7, 7, 7};
    auto const y = exact{}(compare::converted<number>(compare::opaque(x)));
    CHECK(y == compare::converted<number>(std::array<float, 4>{2, -1, 3, -3}));
}
