// Layers with windows, parts and opaque code in fixed point: the same integers in the compiler and on the machine,
// close to those in double; and what is proven of them.

#include <array>
#include <cmath>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/verify/no_overflow.hpp>
#include <ctnn/verify/without_saturation.hpp>

#include "../catch.hpp"
#include "../support/dense_twin.hpp"

namespace {

using ctnn::box, ctnn::conv2d, ctnn::dense, ctnn::input, ctnn::relu;
using ctnn::kernel_size, ctnn::max_pool, ctnn::padding_same, ctnn::residual, ctnn::strides;
namespace verify = ctnn::verify;
using namespace verify::outputs;

template <class T>
using image = ctnn::network<T, input<4, 4, 1>, conv2d<2, kernel_size<3, 3>, padding_same, relu>,
                            max_pool<kernel_size<2, 2>>,
                            residual<conv2d<2, kernel_size<2, 2>, padding_same, ctnn::tanh>>,
                            dense<2, ctnn::sigmoid>>;
using fixed = ctnn::fixed_point<7, 8>;

constexpr auto real = support::sixty_fourths{3}.network<image<double>>();
constexpr auto rounded = ctnn::convert<fixed>(real);

constexpr std::size_t count = 12;
template <class T>
constexpr auto inputs() {
    support::sixty_fourths draw{5};
    std::array<std::array<T, 16>, count> all{};
    for (auto& x : all)
        for (T& number : x)
            number = static_cast<T>(draw.next<double>());
    return all;
}
constexpr auto in_constant = [] {
    std::array<std::array<fixed, 2>, count> y{};
    auto const all = inputs<fixed>();
    for (std::size_t k = 0; k < count; ++k)
        y[k] = rounded(all[k]);
    return y;
}();

// Bounds, of each kind of layer, are those of what is computed.
constexpr auto around = [] {
    box<fixed, 16> in{inputs<fixed>()[0], inputs<fixed>()[0]};
    for (fixed& x : in.upper)
        x += fixed(0.0625);
    return in;
}();
constexpr auto bounds_in_constant = ctnn::bounds(rounded, around);

} // namespace

TEST_CASE("layers with windows and parts have the same bits in fixed point everywhere",
          "[number]") {
    auto const x = inputs<fixed>();
    auto const of_double = inputs<double>();
    for (std::size_t k = 0; k < count; ++k) {
        REQUIRE(rounded(x[k]) == in_constant[k]);
        auto const y = real(of_double[k]);
        for (std::size_t j = 0; j < 2; ++j)
            REQUIRE(std::abs(static_cast<double>(in_constant[k][j]) - y[j]) < 0.02);
    }
}

TEST_CASE("intervals of such layers hold in fixed point", "[number]") {
    auto const y = ctnn::bounds(rounded, around);
    support::sixty_fourths draw{6};
    for (int points = 0; points < 300; ++points) {
        auto x = around.lower;
        for (std::size_t i = 0; i < 16; ++i)
            if (draw.next<double>() > 0)
                x[i] = around.upper[i];
        auto const at = rounded(x);
        for (std::size_t j = 0; j < 2; ++j)
            REQUIRE((y[j].lower <= at[j] && at[j] <= y[j].upper));
    }
    for (std::size_t j = 0; j < 2; ++j) {
        REQUIRE((y[j].lower == bounds_in_constant[j].lower &&
                 y[j].upper == bounds_in_constant[j].upper));
        REQUIRE(y[j].upper - y[j].lower < fixed(0.9));
    }
    REQUIRE(verify::prove(rounded, around, output<0> <= 1 && output<1> >= 0).proven());
    double const at = static_cast<double>(rounded(around.lower)[0]);
    REQUIRE(verify::prove(rounded, around, output<0> < at, 10).violated());
}

TEST_CASE("windows saturate where their dense twin does, and a pool never does", "[number]") {
    using windows = ctnn::network<fixed, input<3, 3, 1>,
                                  conv2d<2, kernel_size<2, 2>, padding_same, relu>, dense<2>>;
    using twin = ctnn::network<fixed, input<9>, dense<18, relu>, dense<2>>;
    using pooled =
        ctnn::network<fixed, input<3, 3, 1>, conv2d<2, kernel_size<2, 2>, padding_same, relu>,
                      max_pool<kernel_size<2, 2>>>;
    std::size_t proven = 0, violated = 0;
    for (unsigned seed = 0; seed < 20; ++seed) {
        auto n = support::sixty_fourths{seed}.network<windows>();
        for (fixed& w : n.layer<0>().weights.values)
            w = w * fixed(8);
        auto const dense_one = support::dense_twin<twin>(n);
        for (double const size : {1.0, 3.0, 5.0, 9.0}) {
            box<fixed, 9> in{};
            for (std::size_t i = 0; i < 9; ++i)
                in.lower[i] = fixed(-size), in.upper[i] = fixed(size);
            auto const v = verify::no_overflow(n, in, 20),
                       w = verify::no_overflow(dense_one, in, 20);
            REQUIRE((v.proven() == w.proven() && v.violated() == w.violated()));
            REQUIRE((v.margin == w.margin && v.counterexample == w.counterexample));
            proven += v.proven() ? 1u : 0u, violated += v.violated() ? 1u : 0u;
            pooled p{};
            p.layer<0>() = n.layer<0>();
            if (v.proven())
                REQUIRE(verify::no_overflow(p, in, 20).proven());
            if (verify::no_overflow(p, in, 20).violated())
                REQUIRE(v.violated());
        }
    }
    REQUIRE((proven > 5 && violated > 5));
}
