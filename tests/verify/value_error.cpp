// How far the values and slopes of activations are from the real functions, beside what their facts say.

#include <ctnn/verify/detail/interval/value_error.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <ctnn/ctnn.hpp>
#include <ctnn/verify/detail/interval/curve_slopes.hpp>
#include <limits>

#include "../catch.hpp"
#include "../soundness/nets.hpp"
#include "../soundness/real_network.hpp"

namespace {

namespace detail = ctnn::verify::detail;
using soundness::real;

// The largest share of the error that is reached.
template <class Activation, class T>
double worst_value(std::uint32_t seed) {
    using function = soundness::real_activation<Activation, T>;
    soundness::draw random(seed);
    double worst = 0;
    for (int k = 0; k < 30'000; ++k) {
        double const reach = k % 3 == 0 ? 1 : k % 3 == 1 ? 8 : 60;
        T const x = static_cast<T>(random.between(-reach, reach));
        T const y = Activation::value(x);
        real const off = std::abs(static_cast<real>(y) - function::value(static_cast<real>(x)));
        double const most = detail::error_of_value<Activation>.template most<T>(
            std::abs(static_cast<double>(y)), std::abs(static_cast<double>(x)));
        worst = std::max(worst, most > 0 ? static_cast<double>(off) / most : off > 0 ? 1e9 : 0);
    }
    return worst;
}

template <class Activation>
double worst_slope(std::uint32_t seed) {
    using function = soundness::real_activation<Activation, double>;
    constexpr ctnn::curves::slope_error error =
        ctnn::detail::curve_of<Activation, double>.slope_error;
    soundness::draw random(seed);
    double worst = 0;
    for (int k = 0; k < 30'000; ++k) {
        double const reach = k % 3 == 0 ? 1 : k % 3 == 1 ? 8 : 60;
        double const x = random.between(-reach, reach);
        // (only of the curved pieces)
        if (Activation::name == ctnn::hard_swish::name && std::abs(x) > 3)
            continue;
        if (ctnn::detail::curve_of<Activation, double>.pieces[1].from <= x &&
            ctnn::detail::curve_of<Activation, double>.pieces[1].is_straight())
            continue;
        double const slope = detail::slope_at<Activation, double>(x);
        double const most =
            error.of_slope * std::numeric_limits<double>::epsilon() * std::abs(slope) + error.alone;
        real const off = std::abs(static_cast<real>(slope) - function::slope(static_cast<real>(x)));
        worst = std::max(worst, static_cast<double>(off) / most);
    }
    return worst;
}

} // namespace

TEMPLATE_TEST_CASE("values are no further from the real functions than is said", "[verify]",
                   ctnn::identity, ctnn::relu, ctnn::leaky_relu, (ctnn::basic_leaky_relu<-0.5>),
                   ctnn::hard_tanh, ctnn::hard_sigmoid, ctnn::elu, (ctnn::basic_elu<-0.5>),
                   ctnn::sigmoid, ctnn::tanh, ctnn::softplus, ctnn::silu, ctnn::gelu, ctnn::relu6,
                   ctnn::selu, ctnn::mish, ctnn::hard_swish, ctnn::softsign, ctnn::celu,
                   (ctnn::basic_celu<0.7>), ctnn::log_sigmoid) {
    CHECK(worst_value<TestType, float>(51) <= 1);
    CHECK(worst_value<TestType, double>(52) <= 1);
}

TEMPLATE_TEST_CASE("slopes are no further from the real derivatives than is said", "[verify]",
                   ctnn::elu, (ctnn::basic_elu<-0.5>), ctnn::sigmoid, ctnn::tanh, ctnn::softplus,
                   ctnn::silu, ctnn::gelu, ctnn::selu, ctnn::mish, ctnn::hard_swish, ctnn::softsign,
                   ctnn::celu, (ctnn::basic_celu<0.7>), ctnn::log_sigmoid) {
    CHECK(worst_slope<TestType>(53) <= 1);
}
