#include <ctnn/network/streamed.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/gru.hpp>
#include <ctnn/layer/last_step.hpp>
#include <ctnn/layer/lstm.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/layer/over_time.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/network/convert.hpp>
#include <ctnn/number/fixed_point.hpp>

#include "../catch.hpp"
#include "../laws/composites.hpp"
#include "../support/compare.hpp"
#include "../support/damped.hpp"
#include "../support/elman.hpp"
#include "../support/random_numbers.hpp"

namespace {

using namespace ctnn;
using own::branch;
using own::elman;
using own::shortcut;

// How many steps of a stream differ in a bit from those of the network over the sequence, and the last from that of the
// network that ends with `last_step`.
template <class Scalar, class Input, class... Layers>
constexpr std::size_t steps_that_differ(std::uint32_t seed) {
    using model = network<Scalar, Input, Layers...>;
    using of_last = network<Scalar, Input, Layers..., last_step>;
    using live = stream_of<model>;
    static_assert(std::is_same_v<live, stream_of<of_last>>);
    seeded::random_numbers draw(seed);
    auto const numbers = draw.array<Scalar, model::parameter_count>();
    auto const net = compare::network_of<model>(numbers);
    auto const last = compare::network_of<of_last>(numbers);
    auto const stream = streamed(net);
    auto const x = draw.array<Scalar, model::input_size>();
    auto const y = net(x);

    typename live::state state;
    typename live::output_type out{};
    std::size_t differ = streamed(last) != stream;
    for (std::size_t t = 0; t < Input::shape::extents[0]; ++t) {
        typename live::input_type step{};
        for (std::size_t i = 0; i < step.size(); ++i)
            step[i] = x[t * step.size() + i];
        out = stream.step(state, step);
        typename live::output_type expected{};
        for (std::size_t j = 0; j < expected.size(); ++j)
            expected[j] = y[t * expected.size() + j];
        differ += !compare::same_bits(out, expected);
    }
    return differ + !compare::same_bits(out, last(x));
}

template <class Scalar, class Input, class... Layers>
void check_stream() {
    static_assert(steps_that_differ<Scalar, Input, Layers...>(1) == 0);
    for (std::uint32_t seed = 2; seed < 12; ++seed)
        CHECK(steps_that_differ<Scalar, Input, Layers...>(seed) == 0);
}

// By hand: the state is what the cell gave, and the next step begins with it.
using sums = network<double, input<3, 1>, elman<1>>;
constexpr sums net{{{{{0.5}}, {{0.25}}, {0}}}};
constexpr auto stream = streamed(net);
constexpr auto after = [] {
    struct {
        stream_of<sums>::state state;
        std::array<double, 1> y{};
    } seen;
    stream.step(seen.state, {1});
    seen.y = stream.step(seen.state, {2});
    return seen;
}();
static_assert(after.state.layer<0>().hidden == after.y);
static_assert(after.y[0] == math::tanh(0 + 2 * 0.5 + math::tanh(0.5) * 0.25));

// A state is a value: from a copy it goes on as from the original.
static_assert([] {
    auto a = after.state, b = after.state;
    return stream.step(a, {3}) == stream.step(b, {3}) && a == b && a != after.state;
}());

} // namespace

TEST_CASE("a stream of cells has the bits of the network over the sequence", "[network]") {
    check_stream<float, input<6, 3>, gru<8>>();
    check_stream<double, input<5, 3>, lstm<4>, over_time<dense<3, relu>>>();
    check_stream<float, input<4, 2>, gru<5>, lstm<3>, gru<2>>();
    check_stream<fixed_point<3, 12>, input<4, 2>, lstm<3>, gru<3>>();
    check_stream<float, input<4, 4>, residual<gru<4>, over_time<dense<4>>>>();
    // A cell that goes through each step begins anew with it.
    check_stream<float, input<3, 2, 2>, over_time<gru<2>>, over_time<dense<2>>, lstm<2>>();
}

TEST_CASE("a stream of layers for each step has the bits of the network over the sequence",
          "[network]") {
    check_stream<double, input<5, 3>, elman<4>>();
    check_stream<float, input<5, 3>, elman<4>, over_time<dense<8, relu>>, elman<2>,
                 over_time<dense<3>>>();
    check_stream<double, input<4, 2>, over_time<dense<5, sigmoid>>, elman<4>, relu>();
    check_stream<fixed_point<3, 12>, input<4, 2>, elman<4>, over_time<dense<3>>>();
    check_stream<float, input<3, 4, 4, 1>, over_time<conv2d<2, kernel_size<2, 2>>>,
                 over_time<max_pool<kernel_size<3, 3>>>, over_time<dense<3>>, elman<2>>();
}

TEST_CASE("a stream with layers of layers has the bits of the network over the sequence",
          "[network]") {
    check_stream<double, input<4, 2>, residual<elman<2>, over_time<dense<2>>>>();
    check_stream<float, input<4, 3>, over_time<residual<dense<4, relu>, dense<3>>>,
                 residual<residual<elman<3>>, over_time<own::damped>>>();
    check_stream<double, input<4, 2>, own::beside<branch<elman<3>>, shortcut, branch<elman<3>>>,
                 over_time<dense<2>>>();
    check_stream<double, input<4, 2>,
                 own::multiplied<branch<elman<3>>, branch<over_time<dense<3>>>>>();
}

TEST_CASE("a stream in another scalar is that of the network in it", "[network]") {
    using model = network<double, input<4, 2>, elman<3>, over_time<dense<2>>>;
    seeded::random_numbers draw(3);
    auto const trained = draw.network<model>();
    CHECK(convert<fixed_point<3, 12>>(streamed(trained)) ==
          streamed(convert<fixed_point<3, 12>>(trained)));
}

TEST_CASE("a stream goes on for longer than the sequence", "[network]") {
    using model = network<float, input<2, 3>, elman<4>, last_step, dense<2>>;
    using longer = network<float, input<9, 3>, elman<4>, last_step, dense<2>>;
    seeded::random_numbers draw(4);
    auto const numbers = draw.array<float, model::parameter_count>();
    auto const stream_of_short = streamed(compare::network_of<model>(numbers));
    auto const x = draw.array<float, longer::input_size>();
    stream_of<model>::state state;
    stream_of<model>::output_type y{};
    for (std::size_t t = 0; t < 9; ++t)
        y = stream_of_short.step(state, {x[3 * t], x[3 * t + 1], x[3 * t + 2]});
    CHECK(compare::same_bits(y, compare::network_of<longer>(numbers)(x)));
}
