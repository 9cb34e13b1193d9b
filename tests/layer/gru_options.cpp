#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/activation/hard_sigmoid.hpp>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softsign.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/layer/gru.hpp>
#include <ctnn/layer/lstm.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>

#include <ctnn/verify/bounds.hpp>
#include <string_view>
#include <type_traits>

#include "../faces/boxes.hpp"
#include "example.hpp"
#include "oracle/gru_options.hpp"
#include "oracle/lstm_options.hpp"
#include "recurrent.hpp"

// Options of gru and lstm: reset_before, recurrent_activation<...>, an activation.

namespace {

using namespace ctnn;
namespace oracle = options_oracle;

using hard = recurrent_activation<hard_sigmoid>;

// A user's, which takes no vectors, states no name, and needs what goes in for its derivative.
struct leaning {
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return x < Scalar(0) ? Scalar(0.25) * x * x : x;
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        return x < Scalar(0) ? Scalar(0.5) * x : Scalar(1);
    }
};
static_assert(!customization::has_a_name<gru<2, leaning>>);

// What the type says.
using model = network<float, input<20, 3>, gru<4, reset_before>>;
static_assert(sizeof(model) == (3 * 12 + 4 * 8 + 4 * 4 + 12) * sizeof(float));
static_assert(model::stage<0>::bound::multiply_adds == 20 * 7 * 12);

// What goes into an activation is kept only if its derivative needs it.
template <class Layer>
constexpr std::size_t numbers_kept = sizeof(typename Layer::template cell<float, 3>::record) / 4;
static_assert(numbers_kept<gru<4>> == 28 && numbers_kept<gru<4, relu>> == 28);
static_assert(numbers_kept<gru<4, reset_before>> == 20);
static_assert(numbers_kept<gru<4, hard>> == 28 + 12);
static_assert(numbers_kept<lstm<4>> == 28 && numbers_kept<lstm<4, hard>> == 28 + 20);

// In any order.
using in_another_order = gru<5, softsign, reset_before, hard>::options;
static_assert(std::is_same_v<in_another_order::activation, softsign> &&
              std::is_same_v<in_another_order::recurrent_activation, hard_sigmoid> &&
              in_another_order::resets_before);

// A report tells them apart.
template <class Layer>
constexpr std::string_view name = Layer::name;
static_assert(name<gru<4>> == "gru" && name<lstm<4>> == "lstm");
static_assert(name<gru<4, hard, reset_before, relu>> ==
              "gru recurrent_activation hard_sigmoid reset_before relu");
static_assert(gru<2, basic_leaky_relu<0.25>, reset_before>::settings[0] == 0.25);
static_assert(lstm<2, recurrent_activation<basic_leaky_relu<0.5>>>::settings[0] == 0.5);
static_assert(!customization::has_settings<gru<4>>);

// By hand: weights, recurrent weights, candidate weights, biases. The gate r = 1/2 halves h before the product, and
// z = 0 lets only the new value through.
constexpr network<double, input<2, 1>, gru<1, reset_before, relu>> halves{
    {{{0, 0, 0}}, {{0, 0}}, {{6}}, {-1000, 0, 1}}};
static_assert(halves({0, 0}) == std::array{1.0, 4.0});

// All that a gate lets through: hard_sigmoid is 1 from 3 on, exactly.
constexpr network<double, input<2, 1>, gru<1, hard>> keeps{
    {{{-6, 0, 1}}, {{0, 0, 0}}, {3, 0, 0}, {0, 0, 0}}};
static_assert(keeps({1, 0})[0] != 0 && keeps({1, 0})[1] == keeps({1, 0})[0]);

// Weights are drawn, biases begin at 0.
constexpr auto drawn = initialize<model>(glorot_uniform{}, 1);
static_assert(drawn.layer<0>().weights[2][11] != 0 &&
              drawn.layer<0>().recurrent_weights[3][7] != 0 &&
              drawn.layer<0>().candidate_weights[3][3] != 0);
static_assert(drawn.layer<0>().biases == std::array<float, 12>{});

// In the compiler.
static_assert(layers::holds<input<5, 3>, gru<4, reset_before>>(oracle::before));
static_assert(
    layers::holds<input<4, 2>, gru<5, hard, reset_before, softsign>>(oracle::hard_before));
static_assert(recurrent::steps_have_the_bits_of_the_sequence<gru<3, reset_before>, float, 5, 2>(1));

} // namespace

TEST_CASE("a GRU that resets before the product, and its derivatives, are Keras'", "[layer]") {
    using layers::check_example;
    check_example<input<3>, gru<2, reset_before>>(oracle::before_in_a_step);
    check_example<input<5, 3>, gru<4, reset_before>>(oracle::before);
}

TEST_CASE("GRUs and LSTMs with other activations, and their derivatives, are Keras'", "[layer]") {
    using layers::check_example;
    check_example<input<4, 2>, gru<5, hard, reset_before, softsign>>(oracle::hard_before);
    check_example<input<4, 2>, gru<5, relu, hard>>(oracle::hard_after);
    check_example<input<4, 2>, gru<3, softsign>>(oracle::softsign_after);
    check_example<input<4, 2>, lstm<3, hard>>(oracle::hard_lstm);
    check_example<input<4, 2>, lstm<5, softsign>>(oracle::softsign_lstm);
}

TEST_CASE("gradients of GRUs and LSTMs with options are those of dual numbers", "[layer]") {
    using smooth = recurrent_activation<softsign>;
    for (std::uint32_t seed = 1; seed < 10; ++seed) {
        CAPTURE(seed);
        using all = network<double, input<4, 2>, gru<3, reset_before, softsign, smooth>,
                            gru<2, leaning, smooth>, lstm<2, smooth, softsign>>;
        CHECK(recurrent::error_of_gradient<all>(seed) < 1e-14);
    }
}

TEST_CASE("GRUs and LSTMs with options have the bits of their steps", "[layer]") {
    for (std::uint32_t seed = 1; seed < 10; ++seed) {
        CAPTURE(seed);
        using recurrent::steps_have_the_bits_of_the_sequence;
        CHECK(steps_have_the_bits_of_the_sequence<gru<9, reset_before>, float, 4, 5>(seed));
        CHECK(steps_have_the_bits_of_the_sequence<gru<9, hard, relu>, float, 4, 5>(seed));
        CHECK(steps_have_the_bits_of_the_sequence<gru<9, leaning>, float, 4, 5>(seed));
        CHECK(steps_have_the_bits_of_the_sequence<gru<3, reset_before>, fixed_point<3, 12>, 5, 2>(
            seed));
    }
}

TEST_CASE("the gradient of a GRU that resets before is summed up over the steps", "[layer]") {
    for (std::uint32_t seed = 1; seed < 10; ++seed) {
        CAPTURE(seed);
        CHECK(recurrent::gradient_is_summed_up_before_it_is_added<
              network<float, input<5, 3>, gru<4, reset_before>>>(seed));
    }
}

// Their code runs on intervals, their activations by what is known of them.
TEST_CASE("the bounds of GRUs with options hold", "[layer]") {
    auto const check = []<class Layer>(Layer const*) {
        using network = ctnn::network<float, input<4, 2>, Layer>;
        for (std::uint32_t seed = 1; seed < 6; ++seed) {
            faces::boxes<network> given(seed);
            auto const found = bounds(given.net, given.box);
            CHECK(given.most_that_leave(found) == 0);
            CHECK(given.widest(found) < 16);
        }
    };
    check(static_cast<gru<3, reset_before>*>(nullptr));
    check(static_cast<gru<3, hard, relu>*>(nullptr));
}
