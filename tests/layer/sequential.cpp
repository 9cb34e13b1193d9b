#include <ctnn/layer/sequential.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/gru.hpp>
#include <ctnn/layer/last_step.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/layer/over_time.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/network/streamed.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/optimizer/adam.hpp>
#include <ctnn/training/train.hpp>
#include <ctnn/verify/linear_bounds.hpp>
#include <type_traits>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

// A network with `sequential` against the network of the same layers without it: all numbers are the same, to the bit.

namespace {

using namespace ctnn;

// By hand: relu(x W + b) U + c.
using model = network<double, input<2>, sequential<dense<3, relu>, dense<2>>>;
constexpr model net{{{{{1, 0, -1}, {0, 1, 2}}, {0, 0, -1}}, {{{1, 2}, {3, 4}, {5, 6}}, {7, 8}}}};
static_assert(net({2, 1}) == std::array<double, 2>{2 + 3 + 7, 4 + 4 + 8});

// The parameters are those of the network inside.
static_assert(model::depth == 1 && model::parameter_count == 9 + 8);
static_assert(sizeof(model) == 17 * sizeof(double));
static_assert(net.layer<0>().layer<1>().biases == std::array<double, 2>{7, 8});
using plain = network<double, input<2>, dense<3, relu>, dense<2>>;
static_assert([] {
    plain flat;
    flat.layer<0>() = net.layer<0>().layer<0>();
    flat.layer<1>() = net.layer<0>().layer<1>();
    model nested;
    nested.layer<0>() = flat;
    return nested == net;
}());

// One in another, and one of layers without parameters.
static_assert(network<float, input<2>, sequential<sequential<relu>, relu>>{}({-1, 2}) ==
              std::array{0.0f, 2.0f});
using image = network<float, input<4, 6, 1>,
                      sequential<conv2d<2, kernel_size<3, 3>>, max_pool<kernel_size<2, 2>>>>;
static_assert(std::is_same_v<image::output_shape, shape<1, 2, 2>>);

template <class Scalar>
using nested = network<Scalar, input<3>, sequential<dense<4, ctnn::tanh>, sequential<dense<4>>>,
                       residual<sequential<dense<2, relu>, dense<4>>>, dense<2, softmax>>;
template <class Scalar>
using flat = network<Scalar, input<3>, dense<4, ctnn::tanh>, dense<4>,
                     residual<dense<2, relu>, dense<4>>, dense<2, softmax>>;

template <template <class> class Of, class Scalar>
constexpr auto trained() {
    seeded::random_numbers draw(19);
    auto const start = draw.network<Of<Scalar>>();
    std::array<sample<std::array<Scalar, 3>, std::array<Scalar, 2>>, 5> samples{};
    for (auto& one : samples)
        one = {draw.array<Scalar, 3>(), draw.distribution<Scalar, 2>()};
    auto const once = train(start, cross_entropy{}, adam{}, samples, {.epochs = 2});
    auto const more = train(once.network, cross_entropy{}, adam{}, samples, {.batch_size = 2});
    return compare::flat(more.network);
}
constexpr auto in_the_compiler = trained<nested, float>();

} // namespace

TEST_CASE("a chain as one layer learns as its layers do, to the bit", "[layer]") {
    CHECK(compare::same_bits(trained<nested, float>(), in_the_compiler));
    CHECK(compare::same_bits(trained<nested, float>(), trained<flat, float>()));
    CHECK(compare::same_bits(trained<nested, double>(), trained<flat, double>()));
}

TEST_CASE("a chain as one layer has the bounds and the fixed point numbers of its layers",
          "[layer]") {
    seeded::random_numbers draw(20);
    auto const numbers = draw.array<float, flat<float>::parameter_count>();
    verify::box<float, 3> const box{{-1, -0.5f, 0}, {1, 0.5f, 0.25f}};
    auto const a = verify::linear_bounds(compare::network_of<nested<float>>(numbers), box);
    auto const b = verify::linear_bounds(compare::network_of<flat<float>>(numbers), box);
    for (std::size_t j = 0; j < a.size(); ++j) {
        CHECK(a[j].lower == Approx(b[j].lower).margin(0.02));
        CHECK(a[j].upper == Approx(b[j].upper).margin(0.02));
    }
    using number = fixed_point<7, 8>;
    auto const fixed = compare::converted<number>(numbers);
    std::array<number, 3> const x{number(0.5), number(-0.75), number(2)};
    CHECK(compare::network_of<nested<number>>(fixed)(x) ==
          compare::network_of<flat<number>>(fixed)(x));
}

TEST_CASE("a chain as one layer goes step by step", "[layer]") {
    using whole = network<float, input<4, 2>, sequential<gru<3>, over_time<dense<2>>>,
                          sequential<gru<2>, last_step>, dense<1>>;
    auto const over = seeded::random_numbers(21).network<whole>();
    auto const x = seeded::random_numbers(22).array<float, 8>();
    auto const live = streamed(over);
    stream_of<whole>::state state;
    std::array<float, 1> y{};
    for (std::size_t t = 0; t < 4; ++t)
        y = live.step(state, {x[2 * t], x[2 * t + 1]});
    CHECK(compare::same_bits(y, over(x)));
}
