#include <ctnn/layer/normalization.hpp>

#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

namespace {

using namespace ctnn;

// By hand: (x - 1) / 2 and (x + 3) / 0.5.
using two = network<double, input<2>, normalization>;
constexpr two by_hand{{{1, -3}, {2, 0.5}}};
static_assert(by_hand({5, -2}) == std::array<double, 2>{2, 2});
static_assert(initialize<two>(he_uniform{}, 1)({5, -2}) == std::array<double, 2>{5, -2});

// A network of raw inputs, whose statistics come from the data.
template <class Scalar>
using raw = network<Scalar, input<3>, normalization, dense<4, ctnn::tanh>, dense<2>>;
template <class Scalar>
using inside = network<Scalar, input<3>, dense<4, ctnn::tanh>, dense<2>>;

template <class Scalar>
constexpr auto data() {
    seeded::random_numbers draw(51);
    std::array<sample<std::array<Scalar, 3>, std::array<Scalar, 2>>, 30> all{};
    for (auto& one : all)
        one = {{Scalar(draw(0, 50)), Scalar(draw(-8, -2)), Scalar(draw(3, 4))},
               draw.array<Scalar, 2>()};
    return all;
}

template <class Scalar>
constexpr bool is_a_standardization() {
    auto const samples = data<Scalar>();
    standardization const scale(samples);
    auto const net = seeded::random_numbers(52).network<inside<Scalar>>();
    raw<Scalar> with;
    with.template layer<0>() = {scale.mean, scale.deviation};
    with.template layer<1>() = net.template layer<0>();
    with.template layer<2>() = net.template layer<1>();
    bool same = true;
    for (auto const& one : samples)
        same = same && compare::same_bits(with(one.input), net(scale(one.input)));
    return same;
}
static_assert(is_a_standardization<float>() && is_a_standardization<double>());
static_assert(is_a_standardization<fixed_point<15, 16>>());

} // namespace

TEST_CASE("a normalization is a standardization, to the bit", "[layer]") {
    CHECK(is_a_standardization<float>());
    CHECK(is_a_standardization<double>());
    CHECK(is_a_standardization<fixed_point<15, 16>>());
}

TEST_CASE("a normalization is not trained", "[layer]") {
    auto const samples = data<double>();
    auto const start = calibrated(initialize<raw<double>>(glorot_uniform{}, 1), samples);
    auto const made = train(start, mean_squared_error{}, adamw{.weight_decay = 0.5}, samples,
                            {.epochs = 3, .batch_size = 4});
    CHECK(made.network.layer<0>() == start.layer<0>());
    CHECK(made.network.layer<1>() != start.layer<1>());
}

TEST_CASE("a calibrated normalization has the data's mean and deviation", "[layer]") {
    auto const samples = data<double>();
    standardization const scale(samples);
    auto const net = calibrated(raw<double>{}, samples);
    CHECK(compare::near(net.layer<0>().mean, scale.mean, 4));
    CHECK(compare::near(net.layer<0>().deviation, scale.deviation, 8));

    // What does not vary is not divided by 0.
    auto equal = samples;
    for (auto& one : equal)
        one.input[1] = 7;
    CHECK(calibrated(raw<double>{}, equal).layer<0>().deviation[1] == 1);
}

TEST_CASE("a folded normalization takes raw inputs", "[layer]") {
    auto const samples = data<double>();
    standardization const scale(samples);
    auto const net = seeded::random_numbers(53).network<inside<double>>();
    raw<double> with;
    with.layer<0>() = {scale.mean, scale.deviation};
    with.layer<1>() = net.layer<0>();
    with.layer<2>() = net.layer<1>();
    auto const without = folded(with);
    static_assert(std::is_same_v<decltype(without), inside<double> const>);
    auto const expected = compare::flat(with_raw_inputs(net, scale));
    CHECK(compare::near(compare::flat(without), expected, 32));
}
