#include <ctnn/placed/activate.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <type_traits>

#include "../catch.hpp"
#include "../support/compare.hpp"

namespace {

using namespace ctnn;

// An activation among the layers means this one.
using short_form = network<double, input<2>, dense<2>, relu, dense<2>, softmax>;
using long_form = network<double, input<2>, dense<2>, activate<relu>, dense<2>, activate<softmax>>;
static_assert(std::is_same_v<short_form::stage<1>::descriptor, activate<relu>>);
static_assert(short_form::depth == 4 && short_form::parameter_count == 12);
static_assert(sizeof(short_form) == sizeof(long_form));

constexpr short_form a{{{{1, -2}, {3, 4}}, {0.5, -0.5}}, {{{1, 0}, {0, -1}}, {0, 1}}};
constexpr long_form b{{{{1, -2}, {3, 4}}, {0.5, -0.5}}, {{{1, 0}, {0, -1}}, {0, 1}}};
static_assert(a({0.1, -0.2}) == b({0.1, -0.2}));

using alone = network<double, input<3>, relu>;
static_assert(alone{}({-1, 0, 2}) == std::array{0.0, 0.0, 2.0});

} // namespace

TEST_CASE("an activation can be a layer, in short and in long", "[layer]") {
    CHECK(compare::opaque(a)({0.1, -0.2}) == compare::opaque(b)({0.1, -0.2}));
    CHECK(a({0.1, -0.2})[0] + a({0.1, -0.2})[1] == Approx(1));
    CHECK(compare::opaque(alone{})({-1, 0, 2}) == std::array{0.0, 0.0, 2.0});
}
