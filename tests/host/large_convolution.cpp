// A proof of a convolution whose matrix would take 270 MB, on threads with the stack that the system gives them.

#include <array>
#include <cstddef>
#include <ctnn/activation/relu.hpp>
#include <ctnn/host/prove.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/linear_bounds.hpp>

#include "../catch.hpp"

namespace {

using ctnn::box, ctnn::conv2d, ctnn::kernel_size, ctnn::relu;
using picture = ctnn::network<float, ctnn::input<28, 28, 1>,
                              conv2d<8, kernel_size<3, 3>, ctnn::padding_same, relu>, // 28 x 28 x 8
                              conv2d<8, kernel_size<3, 3>, relu>,                     // 26 x 26 x 8
                              ctnn::dense<10>>;

box<float, 784> around_a_picture(float radius) {
    std::array<float, 784> x{};
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = static_cast<float>((i * 37 + 11) % 64) / 64;
    return box<float, 784>::around(x, radius);
}

auto prove_at_most(picture const& net, box<float, 784> const& in, double most, std::size_t boxes) {
    ctnn::host::output_condition<10> wanted;
    wanted.rows = {{{{}, most}}};
    wanted.rows[0][0].coefficients[0] = -1;
    ctnn::host::proof_options options;
    options.threads = 2, options.boxes = boxes;
    return ctnn::host::prove(net, in, wanted, options).verdict;
}

} // namespace

TEST_CASE("large convolutions are proven on a host", "[host]") {
    static auto const net = ctnn::initialize<picture>(ctnn::glorot_uniform{}, 3);
    auto const in = around_a_picture(0.001f);
    auto const y = ctnn::linear_bounds(net, in)[0], z = ctnn::bounds(net, in)[0];
    float const middle = net(around_a_picture(0).lower)[0];
    REQUIRE((y.contains(middle) && is_finite(y)));
    REQUIRE(y.upper - y.lower < 0.25f * (z.upper - z.lower));
    REQUIRE(prove_at_most(net, in, static_cast<double>(y.upper) + 1e-2, 1).proven());
    auto const v = prove_at_most(net, in, static_cast<double>(middle) - 1e-3, 1);
    REQUIRE(v.violated());
    REQUIRE((in.contains(v.counterexample) && net(v.counterexample)[0] >= middle - 1e-3f));
    // Few relus are open in a box as small as this: they are not split, for multipliers of so many would not fit.
    static_assert(!ctnn::verify::detail::can_be_split<picture>);
    auto const tiny = around_a_picture(0.0003f);
    auto const limit = static_cast<double>(ctnn::linear_bounds(net, tiny)[0].upper) - 1e-3;
    REQUIRE(prove_at_most(net, tiny, limit, 20).boxes > 1);
}
