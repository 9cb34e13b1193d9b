// What every activation of the library gives at infinity and for a NaN.

#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <limits>

#include "../catch.hpp"
#include "../faces/list.hpp"
#include "../support/compare.hpp"

namespace {

template <class Scalar>
struct point {
    Scalar value, slope;
};

template <class Activation, class Scalar>
constexpr point<Scalar> at(Scalar x) {
    Scalar const y = Activation::value(x);
    return {y, Activation::derivative(x, y)};
}

// A number so large that every activation of the library is at its limit there, or on its way to infinity.
template <class Scalar>
constexpr Scalar large = std::numeric_limits<Scalar>::max() / 4;

// At infinity an activation and its derivative have their limits.
template <class Activation, class Scalar>
constexpr bool has_limit(Scalar sign, point<Scalar> const& beyond) {
    constexpr Scalar infinity = compare::infinity<Scalar>;
    auto const far = at<Activation>(sign * large<Scalar>);
    bool const is_bounded = far.value < Scalar(1e20) && far.value > Scalar(-1e20);
    Scalar const limit = is_bounded ? far.value : far.value > Scalar(0) ? infinity : -infinity;
    return beyond.value == limit && beyond.slope == far.slope;
}

template <class Activation, class Scalar>
void check_limits() {
    constexpr Scalar infinity = compare::infinity<Scalar>;
    // In the compiler, at run time, and in lanes.
    static_assert(has_limit<Activation>(Scalar(1), at<Activation>(infinity)));
    static_assert(has_limit<Activation>(Scalar(-1), at<Activation>(-infinity)));
    for (Scalar const sign : {Scalar(1), Scalar(-1)}) {
        CAPTURE(Activation::name, sign);
        Scalar const x = compare::opaque(sign * infinity);
        CHECK(has_limit<Activation>(sign, at<Activation>(x)));

        std::array<Scalar, 19> v;
        v.fill(x);
        auto const y = ctnn::detail::apply_activation<Activation>(v);
        std::array<Scalar, 19> ones;
        ones.fill(Scalar(1));
        auto const dv = ctnn::detail::apply_activation_backward<Activation>(v, y, ones);
        for (std::size_t i = 0; i < y.size(); ++i)
            CHECK(has_limit<Activation>(sign, {y[i], dv[i]}));
    }
}

// A NaN that reaches an activation reaches the loss and every number of the gradient, also where the derivative of
// a straight piece does not depend on x.
template <class Activation, class Scalar>
void check_nan() {
    CAPTURE(Activation::name);
    using model = ctnn::network<Scalar, ctnn::input<1>, ctnn::dense<5>, Activation, ctnn::dense<5>,
                                Activation>;
    constexpr auto net = ctnn::initialize<model>(ctnn::he_uniform{}, 1);
    Scalar const nan = compare::opaque(compare::not_a_number<Scalar>);
    auto const result =
        ctnn::backpropagate(net, ctnn::mean_squared_error{}, {nan}, {0, 0, 0, 0, 0});
    for (Scalar const y : result.output)
        CHECK(y != y);
    CHECK(result.loss != result.loss);
    for (Scalar const d : compare::flat(result.gradient))
        CHECK(d != d);
}

template <class Activation, class Scalar>
void check() {
    if constexpr (ctnn::concepts::elementwise_activation<Activation, Scalar>)
        check_limits<Activation, Scalar>();
    check_nan<Activation, Scalar>();
}

} // namespace

TEMPLATE_TEST_CASE("activations have limits at infinity, and a NaN gives NaNs", "[activation]",
                   float, double) {
#define CTNN_CHECK(name) check<faces::named::name, TestType>();
    CTNN_ACTIVATIONS(CTNN_CHECK)
#undef CTNN_CHECK
    check<ctnn::basic_elu<-0.5>, TestType>();
    check<ctnn::basic_leaky_relu<-0.5>, TestType>();
    check<ctnn::basic_celu<0.5>, TestType>();
}
