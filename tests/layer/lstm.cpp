#include <ctnn/layer/lstm.hpp>

#include <array>
#include <cstdint>
#include <ctnn/concept/customization.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/math/tanh.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <type_traits>

#include "example.hpp"
#include "oracle/lstm.hpp"
#include "recurrent.hpp"

namespace {

using namespace ctnn;

// What the type says.
using after_a_row = network<float, input<3>, lstm<4>>;
using after_a_sequence = network<float, input<20, 3>, lstm<4>, lstm<2>, dense<5>>;
static_assert(std::is_same_v<after_a_row::output_shape, shape<4>>);
static_assert(std::is_same_v<after_a_sequence::stage<0>::output_shape, shape<20, 4>>);
static_assert(std::is_same_v<after_a_sequence::stage<1>::output_shape, shape<20, 2>>);
static_assert(after_a_row::parameter_count == 3 * 16 + 4 * 16 + 16);
static_assert(sizeof(after_a_row) == 128 * sizeof(float));
static_assert(after_a_row::stage<0>::bound::multiply_adds == 7 * 16);
static_assert(after_a_sequence::stage<0>::bound::multiply_adds == 20 * 7 * 16);

// Only what takes one row has a state for its user.
using cell = after_a_row::stage<0>::bound;
static_assert(customization::keeps_a_state<cell>);
static_assert(!customization::keeps_a_state<after_a_sequence::stage<0>::bound>);
static_assert(cell::state{} == cell::state{.hidden = {0, 0, 0, 0}, .cell = {0, 0, 0, 0}});
static_assert(!(cell::state{} == cell::state{.hidden = {0, 0, 1, 0}}) &&
              !(cell::state{} == cell::state{.cell = {0, 0, 1, 0}}));
static_assert(std::is_trivially_copyable_v<cell::state> &&
              sizeof(cell::state) == 8 * sizeof(float));

// By hand: without weights all gates are half open and nothing is new, so that half of the cell stays.
static_assert([] {
    auto s = cell::state{.hidden = {9, 9, 9, 9}, .cell = {1, -2, 400, 0}};
    cell::step({}, s, {5, 6, 7});
    return s.cell == std::array{0.5F, -1.0F, 200.0F, 0.0F} && s.hidden[2] == 0.5F &&
           s.hidden[3] == 0;
}());
// In braces: weights, recurrent weights, biases; columns i, f, g, o. All gates are open: the cell adds up tanh(x).
constexpr network<float, input<3, 1>, lstm<1>> sum{
    {{{0, 0, 100, 0}}, {{0, 0, 0, 0}}, {100, 100, 0, 100}}};
static_assert(sum({1, 0, -1}) == std::array{math::tanh(1.0F), math::tanh(1.0F), 0.0F});
// A forget gate that is closed, f = 0, leaves only what is new; an output gate that is closed, o = 0, nothing.
constexpr network<float, input<3, 1>, lstm<1>> forgets{
    {{{0, 0, 100, 0}}, {{0, 0, 0, 0}}, {100, -200, 0, 100}}};
static_assert(forgets({1, 0, -1}) == std::array{math::tanh(1.0F), 0.0F, math::tanh(-1.0F)});
constexpr network<float, input<3, 1>, lstm<1>> is_silent{
    {{{0, 0, 100, 0}}, {{0, 0, 0, 0}}, {100, 100, 0, -200}}};
static_assert(is_silent({1, 0, -1}) == std::array{0.0F, 0.0F, 0.0F});

// Weights are drawn, the biases of forget gates begin at 1, all others at 0.
constexpr auto drawn = initialize<after_a_row>(glorot_uniform{}, 1);
static_assert(drawn.layer<0>().weights[2][15] != 0 &&
              drawn.layer<0>().recurrent_weights[3][15] != 0);
static_assert(drawn.layer<0>().biases == std::array<float, 16>{0, 0, 0, 0, 1, 1, 1, 1});

// In the compiler.
namespace oracle = lstm_oracle;
static_assert(layers::holds<input<3>, lstm<2>>(oracle::step));
static_assert(layers::holds<input<5, 3>, lstm<4>>(oracle::sequence));
static_assert(layers::holds<input<5, 2>, lstm<3>, lstm<2>>(oracle::stacked));
static_assert(recurrent::steps_have_the_bits_of_the_sequence<lstm<3>, float, 5, 2>(1));
static_assert(recurrent::steps_have_the_bits_of_the_sequence<lstm<2>, double, 4, 1>(2));

} // namespace

TEST_CASE("a LSTM and its derivatives are PyTorch's and, by its layout, Keras'", "[layer]") {
    using layers::check_example;
    check_example<input<3>, lstm<2>>(oracle::step);
    check_example<input<1, 3>, lstm<2>>(oracle::step);
    check_example<input<5, 3>, lstm<4>>(oracle::sequence);
    check_example<input<4, 1>, lstm<1>>(oracle::of_one_unit);
    check_example<input<3, 2>, lstm<5>>(oracle::of_five_units);
    check_example<input<5, 2>, lstm<3>, lstm<2>>(oracle::stacked);
}

TEST_CASE("gradients of stacked LSTMs over five steps are those of dual numbers", "[layer]") {
    for (std::uint32_t seed = 1; seed < 20; ++seed) {
        CAPTURE(seed);
        CHECK(recurrent::error_of_gradient<network<double, input<5, 3>, lstm<4>, lstm<3>>>(seed) <
              1e-14);
    }
}

TEST_CASE("a LSTM has the bits of its steps", "[layer]") {
    for (std::uint32_t seed = 1; seed < 20; ++seed) {
        CAPTURE(seed);
        using recurrent::steps_have_the_bits_of_the_sequence;
        CHECK(steps_have_the_bits_of_the_sequence<lstm<3>, float, 5, 2>(seed));
        CHECK(steps_have_the_bits_of_the_sequence<lstm<9>, float, 4, 5>(seed));
        CHECK(steps_have_the_bits_of_the_sequence<lstm<4>, double, 1, 3>(seed));
        CHECK(steps_have_the_bits_of_the_sequence<lstm<3>, fixed_point<3, 12>, 5, 2>(seed));
    }
}

TEST_CASE("the gradient of an LSTM is summed up over the steps, and then added", "[layer]") {
    for (std::uint32_t seed = 1; seed < 20; ++seed) {
        CAPTURE(seed);
        CHECK(recurrent::gradient_is_summed_up_before_it_is_added<
              network<float, input<5, 3>, lstm<4>>>(seed));
    }
}
