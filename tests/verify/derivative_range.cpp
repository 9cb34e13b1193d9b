#include <ctnn/verify/derivative_range.hpp>

#include <algorithm>
#include <cmath>
#include <ctnn/activation/celu.hpp>
#include <ctnn/activation/elu.hpp>
#include <ctnn/activation/gelu.hpp>
#include <ctnn/activation/hard_sigmoid.hpp>
#include <ctnn/activation/hard_swish.hpp>
#include <ctnn/activation/hard_tanh.hpp>
#include <ctnn/activation/identity.hpp>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/log_sigmoid.hpp>
#include <ctnn/activation/mish.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/relu6.hpp>
#include <ctnn/activation/selu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/softplus.hpp>
#include <ctnn/activation/softsign.hpp>
#include <ctnn/activation/tanh.hpp>

#include "../catch.hpp"
#include "../soundness/nets.hpp"
#include "../soundness/real_network.hpp"

namespace {

using ctnn::interval;
using ctnn::verify::derivative_range;

template <class Activation>
constexpr bool is(double from, double to, double low, double high) {
    auto const y = derivative_range<Activation>::template of<double>({from, to});
    return y.lower == low && y.upper == high;
}

// At the joints, both sides count.
static_assert(is<ctnn::identity>(-1, 1, 1, 1));
static_assert(is<ctnn::relu>(-2, -1, 0, 0) && is<ctnn::relu>(1, 2, 1, 1));
static_assert(is<ctnn::relu>(-1, 0, 0, 1) && is<ctnn::relu>(0, 1, 0, 1) &&
              is<ctnn::relu>(0, 0, 0, 1));
static_assert(is<ctnn::basic_leaky_relu<-0.5>>(-1, 1, -0.5, 1) &&
              is<ctnn::basic_leaky_relu<2.0>>(0, 1, 1, 2) &&
              is<ctnn::basic_leaky_relu<0.25>>(-3, -1, 0.25, 0.25));
static_assert(is<ctnn::hard_tanh>(-3, -2, 0, 0) && is<ctnn::hard_tanh>(-0.5, 0.5, 1, 1) &&
              is<ctnn::hard_tanh>(-2, 2, 0, 1) && is<ctnn::hard_tanh>(2, 3, 0, 0) &&
              is<ctnn::hard_tanh>(-1, -0.5, 0, 1) && is<ctnn::hard_tanh>(0.5, 1, 0, 1) &&
              is<ctnn::hard_tanh>(-2, -1, 0, 1) && is<ctnn::hard_tanh>(-1, 0, 0, 1) &&
              is<ctnn::hard_tanh>(0, 1, 0, 1) && is<ctnn::hard_tanh>(1, 2, 0, 1));
static_assert(is<ctnn::hard_sigmoid>(3.5, 4, 0, 0) && is<ctnn::hard_sigmoid>(-9, -4, 0, 0));
static_assert(derivative_range<ctnn::hard_sigmoid>::of<float>({3, 4}).upper > 0.16 &&
              derivative_range<ctnn::hard_sigmoid>::of<float>({-3, 1}).lower == 0 &&
              derivative_range<ctnn::hard_sigmoid>::of<float>({-1, 1}).lower > 0.1666666 &&
              derivative_range<ctnn::hard_sigmoid>::of<float>({-1, 1}).contains(
                  static_cast<double>(1.0f / 6)));
static_assert(is<ctnn::relu6>(-1, 7, 0, 1) && is<ctnn::relu6>(1, 5, 1, 1) &&
              is<ctnn::relu6>(6, 7, 0, 1) && is<ctnn::relu6>(6.5, 7, 0, 0));
static_assert(is<ctnn::hard_swish>(-9, -4, 0, 0) && is<ctnn::hard_swish>(4, 9, 1, 1) &&
              is<ctnn::hard_swish>(-4, 4, -0.5, 1.5));
static_assert(is<ctnn::elu>(1, 2, 1, 1) && is<ctnn::elu>(-1e30, 1, 0, 1));
static_assert(derivative_range<ctnn::basic_elu<0.5>>::of<double>({0, 0}).lower <= 0.5 &&
              derivative_range<ctnn::basic_elu<0.5>>::of<double>({0, 0}).upper == 1);

// Derivatives that are nowhere negative have no negative ends, however far out.
template <class Activation>
constexpr bool never_falls = derivative_range<Activation>::template of<double>({-1e30, 1e30}).lower
                             == 0;
static_assert(never_falls<ctnn::sigmoid> && never_falls<ctnn::tanh> &&
              never_falls<ctnn::softplus> && never_falls<ctnn::elu>);
static_assert(is<ctnn::sigmoid>(-1e30, 1e30, 0, 0.25) && is<ctnn::tanh>(-1e30, 1e30, 0, 1));

// An activation of one's own says it.
struct square {
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return x * x;
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        return x + x;
    }
    static constexpr interval<double> derivative_range(interval<double> const& x) { return x + x; }
};
static_assert(is<square>(-1, 3, -2, 6));

// Against the derivative in 64 bits: no point of an interval is beyond its range, and the range is not
// wider than what a grid of points shows, where it is fine enough to show it.
template <class Activation>
void check_against_oracle(std::uint32_t seed) {
    using function = soundness::real_activation<Activation, double>;
    soundness::draw random(seed);
    int beyond = 0, too_wide = 0;
    for (int k = 0; k < 3000; ++k) {
        double const reach = std::array{1e-9, 0.1, 1.0, 5.0, 40.0}[random.below(5)];
        double const from = random.between(-6, 5), to = from + random.between(0, reach);
        auto const y = derivative_range<Activation>::template of<double>({from, to});
        long double least = 10, most = -10;
        for (int i = 0; i <= 64; ++i) {
            double const x =
                i == 64 ? to : std::min(to, from + (to - from) * static_cast<double>(i) / 64);
            long double const slope = function::slope(static_cast<long double>(x));
            beyond += slope < static_cast<long double>(y.lower) ||
                      slope > static_cast<long double>(y.upper);
            least = std::min(least, slope), most = std::max(most, slope);
        }
        // (a grid shows a range where the slope has no jump and no bend)
        bool smooth = true;
        for (long double const joint : {-3.0l, 0.0l, 3.0l, 6.0l}) {
            long double const near = 1e-3l, at = function::slope(joint);
            long double const before = function::slope(joint - near);
            smooth = smooth && std::abs(function::slope(joint + near) - 2 * at + before) < 1e-5l;
        }
        long double const step = static_cast<long double>(to - from) / 64;
        if (smooth && reach < 30)
            too_wide += static_cast<long double>(y.lower) < least - step * step - 1e-13l ||
                        static_cast<long double>(y.upper) > most + step * step + 1e-13l;
    }
    CHECK(beyond == 0);
    CHECK(too_wide == 0);
}

} // namespace

TEMPLATE_TEST_CASE("derivatives stay in their ranges, and the ranges are not too wide", "[verify]",
                   ctnn::relu, ctnn::leaky_relu, (ctnn::basic_leaky_relu<-0.5>), ctnn::hard_tanh,
                   ctnn::elu, (ctnn::basic_elu<-0.5>), ctnn::sigmoid, ctnn::tanh, ctnn::softplus,
                   ctnn::silu, ctnn::gelu, ctnn::relu6, ctnn::selu, ctnn::mish, ctnn::hard_swish,
                   ctnn::softsign, ctnn::celu, (ctnn::basic_celu<0.5>), ctnn::log_sigmoid) {
    check_against_oracle<TestType>(41);
}
