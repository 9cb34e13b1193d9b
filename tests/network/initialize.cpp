#include <ctnn/network/initialize.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/initializer/he_normal.hpp>
#include <ctnn/initializer/uniform.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/tensor/input.hpp>

#include "../catch.hpp"
#include "../laws/own.hpp"
#include "../support/compare.hpp"

namespace {

using namespace ctnn;

using model = network<double, input<2>, dense<3, relu>, dense<2, softmax>>;
constexpr model drawn = initialize<model>(glorot_uniform{}, 1234);

// The lecture's seed: uniform weights are numpy's rand, with the draws for biases left out.
constexpr model lecture = initialize<model>(uniform{.lower = 0, .upper = 1}, 1234);
static_assert(lecture.layer<0>().weights[0][0] > 0.191519445 &&
              lecture.layer<0>().weights[0][0] < 0.191519455);
static_assert(lecture.layer<0>().weights[1][2] > 0.272592605 &&
              lecture.layer<0>().weights[1][2] < 0.272592615);
// The next draw is the first weight of the next layer: 0.27646426.
static_assert(lecture.layer<1>().weights[0][0] > 0.276464255 &&
              lecture.layer<1>().weights[0][0] < 0.276464265);
static_assert(lecture.layer<0>().biases == std::array{0.0, 0.0, 0.0});

// An initializer of the user's sees what a weight connects.
struct fans {
    static constexpr double draw(random::mt19937&, std::size_t fan_in, std::size_t fan_out) {
        return static_cast<double>(10 * fan_in + fan_out);
    }
};

} // namespace

TEST_CASE("a network starts with the same bits in the compiler and on the machine",
          "[initializer]") {
    auto const net = initialize<model>(glorot_uniform{}, compare::opaque(std::uint32_t{1234}));
    CHECK(compare::same_bits(compare::flat(net), compare::flat(drawn)));
    constexpr model normal = initialize<model>(he_normal{}, 1);
    auto const other = initialize<model>(he_normal{}, compare::opaque(std::uint32_t{1}));
    CHECK(compare::same_bits(compare::flat(other), compare::flat(normal)));
}

TEST_CASE("every seed draws another network", "[initializer]") {
    CHECK(initialize<model>(glorot_uniform{}, 1) != initialize<model>(glorot_uniform{}, 2));
    CHECK(initialize<model>(glorot_uniform{}, 1) == initialize<model>(glorot_uniform{}, 1));
}

TEST_CASE("a weight's fans are its layer's inputs and outputs", "[initializer]") {
    constexpr auto net = initialize<model>(fans{}, 0);
    for (double const weight : net.layer<0>().weights.values)
        CHECK(weight == 23);
    for (double const weight : net.layer<1>().weights.values)
        CHECK(weight == 32);
    CHECK(net.layer<1>().biases == std::array{0.0, 0.0});
}

TEST_CASE("a layer of the user's initializes itself", "[initializer]") {
    using scaled = network<float, input<2>, own::scale, relu, dense<1>>;
    auto const net = initialize<scaled>(fans{}, 0);
    CHECK(net.layer<0>().factors == std::array{11.0f, 11.0f});
    CHECK(net.layer<2>().weights[1][0] == 21);
}
