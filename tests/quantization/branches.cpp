// Layers made of layers in integers of 8 bits.

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/initializer/he_uniform.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/metric/output_error.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/quantization/quantize.hpp>
#include <ctnn/report/footprint.hpp>

#include "../catch.hpp"
#include "../laws/composites.hpp"
#include "../laws/sequence.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"
#include "against_oracle.hpp"
#include "branch_values.hpp"

namespace {

using namespace ctnn;
using own::branch;
using own::shortcut;
namespace values = quantization_values::branches;

// tests/oracles/quantization.py, which also compares sums with TensorFlow Lite's.
using model = network<float, input<5>, residual<dense<4, relu>, dense<5>>,
                      own::beside<branch<dense<3, relu>>, shortcut, branch<dense<2>>>, dense<3>>;
constexpr auto net = compare::network_of<model>(values::parameters);
constexpr auto samples =
    against_oracle::samples<3>(values::samples, std::integral_constant<std::size_t, 5>{});
constexpr auto quantized_by_compiler = quantize(net, samples);
static_assert(quantized_by_compiler.ok());
constexpr auto q = quantized_by_compiler.network;
static_assert(q.layers.layer().sums.zeros == values::zeros_of_total);
static_assert(q.layers.layer().sums.multipliers == values::multipliers_of_total);
static_assert(q.layers.layer().sums.shift == values::shift_of_total[0]);
static_assert(q.layers.layer().sums.zero == values::zero_of_total[0]);
static_assert(q.layers.rest().layer().sums.zeros == values::zeros_of_beside);
static_assert(q.layers.rest().layer().sums.multipliers == values::multipliers_of_beside);
static_assert(q.layers.rest().layer().sums.shift == values::shift_of_beside[0]);
static_assert(q.layers.rest().layer().sums.zero == values::zero_of_beside[0]);
static_assert(q.output.step == values::output_step[0]);

constexpr std::size_t wrong_rows(quantized<model> const& of) {
    return against_oracle::wrong_rows<5, 3>([&of](auto const& x) { return of.run(x); },
                                            values::inputs, values::outputs);
}
static_assert(wrong_rows(q) == 0);

// Each weight, and each number of a branch as it is put on the scale of the sum.
static_assert(footprint<quantized<model>>.multiply_adds ==
              5 * 4 + 4 * 5 + 2 * 5 + 5 * 3 + 5 * 2 + 10 + 10 * 3);

template <class Network, std::size_t Count = 40>
auto random_samples(std::uint32_t seed) {
    seeded::random_numbers draw(seed);
    std::array<sample<typename Network::input_type, typename Network::output_type>, Count> all{};
    for (auto& one : all)
        one.input = draw.array<typename Network::scalar, Network::input_size>();
    return all;
}

// In integers the network is as near to the one in float as the steps of its scales let it be.
template <class Network>
void check_near(double most) {
    for (std::uint32_t seed = 1; seed < 5; ++seed) {
        CAPTURE(seed);
        auto const n = initialize<Network>(he_uniform{}, seed);
        auto const of = random_samples<Network>(seed);
        auto const result = quantize(n, of);
        REQUIRE(result.ok());
        CHECK(output_error(n, result.network, of).largest < most);
    }
}

} // namespace

TEST_CASE("a layer with branches in integers is as the oracle has it", "[quantization]") {
    auto const by_machine = quantize(compare::opaque(net), samples);
    CHECK(by_machine.ok());
    CHECK(by_machine.network == q);
    CHECK(wrong_rows(compare::opaque(q)) == 0);
}

TEST_CASE("layers in layers go into integers", "[quantization]") {
    using around = conv2d<2, kernel_size<3, 3>, padding_same, relu>;
    check_near<network<float, input<4, 4, 2>, residual<around, residual<around>>,
                       max_pool<kernel_size<2, 2>>,
                       own::beside<branch<around>, branch<max_pool<kernel_size<1, 1>>, ctnn::tanh>>,
                       dense<2, softmax>>>(0.05);
    check_near<network<float, input<4>, own::added<shortcut, branch<dense<4>>, branch<relu>>,
                       own::sequence<dense<3, ctnn::tanh>, relu>>>(0.1);
}

// Of one branch, which has a scale already, nothing is lost but what the scale of the sum loses.
TEST_CASE("the integers of a sum of one branch are those of the branch", "[quantization]") {
    using flat = network<float, input<3>, dense<4, relu>, dense<2>>;
    using nested = network<float, input<3>, own::sequence<dense<4, relu>, dense<2>>>;
    auto const parameters = seeded::random_numbers(3).array<float, flat::parameter_count>();
    auto const of = random_samples<flat>(4);
    auto const a = quantize(compare::network_of<flat>(parameters), of).network;
    auto const b = quantize(compare::network_of<nested>(parameters), of).network;
    CHECK(a.output == b.output);
    for (auto const& one : of) {
        auto const x = a.run({a.input.quantized(one.input[0]), a.input.quantized(one.input[1]),
                              a.input.quantized(one.input[2])});
        auto const y = b.run({a.input.quantized(one.input[0]), a.input.quantized(one.input[1]),
                              a.input.quantized(one.input[2])});
        CHECK(x == y);
    }
}

TEST_CASE("what layers inside make must be finite to be quantized", "[quantization]") {
    using hidden = network<float, input<1>, residual<dense<1>, dense<1>>>;
    hidden n{};
    n.layer<0>().layer<0>().weights[0][0] = 3e38f; // times 2 is infinite, and times 0 a NaN
    std::array<sample<std::array<float, 1>, std::array<float, 1>>, 2> of{{{{1}, {}}, {{2}, {}}}};
    auto const result = quantize(n, of);
    CHECK(result.problem() ==
          quantization_problem{quantization_problem::kinds::layer_is_not_finite, 1});
}
