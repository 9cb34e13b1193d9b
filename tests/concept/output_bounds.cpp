#include <ctnn/concept/output_bounds.hpp>

#include <array>
#include <ctnn/ctnn.hpp>
#include <limits>

#include "../catch.hpp"
#include "../laws/own.hpp"
#include "../support/compare.hpp"

namespace {

using namespace ctnn;

// Every value is within the bounds, up to the roundings, and comes as near to each finite one as
// `gap`; where there is none, the values leave every bound.
template <class Activation>
bool are_tight(double gap = 1e-6) {
    constexpr output_bounds stated = Activation::bounds;
    double least = 0, most = 0;
    for (int i = -200'000; i <= 200'000; ++i) {
        double const y = Activation::value(compare::opaque(i * 1e-3));
        least = y < least ? y : least;
        most = y > most ? y : most;
        if (!(y >= stated.lower - 1e-15 && y <= stated.upper + 1e-15))
            return false;
    }
    constexpr double infinity = std::numeric_limits<double>::infinity();
    return (stated.lower == -infinity ? least < -1.9 : least - stated.lower < gap) &&
           (stated.upper == infinity ? most > 100 : stated.upper - most < gap);
}

static_assert(output_bounds{0, 1}.contains({0, 1}));
static_assert(output_bounds{}.contains({}));
static_assert(output_bounds{}.contains({0, 1}) && !output_bounds{0, 1}.contains({}));
static_assert(!output_bounds{0, 1}.contains({.lower = 0}));
static_assert(!output_bounds{0, 1}.contains({-1, 1}));

// Which networks learn by which loss.
template <class Loss, class... Layers>
constexpr bool learns =
    detail::fits<decltype(detail::loss_diagnosis<network<float, input<2>, Layers...>, Loss>())>;

using entropy = cross_entropy;
using binary = binary_cross_entropy;

static_assert(learns<entropy, dense<3, softmax>> && learns<entropy, dense<3>, softmax>);
static_assert(learns<entropy, dense<3, sigmoid>> && learns<entropy, dense<3, hard_sigmoid>>);
static_assert(!learns<entropy, dense<3>> && !learns<entropy, dense<3>, identity>);
static_assert(!learns<entropy, dense<3, relu>> && !learns<entropy, dense<3, ctnn::tanh>>);
static_assert(!learns<entropy, dense<3, hard_tanh>> && !learns<entropy, dense<3, softplus>>);
static_assert(!learns<entropy, dense<3, elu>> && !learns<entropy, dense<3, leaky_relu>>);
static_assert(!learns<entropy, dense<3, gelu>> && !learns<entropy, dense<3, silu>>);
static_assert(learns<binary, dense<1, sigmoid>> && learns<binary, dense<3, softmax>>);
static_assert(!learns<binary, dense<1>> && !learns<binary, dense<1>, ctnn::tanh>);
// The identity adds nothing, and takes nothing away.
static_assert(learns<entropy, dense<3, softmax>, identity>);
static_assert(!learns<entropy, dense<3, relu>, identity>);
// One class is always right.
static_assert(!learns<entropy, dense<1, sigmoid>> && !learns<entropy, dense<1, softmax>>);
// A softmax of one output is constant, wherever it stands and whatever the loss.
static_assert(!learns<binary, dense<1, softmax>> && !learns<mean_squared_error, dense<1, softmax>>);
static_assert(!learns<mean_squared_error, dense<1, softmax>, dense<2>>);
static_assert(learns<mean_squared_error, dense<2, softmax>>);
static_assert(learns<mean_squared_error, dense<3>> && learns<huber, dense<3, relu>>);

// What a user's own part does not state is not asked for.
struct own_activation {
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return x;
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar, Scalar) {
        return Scalar(1);
    }
};
struct bounded_activation : own_activation {
    static constexpr output_bounds bounds{0, 0.5};
};
struct unbounded_activation : own_activation {
    static constexpr output_bounds bounds{};
};
static_assert(learns<entropy, dense<3, own_activation>>);
static_assert(learns<entropy, dense<3, bounded_activation>>);
static_assert(!learns<entropy, dense<3, unbounded_activation>>);
static_assert(learns<entropy, own::scale>);
struct unbounded_scale : own::scale {
    static constexpr output_bounds bounds{};
};
static_assert(!learns<entropy, unbounded_scale>);

struct own_loss : mean_squared_error {
    static constexpr output_bounds domain{-1, 1};
};
static_assert(learns<own_loss, dense<3, ctnn::tanh>> && learns<own_loss, dense<1, sigmoid>>);
static_assert(!learns<own_loss, dense<3>>);

} // namespace

TEST_CASE("activations keep to the bounds that they state, and reach them", "[activation]") {
    CHECK(are_tight<identity>());
    CHECK(are_tight<relu>());
    CHECK(are_tight<leaky_relu>());
    CHECK(are_tight<basic_leaky_relu<-0.5>>());
    CHECK(are_tight<elu>());
    CHECK(are_tight<basic_elu<0.5>>());
    CHECK(are_tight<basic_elu<-0.5>>());
    CHECK(are_tight<sigmoid>());
    CHECK(are_tight<hard_sigmoid>());
    CHECK(are_tight<ctnn::tanh>());
    CHECK(are_tight<hard_tanh>());
    CHECK(are_tight<softplus>());
    CHECK(are_tight<gelu>());
    CHECK(are_tight<silu>());
    CHECK(softmax::bounds.lower == 0);
    CHECK(softmax::bounds.upper == 1);
}
