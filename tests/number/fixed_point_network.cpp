// Networks of fixed_point: the same layers, activations, losses and training as in float.

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>
#include <limits>

#include "../catch.hpp"
#include "fixed_point_oracle.hpp"

namespace {

using ctnn::fixed_point;

template <class Scalar, std::size_t Inputs, std::size_t Outputs>
using line = ctnn::network<Scalar, ctnn::input<Inputs>, ctnn::dense<Outputs>>;

// Sums of 128 bits as two digits in base 2^60, for an oracle that never overflows.
struct digits {
    std::int64_t high = 0, low = 0;

    void add(std::int64_t x) {
        low += x % (std::int64_t{1} << 60);
        high += x / (std::int64_t{1} << 60) + low / (std::int64_t{1} << 60);
        low %= std::int64_t{1} << 60;
    }
};

// The layer by its definition: the sum of all products is whole, and is rounded once.
template <class Scalar, std::size_t Inputs, std::size_t Outputs>
std::size_t wrong_outputs(std::uint64_t rounds) {
    using raw = typename Scalar::storage;
    using net_type = line<Scalar, Inputs, Outputs>;
    constexpr std::int64_t one = std::int64_t{1} << Scalar::fraction_bits;
    fixed_point_oracle::generator next;
    std::size_t wrong = 0;
    for (std::uint64_t round = 0; round < rounds; ++round) {
        net_type net;
        typename net_type::input_type x{};
        // The first rounds are all ends: no sum of products is larger.
        auto const number = [&] {
            auto const end = round % 2 == 0 ? Scalar::lowest() : Scalar::largest();
            return round < 4 ? end : Scalar::from_raw(next.template number<raw>());
        };
        for (auto& value : x)
            value = number();
        for (auto& weight : net.template layer<0>().weights.values)
            weight = round == 3 ? Scalar::lowest() : number();
        for (auto& bias : net.template layer<0>().biases)
            bias = number();
        auto const y = net(x);
        for (std::size_t j = 0; j < Outputs; ++j) {
            digits sum;
            sum.add(std::int64_t{net.template layer<0>().biases[j].raw} * one);
            for (std::size_t i = 0; i < Inputs; ++i)
                sum.add(std::int64_t{x[i].raw} *
                        std::int64_t{net.template layer<0>().weights[i][j].raw});
            // A sum that is not as small as this is beyond the ends anyway.
            std::int64_t const total = sum.high > 3 ? std::numeric_limits<std::int64_t>::max()
                                       : sum.high < -3
                                           ? -std::numeric_limits<std::int64_t>::max()
                                           : sum.high * (std::int64_t{1} << 60) + sum.low;
            wrong += y[j].raw != fixed_point_oracle::within<Scalar::bits>(
                                     fixed_point_oracle::nearest(total, one));
        }
    }
    return wrong;
}

using q = fixed_point<3, 12>;

// Exclusive or, learnt by the compiler in numbers of 16 bits.
struct recipe {
    using model =
        ctnn::network<q, ctnn::input<2>, ctnn::dense<4, ctnn::tanh>, ctnn::dense<2, ctnn::softmax>>;
    using one = ctnn::sample<std::array<q, 2>, std::array<q, 2>>;
    static constexpr auto network = ctnn::initialize<model>(ctnn::glorot_uniform{}, 3);
    static constexpr auto loss = ctnn::cross_entropy{};
    static constexpr auto optimizer = ctnn::sgd{.learning_rate = 0.25};
    static constexpr std::array<one, 4> samples{
        one{{q(0), q(0)}, {q(1), q(0)}}, one{{q(0), q(1)}, {q(0), q(1)}},
        one{{q(1), q(0)}, {q(0), q(1)}}, one{{q(1), q(1)}, {q(1), q(0)}}};
    static constexpr std::size_t epochs = 100;
};
constexpr auto& trained = ctnn::trained<recipe>;
static_assert(ctnn::accuracy(trained.network, recipe::samples) == 1);
static_assert(trained.losses[99] < q(0.1));
static_assert(sizeof(recipe::model) == 22 * sizeof(std::int16_t));

} // namespace

TEST_CASE("a layer's sums are rounded once and cannot overflow", "[fixed_point]") {
    CHECK(wrong_outputs<fixed_point<3, 4>, 5, 3>(2000) == 0);
    CHECK(wrong_outputs<fixed_point<1, 6>, 300, 2>(200) == 0);
    CHECK(wrong_outputs<fixed_point<3, 12>, 1, 4>(2000) == 0);
    CHECK(wrong_outputs<fixed_point<1, 14>, 2, 1>(2000) == 0);
    CHECK(wrong_outputs<fixed_point<3, 12>, 17, 5>(1000) == 0);
    CHECK(wrong_outputs<fixed_point<14, 1>, 100, 3>(200) == 0);
    CHECK(wrong_outputs<fixed_point<7, 24>, 9, 3>(2000) == 0);
    CHECK(wrong_outputs<fixed_point<1, 30>, 100, 2>(200) == 0);
    CHECK(wrong_outputs<fixed_point<30, 1>, 40, 2>(200) == 0);
}

TEST_CASE("activations of numbers whose exp is beyond the last number", "[fixed_point]") {
    CHECK(ctnn::sigmoid::value(q(-7)).raw == 4); // 3.73 steps
    CHECK(ctnn::silu::value(q(-4)) == q(-4) * q(0.017986));
    CHECK(ctnn::softplus::derivative(q(-7), q(0)).raw == 4);
    CHECK(static_cast<double>(ctnn::gelu::derivative(q(-5), q(0))) == Approx(0).margin(0.001));
}

TEST_CASE("softmax over more than the last number", "[fixed_point]") {
    std::array<q, 20> x{}, y{};
    y = ctnn::softmax::forward(x);
    for (auto const share : y)
        CHECK(share.raw == 205); // 4096 / 20
    x[3] = q::largest();
    CHECK(ctnn::softmax::forward(x)[3].raw == 4077); // 1 / (1 + 19 exp(-8)), of rounded terms
    std::array<fixed_point<1, 30>, 3> const z{};
    CHECK(ctnn::softmax::forward(z)[1].raw == 357913941);
}

TEST_CASE("means over more than the last number", "[fixed_point]") {
    std::array<q, 20> y{}, t{};
    for (auto& one : y)
        one = q(0.5);
    CHECK(ctnn::mean_squared_error::value(y, t) == q(0.25));
    CHECK(ctnn::mean_squared_error::derivative(y, t)[7] == q(0.5) * q(0.1));
    CHECK(ctnn::mean_absolute_error::derivative(y, t)[7] == q(0.05));
    CHECK(ctnn::huber{}.derivative(y, t)[7] == q(0.5) * q(0.05));
}

TEST_CASE("training in fixed point", "[fixed_point]") {
    ctnn::training_result<recipe::model> result{recipe::network};
    for (auto const loss : trained.losses) {
        result =
            ctnn::train(result, recipe::loss, recipe::optimizer, recipe::samples, {.epochs = 1});
        CHECK((result.ok() && result.loss == loss));
    }
    CHECK(result.network == trained.network);

    // An epoch's losses sum up to more than the last number, and so do the samples of a batch.
    std::array<recipe::one, 60> many{};
    for (std::size_t i = 0; i < many.size(); ++i)
        many[i] = recipe::samples[i % 4];
    auto const one = ctnn::train(recipe::network, recipe::loss, recipe::optimizer, many,
                                 {.epochs = 1, .batch_size = 60});
    CHECK(static_cast<double>(one.loss) == Approx(0.9873 - 0.2).margin(0.25));
    static constexpr auto in_compiler = [] {
        std::array<recipe::one, 60> all{};
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = recipe::samples[i % 4];
        return ctnn::train(recipe::network, recipe::loss, recipe::optimizer, all,
                           {.epochs = 1, .batch_size = 20});
    }();
    auto const twice = ctnn::train(recipe::network, recipe::loss, recipe::optimizer, many,
                                   {.epochs = 1, .batch_size = 20});
    CHECK((twice.network == in_compiler.network && twice.loss == in_compiler.loss));
    CHECK_FALSE(one.network == recipe::network);
}
