#include <ctnn/layer/prelu.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/initializer/he_uniform.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/linear_bounds.hpp>
#include <type_traits>

#include "../support/random_numbers.hpp"
#include "example.hpp"
#include "oracle/prelu.hpp"

namespace {

using namespace ctnn;
namespace oracle = prelu_oracle;

// A slope for each channel; of a row, for each number.
using image = network<float, input<2, 3, 4>, prelu>;
static_assert(image::parameter_count == 4 && std::is_same_v<image::output_shape, shape<2, 3, 4>>);
using row = network<float, input<3>, prelu>;
constexpr row given{{{2, -1, 0.5F}}};
static_assert(given({-1, -1, -1}) == std::array<float, 3>{-2, 1, -0.5F});
static_assert(given({3, 0, 4}) == std::array<float, 3>{3, 0, 4});
static_assert(initialize<row>(he_uniform{}, 1).layer<0>().slopes ==
              std::array<float, 3>{0.25F, 0.25F, 0.25F});

// Intervals end where the values do: at the ends, and at 0.
constexpr auto range = verify::bounds(given, box<float, 3>{{-2, -2, -4}, {1, 1, -2}});
static_assert(range[0].lower == -4 && range[0].upper == 1);
static_assert(range[1].lower == 0 && range[1].upper == 2);
static_assert(range[2].lower == -2 && range[2].upper == -1);

// In the compiler.
static_assert(layers::holds<input<2, 3, 2>, prelu>(oracle::of_an_image));

// A layer of its own against the activation with that slope.
using own = network<double, input<2>, dense<4>, prelu, dense<3, ctnn::tanh>, dense<2>>;
using leaky =
    network<double, input<2>, dense<4>, basic_leaky_relu<0.125>, dense<3, ctnn::tanh>, dense<2>>;

} // namespace

TEST_CASE("what prelu gives and its derivatives are PyTorch's", "[layer]") {
    using layers::check_example;
    check_example<input<5>, prelu>(oracle::of_a_row);
    check_example<input<2, 3, 2>, prelu>(oracle::of_an_image);
}

TEST_CASE("a NaN stays one through prelu", "[layer]") {
    float const nan = compare::not_a_number<float>;
    auto const y = given(compare::opaque(std::array<float, 3>{nan, nan, 1}));
    CHECK((y[0] != y[0] && y[1] != y[1] && y[2] == 1));
}

TEST_CASE("linear functions go through prelu as through leaky_relu", "[layer]") {
    for (std::uint32_t seed = 1; seed < 9; ++seed) {
        seeded::random_numbers draw(seed);
        auto net = draw.network<own>();
        net.layer<1>().slopes.fill(0.125);
        leaky twin{};
        twin.layer<0>() = net.layer<0>();
        twin.layer<2>() = net.layer<2>();
        twin.layer<3>() = net.layer<3>();
        box<double, 2> const in{{-1, draw(-1, 0)}, {draw(0, 1), 1}};
        auto const a = verify::linear_bounds(net, in), b = verify::linear_bounds(twin, in);
        for (std::size_t j = 0; j < 2; ++j) {
            CHECK(compare::near(a[j].lower, b[j].lower, 65536));
            CHECK(compare::near(a[j].upper, b[j].upper, 65536));
        }
    }
}

// Slopes of all kinds: convex, concave, falling.
TEST_CASE("no output leaves the linear bounds of prelu, and they are close", "[layer]") {
    for (std::uint32_t seed = 1; seed < 40; ++seed) {
        seeded::random_numbers draw(seed);
        auto net = draw.network<own>();
        for (std::size_t j = 0; j < 4; ++j)
            net.layer<1>().slopes[j] = draw(-3, 4);
        box<double, 2> const in{{draw(-1, 0), draw(-1, 0)}, {draw(0, 1), draw(0, 1)}};
        auto const found = verify::linear_bounds(net, in);
        auto const wide = verify::bounds(net, in);
        CAPTURE(seed);
        for (int n = 0; n < 200; ++n) {
            auto const y = net({draw(in.lower[0], in.upper[0]), draw(in.lower[1], in.upper[1])});
            for (std::size_t j = 0; j < 2; ++j)
                CHECK((found[j].lower <= y[j] && y[j] <= found[j].upper));
        }
        for (std::size_t j = 0; j < 2; ++j)
            CHECK(found[j].upper - found[j].lower <= (1 + 1e-9) * (wide[j].upper - wide[j].lower));
    }
}

TEST_CASE("prelu rounds a product once in fixed point", "[layer]") {
    using number = fixed_point<3, 4>;
    network<number, input<2>, prelu> const exact{{{number(0.25F), number(-3.5F)}}};
    std::array<float, 2> const x{-3, -0.5F};
    CHECK(exact(compare::converted<number>(compare::opaque(x))) ==
          std::array{number(-0.75F), number(1.75F)});
}
