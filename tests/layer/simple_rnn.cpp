#include <ctnn/layer/simple_rnn.hpp>

#include <array>
#include <cstdint>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softsign.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/math/tanh.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <type_traits>

#include "example.hpp"
#include "oracle/simple_rnn.hpp"
#include "recurrent.hpp"

namespace {

using namespace ctnn;

// What the type says.
using after_a_row = network<float, input<3>, simple_rnn<4>>;
using after_a_sequence = network<float, input<20, 3>, simple_rnn<4>, simple_rnn<2, relu>>;
static_assert(std::is_same_v<after_a_row::output_shape, shape<4>>);
static_assert(std::is_same_v<after_a_sequence::stage<0>::output_shape, shape<20, 4>>);
static_assert(sizeof(after_a_row) == (3 * 4 + 4 * 4 + 4) * sizeof(float));
static_assert(after_a_row::stage<0>::bound::multiply_adds == 7 * 4);
static_assert(after_a_sequence::stage<0>::bound::multiply_adds == 20 * 7 * 4);

using cell = after_a_row::stage<0>::bound;
static_assert(customization::keeps_a_state<cell>);
static_assert(!customization::keeps_a_state<after_a_sequence::stage<0>::bound>);
static_assert(std::is_trivially_copyable_v<cell::state> &&
              sizeof(cell::state) == 4 * sizeof(float));

// What goes into an activation is kept only if its derivative needs it.
static_assert(sizeof(simple_rnn<4>::cell<float, 3>::record) == 8 * sizeof(float));
static_assert(sizeof(simple_rnn<4, relu>::cell<float, 3>::record) == 8 * sizeof(float));
static_assert(sizeof(simple_rnn<4, softsign>::cell<float, 3>::record) == 12 * sizeof(float));

// By hand, in braces: weights, recurrent weights, biases.
constexpr network<double, input<2, 1>, simple_rnn<1>> one{{{{2}}, {{3}}, {-1}}};
static_assert(one({1, 0.5}) ==
              std::array{math::tanh(1.0), math::tanh(2 * 0.5 + 3 * math::tanh(1.0) - 1)});
constexpr network<double, input<3, 1>, simple_rnn<1, relu>> sum{{{{1}}, {{1}}, {0}}};
static_assert(sum({1, 2, -5}) == std::array{1.0, 3.0, 0.0});

constexpr auto drawn = initialize<after_a_row>(glorot_uniform{}, 1);
static_assert(drawn.layer<0>().weights[2][3] != 0 && drawn.layer<0>().recurrent_weights[3][3] != 0);
static_assert(drawn.layer<0>().biases == std::array<float, 4>{});

// In the compiler.
namespace oracle = simple_rnn_oracle;
static_assert(layers::holds<input<5, 2>, simple_rnn<3>, simple_rnn<2, relu>>(oracle::stacked));
static_assert(recurrent::steps_have_the_bits_of_the_sequence<simple_rnn<3>, float, 5, 2>(1));

} // namespace

TEST_CASE("a simple RNN and its derivatives are PyTorch's and, by its layout, Keras'", "[layer]") {
    using layers::check_example;
    check_example<input<3>, simple_rnn<2>>(oracle::step);
    check_example<input<1, 3>, simple_rnn<2>>(oracle::step);
    check_example<input<5, 3>, simple_rnn<4>>(oracle::sequence);
    check_example<input<4, 1>, simple_rnn<1>>(oracle::of_one_unit);
    check_example<input<5, 3>, simple_rnn<5, relu>>(oracle::with_relu);
    check_example<input<5, 2>, simple_rnn<3>, simple_rnn<2, relu>>(oracle::stacked);
}

TEST_CASE("gradients of stacked simple RNNs over five steps are those of dual numbers", "[layer]") {
    for (std::uint32_t seed = 1; seed < 20; ++seed) {
        CAPTURE(seed);
        using model = network<double, input<5, 3>, simple_rnn<4>, simple_rnn<3, softsign>>;
        CHECK(recurrent::error_of_gradient<model>(seed) < 1e-14);
    }
}

TEST_CASE("a simple RNN has the bits of its steps", "[layer]") {
    for (std::uint32_t seed = 1; seed < 20; ++seed) {
        CAPTURE(seed);
        using recurrent::steps_have_the_bits_of_the_sequence;
        CHECK(steps_have_the_bits_of_the_sequence<simple_rnn<9, softsign>, float, 4, 5>(seed));
        CHECK(steps_have_the_bits_of_the_sequence<simple_rnn<4, relu>, double, 1, 3>(seed));
        CHECK(steps_have_the_bits_of_the_sequence<simple_rnn<3>, fixed_point<3, 12>, 5, 2>(seed));
    }
}
