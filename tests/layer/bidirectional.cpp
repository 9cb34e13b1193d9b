#include <ctnn/layer/bidirectional.hpp>

#include <array>
#include <cstdint>
#include <ctnn/activation/identity.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/gru.hpp>
#include <ctnn/layer/last_step.hpp>
#include <ctnn/layer/lstm.hpp>
#include <ctnn/layer/over_time.hpp>
#include <ctnn/layer/parallel.hpp>
#include <ctnn/layer/reversed_steps.hpp>
#include <ctnn/layer/sequential.hpp>
#include <ctnn/layer/simple_rnn.hpp>
#include <ctnn/network/network.hpp>
#include <type_traits>

#include "example.hpp"
#include "oracle/bidirectional.hpp"
#include "recurrent.hpp"

namespace {

using namespace ctnn;

static_assert(network<double, input<3, 2>, reversed_steps>{}({1, 2, 3, 4, 5, 6}) ==
              std::array{5.0, 6.0, 3.0, 4.0, 1.0, 2.0});
static_assert(network<double, input<2, 2, 1>, reversed_steps>{}({1, 2, 3, 4}) ==
              std::array{3.0, 4.0, 1.0, 2.0});

// What the type says.
using each = network<float, input<20, 3>, bidirectional<gru<4>>>;
using last = network<float, input<20, 3>, bidirectional<gru<4>, last_step>>;
static_assert(std::is_same_v<each::output_shape, shape<20, 8>>);
static_assert(std::is_same_v<last::output_shape, shape<8>>);
static_assert(each::parameter_count == 2 * 3 * (3 + 4 + 2) * 4);
static_assert(
    std::is_same_v<network<float, input<20, 3>, bidirectional<gru<4>, lstm<2>>>::output_shape,
                   shape<20, 4>>);

// With other layers backward than forward, it is written with its parts.
using two_kinds =
    network<float, input<20, 3>,
            parallel<concatenated, gru<4>, sequential<reversed_steps, lstm<2>, reversed_steps>>>;
static_assert(std::is_same_v<two_kinds::output_shape, shape<20, 6>>);
using one_kind =
    network<double, input<3, 1>,
            parallel<concatenated, simple_rnn<1, identity>,
                     sequential<reversed_steps, simple_rnn<1, identity>, reversed_steps>>>;

// By hand: sums of what came before and of what comes after.
using sums = network<double, input<3, 1>, bidirectional<simple_rnn<1, identity>>>;
constexpr sums both = [] {
    sums net;
    auto& forward = net.layer<0>().layer<0>().layer<0>();
    auto& backward = net.layer<0>().layer<1>().layer<1>();
    forward.weights[0][0] = backward.weights[0][0] = 1;
    forward.recurrent_weights[0][0] = backward.recurrent_weights[0][0] = 1;
    backward.biases[0] = 0.5;
    return net;
}();
static_assert(both({1, 2, 4}) == std::array{1.0, 8.5, 3.0, 7.0, 7.0, 4.5});

static_assert(compare::network_of<one_kind>(compare::flat(both))({1, 2, 4}) == both({1, 2, 4}));

// In braces, the parameters of both directions stand one after the other.
static_assert(both == sums{{{{{{1}}, {{1}}, {0}}}, {{{{1}}, {{1}}, {0.5}}}}});

// Steps of steps: in both directions for each of them.
using nested = network<double, input<2, 3, 1>, over_time<bidirectional<simple_rnn<1, identity>>>>;
static_assert(compare::network_of<nested>(compare::flat(both))({1, 2, 4, 0, 1, 0}) ==
              std::array{1.0, 8.5, 3.0, 7.0, 7.0, 4.5, 0.0, 2.5, 1.0, 2.0, 1.0, 0.5});

// In the compiler.
namespace oracle = bidirectional_oracle;
static_assert(layers::holds<input<5, 2>, bidirectional<lstm<3>>>(oracle::each));
static_assert(layers::holds<input<5, 2>, bidirectional<lstm<3>, last_step>>(oracle::last));

} // namespace

TEST_CASE("both directions and their derivatives are PyTorch's, and at the end Keras'", "[layer]") {
    layers::check_example<input<5, 2>, bidirectional<lstm<3>>>(oracle::each);
    layers::check_example<input<5, 2>, bidirectional<lstm<3>, last_step>>(oracle::last);
}

TEST_CASE("gradients through both directions are those of dual numbers", "[layer]") {
    for (std::uint32_t seed = 1; seed < 10; ++seed) {
        CAPTURE(seed);
        using model = network<double, input<4, 3>, bidirectional<gru<2>, over_time<dense<2>>>,
                              bidirectional<simple_rnn<2>, last_step>>;
        CHECK(recurrent::error_of_gradient<model>(seed) < 1e-14);
    }
}
