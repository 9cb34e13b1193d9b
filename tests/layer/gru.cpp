#include <ctnn/layer/gru.hpp>

#include <array>
#include <cstdint>
#include <ctnn/concept/customization.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <type_traits>

#include "example.hpp"
#include "oracle/gru.hpp"
#include "recurrent.hpp"

namespace {

using namespace ctnn;

// What the type says.
using after_a_row = network<float, input<3>, gru<4>>;
using after_a_sequence = network<float, input<20, 3>, gru<4>, gru<2>, dense<5>>;
static_assert(std::is_same_v<after_a_row::output_shape, shape<4>>);
static_assert(std::is_same_v<after_a_sequence::stage<0>::output_shape, shape<20, 4>>);
static_assert(std::is_same_v<after_a_sequence::stage<1>::output_shape, shape<20, 2>>);
static_assert(after_a_row::parameter_count == 3 * 12 + 4 * 12 + 12 + 12);
static_assert(sizeof(after_a_row) == 108 * sizeof(float));
static_assert(after_a_row::stage<0>::bound::multiply_adds == 7 * 12);
static_assert(after_a_sequence::stage<0>::bound::multiply_adds == 20 * 7 * 12);

// Only what takes one row has a state for its user.
using cell = after_a_row::stage<0>::bound;
static_assert(customization::keeps_a_state<cell>);
static_assert(!customization::keeps_a_state<after_a_sequence::stage<0>::bound>);
static_assert(cell::state{} == cell::state{.hidden = {0, 0, 0, 0}});
static_assert(!(cell::state{} == cell::state{.hidden = {0, 0, 1, 0}}));
static_assert(std::is_trivially_copyable_v<cell::state> &&
              sizeof(cell::state) == 4 * sizeof(float));

// By hand, in braces: weights, recurrent weights, biases, recurrent biases; columns z, r, n. Without weights z and r
// are 1/2 and n is 0, so that half of the output stays.
static_assert([] {
    auto h = cell::state{.hidden = {1, -2, 4, 0}};
    cell::step({}, h, {5, 6, 7});
    return h;
}() == cell::state{.hidden = {0.5F, -1, 2, 0}});
// A gate that is closed, z = 1, keeps all of it; one that is open, z = 0, takes tanh(x) alone.
constexpr network<float, input<3, 1>, gru<1>> latch{
    {{{-200, 0, 100}}, {{0, 0, 0}}, {100, 0, 0}, {0, 0, 0}}};
static_assert(latch({1, 0, -1}) == std::array{1.0F, 1.0F, 1.0F});
// The reset gate comes after the product and its bias: n = tanh(r (h R + c)), with r = 1/2.
constexpr network<double, input<1>, gru<1>> reset{
    {{{0, 0, 0}}, {{0, 0, 0}}, {-100, 0, 0}, {0, 0, 200}}};
static_assert(reset({0}) == std::array{1.0});

// Weights are drawn, biases begin at 0.
constexpr auto drawn = initialize<after_a_row>(glorot_uniform{}, 1);
static_assert(drawn.layer<0>().weights[2][11] != 0 &&
              drawn.layer<0>().recurrent_weights[3][11] != 0);
static_assert(drawn.layer<0>().biases == std::array<float, 12>{} &&
              drawn.layer<0>().recurrent_biases == std::array<float, 12>{});

// In the compiler.
namespace oracle = gru_oracle;
static_assert(layers::holds<input<3>, gru<2>>(oracle::step));
static_assert(layers::holds<input<5, 3>, gru<4>>(oracle::sequence));
static_assert(layers::holds<input<5, 2>, gru<3>, gru<2>>(oracle::stacked));
static_assert(recurrent::steps_have_the_bits_of_the_sequence<gru<3>, float, 5, 2>(1));
static_assert(recurrent::steps_have_the_bits_of_the_sequence<gru<2>, double, 4, 1>(2));

} // namespace

TEST_CASE("a GRU and its derivatives are PyTorch's and, by its layout, Keras'", "[layer]") {
    using layers::check_example;
    check_example<input<3>, gru<2>>(oracle::step);
    check_example<input<1, 3>, gru<2>>(oracle::step);
    check_example<input<5, 3>, gru<4>>(oracle::sequence);
    check_example<input<4, 1>, gru<1>>(oracle::of_one_unit);
    check_example<input<3, 2>, gru<5>>(oracle::of_five_units);
    check_example<input<5, 2>, gru<3>, gru<2>>(oracle::stacked);
}

TEST_CASE("gradients of stacked GRUs over five steps are those of dual numbers", "[layer]") {
    for (std::uint32_t seed = 1; seed < 20; ++seed) {
        CAPTURE(seed);
        CHECK(recurrent::error_of_gradient<network<double, input<5, 3>, gru<4>, gru<3>>>(seed) <
              1e-14);
    }
}

TEST_CASE("a GRU has the bits of its steps", "[layer]") {
    for (std::uint32_t seed = 1; seed < 20; ++seed) {
        CAPTURE(seed);
        using recurrent::steps_have_the_bits_of_the_sequence;
        CHECK(steps_have_the_bits_of_the_sequence<gru<3>, float, 5, 2>(seed));
        CHECK(steps_have_the_bits_of_the_sequence<gru<9>, float, 4, 5>(seed));
        CHECK(steps_have_the_bits_of_the_sequence<gru<4>, double, 1, 3>(seed));
        CHECK(steps_have_the_bits_of_the_sequence<gru<3>, fixed_point<3, 12>, 5, 2>(seed));
    }
}

TEST_CASE("the gradient of a GRU is summed up over the steps, and then added", "[layer]") {
    for (std::uint32_t seed = 1; seed < 20; ++seed) {
        CAPTURE(seed);
        CHECK(recurrent::gradient_is_summed_up_before_it_is_added<
              network<float, input<5, 3>, gru<4>>>(seed));
    }
}
