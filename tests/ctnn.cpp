#include <ctnn/ctnn.hpp>

#include "catch.hpp"

// The example of the README, with all of the library included at once.

namespace {

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>,
                            ctnn::dense<2, ctnn::softmax>>;
constexpr model net{{{{0.1, 0.2, 0.3}, {0.3, 0.2, 0.7}}, {1.0, 1.0, 1.0}},
                    {{{0.2, 0.3}, {0.3, 0.5}, {0.6, 0.4}}, {1.0, 1.0}}};
constexpr std::array<double, 2> x{0.1, 0.7}, target{1.0, 0.0};
constexpr auto back = ctnn::backpropagate(net, ctnn::cross_entropy{}, x, target);
constexpr model next = ctnn::sgd{.learning_rate = 0.01}.update(net, back.gradient);
static_assert(ctnn::loss(next, ctnn::cross_entropy{}, x, target) < back.loss);

constexpr bool shown(double value, double digits) {
    return value - digits < 5.01e-13 && digits - value < 5.01e-13;
}

} // namespace

// The figures that the lecture's notebook should have had, to the digits shown there.
TEST_CASE("one step of backpropagation gives the notebook's correct figures", "[backpropagate]") {
    STATIC_REQUIRE(shown(back.output[0], 0.487502603515790));
    STATIC_REQUIRE(shown(back.output[1], 0.512497396484210));
    STATIC_REQUIRE(shown(back.loss, 0.718459648013286));
    constexpr auto last = back.gradient.layer<1>();
    STATIC_REQUIRE(shown(last.biases[0], -0.512497396484210));
    STATIC_REQUIRE(shown(last.biases[1], 0.512497396484210));
    STATIC_REQUIRE(shown(last.weights[0][0], -0.625246823711));
    STATIC_REQUIRE(shown(last.weights[0][1], 0.625246823711));
    STATIC_REQUIRE(shown(last.weights[1][0], -0.594496979922));
    STATIC_REQUIRE(shown(last.weights[1][1], 0.594496979922));
    STATIC_REQUIRE(shown(last.weights[2][0], -0.778996042656));
    STATIC_REQUIRE(shown(last.weights[2][1], 0.778996042656));
    constexpr auto first = back.gradient.layer<0>();
    STATIC_REQUIRE(shown(first.weights[0][0], 0.005124973965));
    STATIC_REQUIRE(shown(first.weights[0][1], 0.010249947930));
    STATIC_REQUIRE(shown(first.weights[0][2], -0.010249947930));
    STATIC_REQUIRE(shown(first.weights[1][0], 0.035874817754));
    STATIC_REQUIRE(shown(first.weights[1][1], 0.071749635508));
    STATIC_REQUIRE(shown(first.weights[1][2], -0.071749635508));
    STATIC_REQUIRE(shown(first.biases[0], 0.051249739648));
    STATIC_REQUIRE(shown(first.biases[1], 0.102499479297));
    STATIC_REQUIRE(shown(first.biases[2], -0.102499479297));
}
