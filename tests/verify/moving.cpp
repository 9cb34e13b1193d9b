#include <array>
#include <cstddef>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/flatten.hpp>
#include <ctnn/layer/permute.hpp>
#include <ctnn/layer/reshape.hpp>
#include <ctnn/layer/upsample.hpp>
#include <ctnn/layer/zero_padding.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/gradient_bounds.hpp>
#include <ctnn/verify/linear_bounds.hpp>
#include <ctnn/verify/monotone.hpp>
#include <type_traits>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

// A layer that moves numbers, before a dense layer, is a dense layer with its weights moved: what is proven of both is the
// same. Nothing restarts at such a layer.

namespace {

using namespace ctnn;
using verify::box;

template <class Before, class Layer>
struct twins {
    using moved =
        network<double, input<2>, Before, reshape<2, 2, 1>, Layer, dense<3, ctnn::tanh>, dense<2>>;
    using plain = network<double, input<2>, Before, dense<3, ctnn::tanh>, dense<2>>;
    moved net{};
    plain twin{};
    box<double, 2> in{};

    explicit twins(std::uint32_t seed) {
        seeded::random_numbers draw(seed);
        net = draw.network<moved>();
        twin.template layer<0>() = net.template layer<0>();
        twin.template layer<2>() = net.template layer<4>();
        using bound = typename moved::template stage<2>::bound;
        auto const& from = net.template layer<3>();
        auto& to = twin.template layer<1>();
        to.biases = from.biases;
        for (std::size_t k = 0; k < 3; ++k) {
            typename moved::template stage<2>::output column{};
            for (std::size_t j = 0; j < column.size(); ++j)
                column[j] = from.weights[j][k];
            auto const sums = bound::backward({}, {}, column);
            for (std::size_t i = 0; i < 4; ++i)
                to.weights[i][k] = sums[i];
        }
        for (std::size_t i = 0; i < 2; ++i)
            in.lower[i] = draw(-1, 0), in.upper[i] = draw(0, 1);
    }
};

template <class Bounds>
bool same(Bounds const& actual, Bounds const& expected) {
    bool equal = true;
    for (std::size_t j = 0; j < actual.size(); ++j)
        equal = equal && compare::near(actual[j].lower, expected[j].lower, 8192) &&
                compare::near(actual[j].upper, expected[j].upper, 8192);
    return equal;
}

template <class Before, class Layer>
void check() {
    for (std::uint32_t seed = 1; seed < 8; ++seed) {
        twins<Before, Layer> const given(seed);
        CAPTURE(seed);
        CHECK(same(verify::linear_bounds(given.net, given.in),
                   verify::linear_bounds(given.twin, given.in)));
        auto const slopes = verify::gradient_bounds(given.net, given.in);
        auto const of_twin = verify::gradient_bounds(given.twin, given.in);
        // (Where an input goes to two outputs, intervals are added, and the twin adds weights.)
        constexpr bool repeats = std::is_same_v<Layer, upsample<2, 1>>;
        for (std::size_t j = 0; j < 2; ++j) {
            if (!repeats)
                CHECK(same(slopes[j], of_twin[j]));
            for (std::size_t i = 0; i < 2; ++i) {
                CHECK(slopes[j][i].lower <= of_twin[j][i].lower + 1e-12);
                CHECK(slopes[j][i].upper >= of_twin[j][i].upper - 1e-12);
                CHECK(slopes[j][i].upper - slopes[j][i].lower <
                      4 * (of_twin[j][i].upper - of_twin[j][i].lower));
            }
        }
    }
}

// In the compiler: the two outputs that an input goes to cancel.
constexpr network<double, input<1, 1>, upsample<2>, dense<1>> cancels{{{{1}, {-1}}, {0}}};
constexpr auto nothing = verify::linear_bounds(cancels, box<double, 1>{{-1}, {1}})[0];
static_assert(nothing.upper - nothing.lower < 1e-12);

} // namespace

TEST_CASE("linear functions and derivatives go through layers that move numbers", "[verify]") {
    check<dense<4, relu>, permute<1, 0, 2>>();
    check<dense<4, ctnn::tanh>, upsample<2, 1>>();
    check<dense<4, relu>, zero_padding<1, sides{0, 1}>>();
    check<dense<4, ctnn::tanh>, flatten>();
}

TEST_CASE("intervals of moved numbers are those of the numbers, and exactly 0", "[verify]") {
    network<float, input<2, 1, 1>, zero_padding<0, 1>, upsample<2, 1>> const net{};
    box<float, 2> const in{{-1, 2}, {0.5F, 3}};
    auto const found = verify::bounds(net, in);
    for (std::size_t row = 0; row < 4; ++row)
        for (std::size_t column = 0; column < 3; ++column) {
            auto const& y = found[row * 3 + column];
            std::size_t const i = row / 2;
            CHECK(y.lower == (column == 1 ? in.lower[i] : 0));
            CHECK(y.upper == (column == 1 ? in.upper[i] : 0));
        }
}

TEST_CASE("outputs rise with the inputs that they are, and no others", "[verify]") {
    network<float, input<2, 1>, zero_padding<1>, permute<1, 0>> const net{};
    box<float, 2> const in{{-1, -1}, {1, 1}};
    CHECK(verify::monotone(net, in, 0, 1).proven());
    CHECK(verify::monotone(net, in, 0, 1, 1, verify::trend::nonincreasing).violated());
    for (std::size_t output : {std::size_t{0}, std::size_t{2}, std::size_t{3}})
        CHECK(verify::monotone(net, in, 0, output, 1, verify::trend::nonincreasing).proven());
}
