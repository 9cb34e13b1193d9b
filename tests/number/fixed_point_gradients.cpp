// Gradients of fixed_point networks beside those in double.

#include <algorithm>
#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>

#include "../catch.hpp"

namespace {

using q = ctnn::fixed_point<3, 12>;

template <class Scalar, class Activation>
using small = ctnn::network<Scalar, ctnn::input<3>, ctnn::dense<5, Activation>,
                            ctnn::dense<4, ctnn::softmax>>;

// Output and gradient beside those of the same network in double.
template <class Activation>
double largest_difference() {
    auto const net =
        ctnn::convert<q>(ctnn::initialize<small<double, Activation>>(ctnn::glorot_uniform{}, 5));
    auto const exact = ctnn::convert<double>(net);
    std::array<double, 3> const x{0.5, -1.25, 2};
    std::array<double, 4> const target{0, 0, 1, 0};
    auto const found =
        ctnn::convert<double>(ctnn::backpropagate(net, ctnn::cross_entropy{}, ctnn::convert<q>(x),
                                                  ctnn::convert<q>(target))
                                  .gradient);
    auto const wanted = ctnn::backpropagate(exact, ctnn::cross_entropy{}, x, target).gradient;
    double largest = 0;
    ctnn::detail::for_each_block(
        [&](auto a, auto b) {
            for (std::size_t i = 0; i < decltype(a)::size; ++i)
                largest = std::max(largest, ctnn::math::abs(a.data[i] - b.data[i]));
        },
        found, wanted);
    auto const y = ctnn::convert<double>(net(ctnn::convert<q>(x)));
    auto const z = exact(x);
    for (std::size_t j = 0; j < y.size(); ++j)
        largest = std::max(largest, ctnn::math::abs(y[j] - z[j]));
    return largest;
}

} // namespace

TEST_CASE("gradients of fixed-point networks", "[fixed_point]") {
    // Steps are 0.00024; each number passes through a few roundings.
    CHECK(largest_difference<ctnn::identity>() < 0.001);
    CHECK(largest_difference<ctnn::relu>() < 0.001);
    CHECK(largest_difference<ctnn::leaky_relu>() < 0.001);
    CHECK(largest_difference<ctnn::elu>() < 0.001);
    CHECK(largest_difference<ctnn::sigmoid>() < 0.001);
    CHECK(largest_difference<ctnn::tanh>() < 0.001);
    CHECK(largest_difference<ctnn::softmax>() < 0.001);
    CHECK(largest_difference<ctnn::softplus>() < 0.001);
    CHECK(largest_difference<ctnn::gelu>() < 0.001);
    CHECK(largest_difference<ctnn::silu>() < 0.001);
    CHECK(largest_difference<ctnn::hard_sigmoid>() < 0.001);
    CHECK(largest_difference<ctnn::hard_tanh>() < 0.001);
    CHECK(largest_difference<ctnn::relu6>() < 0.001);
    CHECK(largest_difference<ctnn::selu>() < 0.0015);
    CHECK(largest_difference<ctnn::mish>() < 0.001);
    CHECK(largest_difference<ctnn::hard_swish>() < 0.001);
    CHECK(largest_difference<ctnn::softsign>() < 0.001);
    CHECK(largest_difference<ctnn::celu>() < 0.001);
    CHECK(largest_difference<ctnn::log_sigmoid>() < 0.001);
}
