#include <ctnn/layer/parallel.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/identity.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/gru.hpp>
#include <ctnn/layer/over_time.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/network/backpropagate.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/network/streamed.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/report/footprint.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/linear_bounds.hpp>
#include <ctnn/verify/no_overflow.hpp>
#include <type_traits>

#include "../placed/oracle/composite.hpp"
#include "../support/random_numbers.hpp"

namespace {

using namespace ctnn;

// By hand: x W + b, relu(x u + c) and x itself, side by side.
using three = network<float, input<2>,
                      parallel<concatenated, dense<2>, sequential<dense<1>, relu>, identity>>;
constexpr three net{{{{{{1, 2}, {3, 4}}, {5, 6}}}, {{{{1}, {-2}}, {3}}}}};
static_assert(net({1, 1}) == std::array<float, 5>{9, 12, 2, 1, 1});
static_assert(net({1, 3}) == std::array<float, 5>{15, 20, 0, 1, 3});

// A branch's parameters are a network, and if only one has layers, the layer's are that one.
static_assert(sizeof(three) == 9 * sizeof(float));
static_assert(net.layer<0>().layer<1>().layer<0>().biases[0] == 3);
using skip = network<float, input<2>, parallel<added, identity, dense<2>>>;
static_assert(skip{{{{{1, 2}, {3, 4}}, {5, 6}}}}({1, 1}) == std::array<float, 2>{10, 13});
static_assert(skip{}.layer<0>().layer<0>().biases.size() == 2);

// A branch that is an activation, and one that only passes its input on: no layer at all.
using squares = network<float, input<2>, parallel<multiplied, identity, identity, relu>>;
static_assert(squares{}({-2, 3}) == std::array<float, 2>{0, 27});
static_assert(squares::stage<0>::bound::branch<0>::depth == 0);

// A join of a user's own.
template <class Shape, class>
struct less {
    using output_shape = Shape;
    template <class Number, std::size_t Size>
    static constexpr auto joined(std::array<Number, Size> const& a,
                                 std::array<Number, Size> const& b) {
        std::array<Number, Size> v{};
        for (std::size_t i = 0; i < Size; ++i)
            v[i] = a[i] - b[i];
        return v;
    }
    template <std::size_t Branch, class Values>
    static constexpr Values derivative(Values dv, Values const&, Values const&) {
        for (auto& one : dv)
            one = Branch == 0 ? one : -one;
        return dv;
    }
};
using rest = network<float, input<2>, parallel<less, identity, relu>>;
static_assert(rest{}({-2, 3}) == std::array<float, 2>{-2, 0});

// Only what has the library's joins has a name in reports.
static_assert(customization::has_a_name<parallel<added, relu>> &&
              !customization::has_a_name<parallel<less, identity, relu>>);

static_assert(footprint<three>.multiply_adds == 4 + 2);

// Of PyTorch.
using small = kernel_size<1, 1>;
using square = kernel_size<2, 2>;
using beside = parallel<concatenated, conv2d<1, square, padding_same, ctnn::tanh>, identity,
                        sequential<conv2d<2, small, padding_same, relu>, conv2d<1, small>>>;
using plus =
    parallel<added, conv2d<2, square, padding_same, ctnn::tanh>, identity, conv2d<2, small>>;
template <std::size_t Outputs>
using gated = parallel<multiplied, conv2d<Outputs, small>, conv2d<Outputs, small, sigmoid>>;
using wave = parallel<added, identity,
                      sequential<parallel<multiplied, conv2d<3, square, padding_same, ctnn::tanh>,
                                          conv2d<3, small, sigmoid>, conv2d<3, small>>,
                                 conv2d<2, small>>>;
namespace oracle = composite_oracle;
static_assert(layers::holds<input<3, 2, 2>, wave>(oracle::wave));

} // namespace

TEST_CASE("parallel layers and their derivatives are PyTorch's", "[layer]") {
    using layers::check_example;
    check_example<input<3, 2, 2>, beside>(oracle::beside);
    check_example<input<3, 2, 2>, plus>(oracle::added);
    check_example<input<3, 2, 2>, gated<3>>(oracle::gated);
    check_example<input<3, 2, 2>, wave>(oracle::wave);
}

TEST_CASE("the gradient of a network of parallel layers is PyTorch's", "[layer]") {
    using model = network<double, input<3, 2, 2>, beside, gated<2>, dense<3, softmax>>;
    auto const expected = compare::opaque(oracle::whole_network);
    auto const whole = compare::network_of<model>(expected.parameters);
    auto const back = backpropagate(whole, cross_entropy{}, expected.input, expected.target);
    CHECK(compare::near(back.output, expected.output, 8));
    CHECK(compare::near(compare::flat(back.gradient), expected.gradient, 32));
}

TEST_CASE("a product of branches computes in fixed point", "[layer]") {
    using number = fixed_point<7, 8>;
    network<number, input<2>, parallel<multiplied, identity, identity>> const square_of{};
    CHECK(square_of({number(1.5), number(-3)}) == std::array{number(2.25), number(9)});
}

TEST_CASE("the intervals of a product are products of intervals", "[layer]") {
    using model = network<float, input<2>, dense<2>, parallel<multiplied, identity, identity>>;
    model const of_squares{{{{1, 0}, {0, 1}}, {0, 0}}};
    verify::box<float, 2> const box{{-1, 2}, {3, 4}};
    for (auto const& y : {verify::bounds(compare::opaque(of_squares), box),
                          verify::linear_bounds(compare::opaque(of_squares), box)}) {
        CHECK(y[0].lower <= -3);
        CHECK(y[0].lower > -3.001f);
        CHECK(y[0].upper >= 9);
        CHECK(y[0].upper < 9.001f);
        CHECK(y[1].lower <= 4);
        CHECK(y[1].lower > 3.999f);
        CHECK(y[1].upper >= 16);
        CHECK(y[1].upper < 16.01f);
    }
}

// What each branch remembers lies side by side, and the gate remembers, too.
TEST_CASE("parallel layers go step by step", "[layer]") {
    using whole =
        network<float, input<4, 2>,
                parallel<concatenated, gru<3>, sequential<over_time<dense<2>>, gru<1>>, identity>,
                parallel<multiplied, over_time<dense<2, ctnn::tanh>>, gru<2>>>;
    auto const over = seeded::random_numbers(23).network<whole>();
    auto const x = seeded::random_numbers(24).array<float, 8>();
    auto const live = streamed(over);
    stream_of<whole>::state state;
    static_assert(sizeof(state) == (3 + 1 + 2) * sizeof(float));
    auto const y = over(x);
    for (std::size_t t = 0; t < 4; ++t)
        CHECK(compare::same_bits(live.step(state, {x[2 * t], x[2 * t + 1]}),
                                 std::array{y[2 * t], y[2 * t + 1]}));
}

// In fixed point, a product may saturate, and so may one that a third branch makes small again.
TEST_CASE("overflow of products is found", "[layer]") {
    using number = fixed_point<3, 4>; // from -8 to 7.9375
    network<number, input<1>, parallel<multiplied, identity, identity>> const squares{};
    auto const up_to = [](double end) {
        return verify::box<number, 1>{{number(0)}, {number(end)}};
    };
    CHECK(verify::no_overflow(squares, up_to(2.8125)).proven());  // 7.91
    CHECK(verify::no_overflow(squares, up_to(2.875)).violated()); // 8.27
    verify::box<number, 1> const below{{number(-2.875)}, {number(0)}};
    CHECK(verify::no_overflow(squares, below).violated());
    network<number, input<2>, parallel<multiplied, identity, identity, dense<2>>> thirds;
    thirds.layer<0>().layer<0>().biases = {number(0.0625), number(0.0625)};
    verify::box<number, 2> const both{{number(1), number(1)}, {number(3), number(1)}};
    CHECK(thirds({number(3), number(1)})[0] == number(0.5)); // 7.9375 / 16
    CHECK(verify::no_overflow(thirds, both).violated());
    verify::box<number, 2> const small{{number(1), number(1)}, {number(2), number(2.5)}};
    CHECK(verify::no_overflow(thirds, small).proven());
    auto largest = thirds;
    largest.layer<0>().layer<0>().biases = {number(4), number(1)};
    verify::box<number, 2> const point{{number(1.5), number(1)}, {number(1.5), number(1)}};
    CHECK(
        verify::no_overflow(largest, point).violated()); // 1.5 1.5 4, but neither 1.5 1.5 nor 1.5 4
}
