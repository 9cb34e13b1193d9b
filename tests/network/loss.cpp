#include <ctnn/network/loss.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/loss/binary_cross_entropy.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/quantization/quantize.hpp>

#include "../catch.hpp"
#include "../support/compare.hpp"

namespace {

using namespace ctnn;

using model = network<double, input<2>, dense<3, relu>, dense<2, softmax>>;
constexpr model net{{{{0.1, 0.2, 0.3}, {0.3, 0.2, 0.7}}, {1.0, 1.0, 1.0}},
                    {{{0.2, 0.3}, {0.3, 0.5}, {0.6, 0.4}}, {1.0, 1.0}}};
constexpr std::array x{0.1, 0.7}, target{1.0, 0.0};

// The lecture's example, done right.
static_assert(compare::near(loss(net, cross_entropy{}, x, target), 0.718459648013286, 3));
static_assert(loss(net, cross_entropy{}, {0.1, 0.7}, {1.0, 0.0}) ==
              loss(net, cross_entropy{}, x, target));

// A network that is its last layer's logits.
template <class Scalar, class Activation>
constexpr network<Scalar, input<2>, dense<2, Activation>> given_logits{
    {{{Scalar(1), Scalar(0)}, {Scalar(0), Scalar(1)}}, {}}};

} // namespace

TEST_CASE("the loss is that of the network's output", "[loss]") {
    CHECK(loss(compare::opaque(net), mean_squared_error{}, x, target) ==
          mean_squared_error::value(net(x), target));
    CHECK(loss(net, cross_entropy{}, x, target) ==
          Approx(cross_entropy::value(net(x), target)).epsilon(1e-15));
}

TEST_CASE("the loss of large logits is finite", "[loss]") {
    std::array<double, 2> const v = compare::opaque(std::array{1e4, -1e4});
    CHECK(loss(given_logits<double, softmax>, cross_entropy{}, v, {0.0, 1.0}) == 2e4);
    CHECK(loss(given_logits<double, softmax>, cross_entropy{}, v, {1.0, 0.0}) == 0);
    CHECK(loss(given_logits<double, sigmoid>, binary_cross_entropy{}, v, {0.0, 1.0}) == 1e4);
    std::array<float, 2> const w = compare::opaque(std::array{100.0f, -100.0f});
    CHECK(loss(given_logits<float, softmax>, cross_entropy{}, w, {0.0f, 1.0f}) == 200);
    CHECK(loss(given_logits<float, sigmoid>, binary_cross_entropy{}, w, {0.0f, 1.0f}) == 100);
}

TEST_CASE("an activation as a layer of its own is seen by the loss", "[loss]") {
    constexpr network<double, input<2>, dense<2>, softmax> apart{{{{1, 0}, {0, 1}}, {}}};
    CHECK(loss(apart, cross_entropy{}, {1e4, -1e4}, {0.0, 1.0}) == 2e4);
}

// (What a layer keeps is not all filled by a forward pass, and a constant must not copy it.)
TEST_CASE("the loss of layers that keep a record is a constant", "[loss]") {
    constexpr network<double, input<2>, residual<dense<2>>, softmax> kept{};
    constexpr double of_zeros = loss(kept, cross_entropy{}, {1.0, 1.0}, {0.0, 1.0});
    CHECK(of_zeros == Approx(0.6931471805599453).epsilon(1e-15));
}

TEST_CASE("the loss of a quantized network is that of its outputs", "[loss]") {
    constexpr std::array samples{sample{x, target}, sample{std::array{-4.0, 2.0}, target}};
    constexpr auto small = quantize(net, samples).network;
    CHECK(loss(compare::opaque(small), mean_squared_error{}, x, target) ==
          mean_squared_error::value(small(x), target));
    STATIC_REQUIRE(loss(small, mean_squared_error{}, {0.1, 0.7}, {1.0, 0.0}) ==
                   mean_squared_error::value(small(x), target));
    // From the numbers before the softmax, which is 0 here.
    auto const v = small.output.value(small.run(small.input.quantized(x)));
    CHECK(loss(small, cross_entropy{}, x, target) ==
          cross_entropy::value(softmax{}, v, softmax::forward(v), target));
    using far_apart = network<float, input<1>, dense<2, softmax>>;
    constexpr far_apart far{{{{1000, -1000}}, {}}};
    constexpr std::array inputs{sample{std::array{1.0F}, std::array{0.0F, 1.0F}}};
    constexpr auto far_int8 = quantize(far, inputs).network;
    CHECK(far_int8({1.0F})[1] == 0);
    CHECK(static_cast<double>(loss(far_int8, cross_entropy{}, {1.0F}, {0.0F, 1.0F})) ==
          Approx(2000).epsilon(0.01));
    // After a table only the outputs are known.
    using yes_or_no = network<float, input<1>, dense<1, sigmoid>>;
    constexpr yes_or_no positive{{{{1}}, {0}}};
    constexpr std::array ends{sample{std::array{-3.0F}, std::array{1.0F}},
                              sample{std::array{3.0F}, std::array{1.0F}}};
    constexpr auto positive_int8 = quantize(positive, ends).network;
    CHECK(loss(positive_int8, binary_cross_entropy{}, {1.0F}, {1.0F}) ==
          binary_cross_entropy::value(positive_int8({1.0F}), std::array{1.0F}));
}
